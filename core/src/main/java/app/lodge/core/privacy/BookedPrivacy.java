package app.lodge.core.privacy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.KeptAnswers;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.devices.FieldRemoval;
import app.lodge.core.keys.VaultException;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.RetentionClass.WhenDue;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Privacy in the books: rights, checks of what is handed in, and the lists.
final class BookedPrivacy implements Privacy {

    private static final Logger LOG = LoggerFactory.getLogger(BookedPrivacy.class);
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9./-]{0,24}");
    private static final int LONGEST_PAGE = 500;
    private static final int MOST_IN_A_NIGHT = 1_000;

    private final Books books;
    private final Erasing erasing;
    private final Dossiers dossiers;
    private final KeptAnswers answers;
    private final RetentionRules retention;

    BookedPrivacy(Books books, Erasing erasing, Dossiers dossiers, KeptAnswers answers) {
        this.books = books;
        this.erasing = erasing;
        this.dossiers = dossiers;
        this.answers = answers;
        this.retention = new RetentionRules(books);
    }

    @Override
    public Optional<Preview> preview(Actor actor, PersonId person) {
        actor.require(Permission.ERASE_PEOPLE);
        return books.snapshot(sql ->
                PersonFactsStore.find(sql, person.number())
                        .filter(row -> !row.erased())
                        .map(row -> ErasureFactsStore.of(sql, row, today()))
                        .map(facts ->
                                new Preview(
                                        person,
                                        facts.obstacles(),
                                        facts.goes(),
                                        facts.stays(),
                                        facts.handedOut())));
    }

    @Override
    public EraseOutcome erase(
            Actor actor,
            RequestId request,
            PersonId person,
            ErasureGround ground,
            String reference) {
        actor.require(Permission.ERASE_PEOPLE);
        var problems = new ArrayList<>(reference(reference));
        if (ground == ErasureGround.ERASED_BEFORE) {
            problems.add(Problem.of("ground", ground, "privacy.ground"));
        }
        return problems.isEmpty()
                ? erasing.erase(actor, request, person, ground, reference)
                : new EraseOutcome.Rejected(problems);
    }

    @Override
    public Optional<Certificate> certificate(Actor actor, long number) {
        requireReader(actor);
        return books.read(sql -> ErasureStore.find(sql, number));
    }

    @Override
    public Optional<Certificate> certificateOf(Actor actor, PersonId person) {
        requireReader(actor);
        return books.read(sql -> ErasureStore.of(sql, person));
    }

    @Override
    public Page<Certificate> certificates(Actor actor, @Nullable String after, int limit) {
        requireReader(actor);
        var below = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        return page(
                books.read(sql -> ErasureStore.below(sql, below, size(limit) + 1)),
                size(limit),
                Certificate::number);
    }

    @Override
    public HoldOutcome hold(
            Actor actor,
            RequestId request,
            PersonId person,
            HoldGround ground,
            LocalDate until,
            String reference) {
        actor.require(Permission.ERASE_PEOPLE);
        var problems = new ArrayList<>(reference(reference));
        if (until.isBefore(today())) {
            problems.add(Problem.of("until", until, "privacy.until-past", today()));
        }
        if (!problems.isEmpty()) {
            return new HoldOutcome.Rejected(problems);
        }
        return books.once(
                actor,
                request,
                "privacy.hold",
                List.of(person, ground, until, reference),
                HoldOutcome.class,
                tx -> held(tx, person, ground, until, reference));
    }

    private static HoldOutcome held(
            Tx tx, PersonId person, HoldGround ground, LocalDate until, String reference) {
        if (PersonFactsStore.find(tx.sql(), person.number())
                .filter(row -> !row.erased())
                .isEmpty()) {
            return new HoldOutcome.Rejected(List.of(unknown(person)));
        }
        var number = LegalHoldStore.insert(tx, person, ground, until, reference);
        tx.journal(
                "person.held",
                "person:" + person.number(),
                Map.of(
                        "hold",
                        number,
                        "ground",
                        ground.name(),
                        "until",
                        until.toString(),
                        "reference",
                        reference));
        return new HoldOutcome.Held(LegalHoldStore.find(tx.sql(), number).orElseThrow());
    }

    @Override
    public HoldOutcome release(Actor actor, RequestId request, long hold) {
        actor.require(Permission.ERASE_PEOPLE);
        return books.once(
                actor,
                request,
                "privacy.release",
                List.of(hold),
                HoldOutcome.class,
                tx -> {
                    var found = LegalHoldStore.find(tx.sql(), hold);
                    if (found.isEmpty() || !LegalHoldStore.release(tx, hold)) {
                        return new HoldOutcome.Rejected(
                                List.of(Problem.of("hold", hold, "privacy.no-hold")));
                    }
                    tx.journal(
                            "person.released",
                            "person:" + found.get().person().number(),
                            Map.of("hold", hold));
                    return new HoldOutcome.Released(found.get());
                });
    }

    @Override
    public List<LegalHold> holds(Actor actor, @Nullable PersonId person) {
        requireReader(actor);
        return books.read(sql ->
                person == null
                        ? LegalHoldStore.all(sql, today())
                        : LegalHoldStore.of(sql, person, today()));
    }

    @Override
    public List<RetentionClass> retention(Actor actor) {
        requireReader(actor);
        return books.read(RetentionStore::all);
    }

    @Override
    public RetentionOutcome changeRetention(Actor actor, RequestId request, RetentionClass wanted) {
        actor.require(Permission.ERASE_PEOPLE);
        return retention.change(actor, request, wanted);
    }

    @Override
    public RetentionPreview previewRetention(Actor actor, RetentionClass wanted) {
        actor.require(Permission.ERASE_PEOPLE);
        var problems = RetentionRules.problems(wanted);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s cannot be kept for %d years".formatted(wanted.data(), wanted.years()));
        }
        return retention.preview(wanted, today());
    }

    @Override
    public Page<Due> due(Actor actor, LocalDate by, @Nullable String after, int limit) {
        actor.require(Permission.ERASE_PEOPLE);
        var from = after == null ? 0 : Long.parseLong(after);
        return page(dueIn(by, from, size(limit) + 1), size(limit), due -> due.person().number());
    }

    private List<Due> dueIn(LocalDate by, long after, int limit) {
        return books.read(sql ->
                RetentionStore.due(
                        sql, RetentionStore.of(sql, DataClass.PERSON), by, today(), after, limit));
    }

    @Override
    public DossierOutcome everything(
            Actor actor, RequestId request, PersonId person, Purpose purpose, String reference) {
        actor.require(Permission.EXPORT_PEOPLE);
        var problems = reference(reference);
        return problems.isEmpty()
                ? dossiers.gather(actor, request, person, purpose, reference)
                : new DossierOutcome.Rejected(problems);
    }

    @Override
    public TidyOutcome tidy(Actor actor) {
        actor.require(Permission.ERASE_PEOPLE);
        try {
            erasing.completeAll(actor);
        } catch (VaultException e) {
            LOG.error("Erasures wait for the keyring, which could not be written", e);
        }
        var dropped = books.<Integer>write(actor, answers::dropOld);
        var purged = books.<Integer>write(actor, FieldRemoval::purge);
        var rule = books.read(sql -> RetentionStore.of(sql, DataClass.PERSON));
        var erased = rule.whenDue() == WhenDue.ERASE ? eraseDue(actor) : 0;
        var due = books.read(sql -> RetentionStore.countDue(sql, rule, today()));
        if (due > 0) {
            books.write(actor, tx -> tx.journal("erasures.due", "site", Map.of("people", due)));
        }
        return new TidyOutcome(dropped, purged, erased, due);
    }

    private int eraseDue(Actor actor) {
        var erased = 0;
        for (var due : dueIn(today(), 0, MOST_IN_A_NIGHT)) {
            if (erasing.erase(actor, RequestId.fresh(), due.person(), ErasureGround.TERM_OVER, "")
                    instanceof EraseOutcome.Erased) {
                erased++;
            }
        }
        return erased;
    }

    private static void requireReader(Actor actor) {
        if (!actor.may(Permission.SEE_JOURNAL)) {
            actor.require(Permission.ERASE_PEOPLE);
        }
    }

    static List<Problem> reference(String reference) {
        return REFERENCE.matcher(reference).matches()
                ? List.of()
                : List.of(Problem.of("reference", reference, "privacy.reference"));
    }

    static Problem unknown(PersonId person) {
        return Problem.of("person", person.number(), "people.unknown");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(books.clock().instant(), ZoneOffset.UTC);
    }

    private static int size(int limit) {
        return Math.clamp(limit, 1, LONGEST_PAGE);
    }

    private static <T> Page<T> page(List<T> rows, int size, Function<T, Long> number) {
        return rows.size() > size
                ? new Page<>(rows.subList(0, size), Long.toString(number.apply(rows.get(size - 1))))
                : new Page<>(rows, null);
    }
}
