package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.Certificate;
import app.lodge.core.privacy.DataClass;
import app.lodge.core.privacy.ErasureGround;
import app.lodge.core.privacy.HoldGround;
import app.lodge.core.privacy.LegalHold;
import app.lodge.core.privacy.Privacy;
import app.lodge.core.privacy.Purpose;
import app.lodge.core.privacy.RetentionClass;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Nobody has a hold; everybody can be erased, and comes back with the next start.
final class FakePrivacy implements Privacy {

    private static final LocalDate UNTIL = LocalDate.parse("2037-01-01");

    @Override
    public Optional<Preview> preview(Actor actor, PersonId person) {
        return Optional.of(new Preview(person, List.of(), goes(), stays(), List.of()));
    }

    private static List<Certificate.Gone> goes() {
        return Arrays.stream(Certificate.GoneKind.values())
                .map(kind -> new Certificate.Gone(kind, 1))
                .toList();
    }

    private static List<Certificate.Stayed> stays() {
        return List.of(
                new Certificate.Stayed(
                        DataClass.POSTINGS, 214, RetentionClass.Ground.TAX_LAW, UNTIL),
                new Certificate.Stayed(
                        DataClass.JOURNAL, 318, RetentionClass.Ground.ACCOUNTABILITY, UNTIL));
    }

    @Override
    public EraseOutcome erase(
            Actor actor,
            RequestId request,
            PersonId person,
            ErasureGround ground,
            String reference) {
        return new EraseOutcome.Erased(
                certificate(7, person, ground, actor.name(), List.of("canteen-2", "lockers-hall")));
    }

    private static Certificate certificate(
            long number,
            PersonId person,
            ErasureGround ground,
            String operator,
            List<String> unconfirmed) {
        return new Certificate(
                number,
                person,
                ground,
                "AZ-" + number,
                operator,
                FakePeople.NOW,
                FakePeople.NOW,
                false,
                goes(),
                stays(),
                List.of(),
                unconfirmed);
    }

    private static LegalHold hold(long number, PersonId person) {
        return new LegalHold(
                number,
                person,
                HoldGround.values()[(int) number % HoldGround.values().length],
                "C-" + number,
                UNTIL,
                "Clara",
                FakePeople.NOW);
    }

    @Override
    public Optional<Certificate> certificate(Actor actor, long number) {
        return Optional.empty();
    }

    @Override
    public Optional<Certificate> certificateOf(Actor actor, PersonId person) {
        return Optional.empty();
    }

    @Override
    public Page<Certificate> certificates(Actor actor, @Nullable String after, int limit) {
        return new Page<>(
                LongStream.of(6, 5, 4, 3, 2, 1)
                        .mapToObj(number ->
                                certificate(
                                        number,
                                        new PersonId(700 + number),
                                        ErasureGround.values()[(int) number % 5],
                                        "Clara",
                                        number > 4 ? List.of("canteen-2") : List.of()))
                        .toList(),
                null);
    }

    @Override
    public HoldOutcome hold(
            Actor actor,
            RequestId request,
            PersonId person,
            HoldGround ground,
            LocalDate until,
            String reference) {
        return new HoldOutcome.Held(
                new LegalHold(1, person, ground, reference, until, actor.name(), FakePeople.NOW));
    }

    @Override
    public HoldOutcome release(Actor actor, RequestId request, long hold) {
        return new HoldOutcome.Rejected(List.of());
    }

    @Override
    public List<LegalHold> holds(Actor actor, @Nullable PersonId person) {
        return person == null
                ? LongStream.of(3, 8, 11).mapToObj(n -> hold(n, new PersonId(n))).toList()
                : List.of();
    }

    @Override
    public List<RetentionClass> retention(Actor actor) {
        return java.util.Arrays.stream(app.lodge.core.privacy.DataClass.values())
                .map(data ->
                        new RetentionClass(
                                data,
                                data == app.lodge.core.privacy.DataClass.PERSON
                                        ? RetentionClass.Ground.CONTRACT
                                        : RetentionClass.Ground.TAX_LAW,
                                data == app.lodge.core.privacy.DataClass.PERSON ? 3 : 10,
                                data == app.lodge.core.privacy.DataClass.POSTINGS,
                                RetentionClass.WhenDue.PROPOSE))
                .toList();
    }

    @Override
    public RetentionPreview previewRetention(Actor actor, RetentionClass wanted) {
        return new RetentionPreview(
                5,
                5 + 10L * Math.max(0, 3 - wanted.years()),
                40,
                3,
                2,
                LocalDate.of(2028, 1, 1),
                wanted.whenDue() == RetentionClass.WhenDue.ERASE);
    }

    @Override
    public RetentionOutcome changeRetention(Actor actor, RequestId request, RetentionClass wanted) {
        return new RetentionOutcome.Changed(wanted);
    }

    @Override
    public Page<Due> due(Actor actor, LocalDate by, @Nullable String after, int limit) {
        return new Page<>(
                LongStream.of(2, 3, 7, 9, 12)
                        .mapToObj(n ->
                                new Due(
                                        new PersonId(n),
                                        by.minusYears(3).minusDays(n),
                                        by.minusDays(n),
                                        n == 3))
                        .toList(),
                null);
    }

    @Override
    public DossierOutcome everything(
            Actor actor, RequestId request, PersonId person, Purpose purpose, String reference) {
        return new DossierOutcome.Rejected(List.of());
    }

    @Override
    public TidyOutcome tidy(Actor actor) {
        return new TidyOutcome(0, 0, 0, 0);
    }
}
