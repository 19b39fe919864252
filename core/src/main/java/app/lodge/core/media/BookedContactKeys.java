package app.lodge.core.media;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/// Contact keys in the books.
final class BookedContactKeys implements ContactKeys {

    private final Books books;
    private final BiPredicate<Actor, PersonId> reaches;
    private final BiConsumer<Actor, PersonId> required;
    private final ContactKeyStore keys = new ContactKeyStore();
    private final MediumStore media = new MediumStore();
    private final CardJobStore people = new CardJobStore();

    BookedContactKeys(
            Books books,
            BiPredicate<Actor, PersonId> reaches,
            BiConsumer<Actor, PersonId> required) {
        this.books = books;
        this.reaches = reaches;
        this.required = required;
    }

    @Override
    public int highest(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.<Integer>read(keys::highest);
    }

    @Override
    public LimitOutcome limit(Actor actor, RequestId request, int highest) {
        actor.require(Permission.CHANGE_SETTINGS);
        return books.once(
                actor,
                request,
                "contact-keys.limit",
                Map.of("highest", highest),
                LimitOutcome.class,
                tx -> {
                    if (highest < 1 || highest > KeyNumber.HIGHEST) {
                        return new LimitOutcome.Rejected(
                                List.of(tooHigh(Integer.toString(highest), KeyNumber.HIGHEST)));
                    }
                    var used = keys.highestHeld(tx.sql()).filter(each -> each.value() > highest);
                    if (used.isPresent()) {
                        return new LimitOutcome.InUse(used.get());
                    }
                    keys.limit(tx, highest);
                    tx.journal(
                            "contact-keys.limited",
                            "contact-keys:" + highest,
                            Map.of("highest", highest));
                    return new LimitOutcome.Changed(highest);
                });
    }

    private static Problem tooHigh(String typed, int highest) {
        return Problem.of("number", typed, "contact-key.number-range", highest);
    }

    @Override
    public Optional<ContactKey> find(Actor actor, KeyNumber number) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> keys.held(sql, number)).filter(key -> reached(actor, key));
    }

    @Override
    public Optional<ContactKey> withUid(Actor actor, Uid uid) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> keys.held(sql, uid)).filter(key -> reached(actor, key));
    }

    @Override
    public List<ContactKey> history(Actor actor, KeyNumber number) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> keys.history(sql, number)).stream()
                .filter(key -> reached(actor, key))
                .toList();
    }

    private boolean reached(Actor actor, ContactKey key) {
        return reaches.test(actor, key.medium().holder());
    }

    @Override
    public EnrolOutcome enrol(Actor actor, RequestId request, Enrolment enrolment) {
        actor.require(Permission.ISSUE_CARDS);
        required.accept(actor, enrolment.person());
        return books.once(
                actor,
                request,
                "contact-keys.enrol",
                enrolment,
                EnrolOutcome.class,
                tx -> enrolled(tx, enrolment));
    }

    private EnrolOutcome enrolled(Tx tx, Enrolment wanted) {
        PersonId person = wanted.person();
        var state = people.stateOf(tx.sql(), person);
        if (state.isEmpty()) {
            return new EnrolOutcome.PersonUnknown(person);
        }
        if (state.get() == PersonState.BLOCKED) {
            return new EnrolOutcome.PersonBlocked(person);
        }
        var present = keys.held(tx.sql(), wanted.uid());
        if (present.isPresent() && handedOnWithoutWord(present.get(), wanted)) {
            return new EnrolOutcome.HeldBy(present.get());
        }
        var other = media.withUid(tx.sql(), wanted.uid(), MediumStore.LIVE);
        if (present.isEmpty() && other.isPresent()) {
            return new EnrolOutcome.ChipTaken(other.get());
        }
        int highest = keys.highest(tx.sql());
        Optional<KeyNumber> number;
        if (wanted.number().isBlank()) {
            number = keys.lastOf(tx.sql(), wanted.uid()).filter(last -> free(tx, last, wanted));
            number = number.or(() -> keys.free(tx.sql(), highest));
            if (number.isEmpty()) {
                return new EnrolOutcome.NoneFree(highest);
            }
        } else {
            number = KeyNumber.of(wanted.number()).filter(each -> each.value() <= highest);
            if (number.isEmpty()) {
                return new EnrolOutcome.Rejected(List.of(tooHigh(wanted.number(), highest)));
            }
        }
        var by = keys.held(tx.sql(), number.get());
        if (by.isPresent() && !wanted.uid().equals(by.get().medium().uid())) {
            return new EnrolOutcome.NumberTaken(by.get());
        }
        return new EnrolOutcome.Enrolled(linked(tx, wanted, present, number.get()));
    }

    private boolean free(Tx tx, KeyNumber number, Enrolment wanted) {
        return keys.held(tx.sql(), number)
                .map(by -> wanted.uid().equals(by.medium().uid()))
                .orElse(true);
    }

    private static boolean handedOnWithoutWord(ContactKey key, Enrolment wanted) {
        return !key.medium().holder().equals(wanted.person()) && wanted.present() == Present.KEEP;
    }

    private ContactKey linked(
            Tx tx, Enrolment wanted, Optional<ContactKey> present, KeyNumber number) {
        if (present.isPresent()) {
            var key = present.get();
            boolean same =
                    key.medium().holder().equals(wanted.person()) && key.number().equals(number);
            if (same) {
                return key;
            }
            var before = key.medium();
            var end =
                    before.state() == MediumState.PREPARING
                            ? MediumState.SPOILED
                            : MediumState.RETURNED;
            var ended = media.enter(tx, before, end, null);
            BookedMedia.journal(
                    tx, "contact-key.handed-on", ended, Map.of("key", key.number().shown()));
        }
        var key = keys.add(tx, wanted.person(), wanted.uid(), wanted.chip(), number);
        BookedMedia.journal(
                tx, "contact-key.enrolled", key.medium(), Map.of("key", number.shown()));
        return key;
    }

    @Override
    public ContactKey ready(Actor actor, RequestId request, MediumId id, Uid uid, int keyVersion) {
        actor.require(Permission.ISSUE_CARDS);
        return books.once(
                actor,
                request,
                "contact-keys.ready",
                Map.of("medium", id.number(), "uid", uid.hex(), "version", keyVersion),
                ContactKey.class,
                tx -> {
                    var key = keys.find(tx.sql(), id).orElseThrow();
                    required.accept(actor, key.medium().holder());
                    if (!uid.equals(key.medium().uid())) {
                        throw new IllegalArgumentException(
                                "Contact key %s has another chip".formatted(key.number().shown()));
                    }
                    media.bind(tx, id, uid, key.medium().chip(), keyVersion);
                    if (key.medium().state() == MediumState.PREPARING) {
                        var active = media.enter(tx, key.medium(), MediumState.ACTIVE, null);
                        BookedMedia.journal(
                                tx,
                                "contact-key.issued",
                                active,
                                Map.of("key", key.number().shown()));
                    }
                    return keys.find(tx.sql(), id).orElseThrow();
                });
    }
}
