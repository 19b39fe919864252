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
import java.util.Set;
import java.util.stream.Collectors;

/// Contact keys in the books.
final class BookedContactKeys implements ContactKeys {

    private static final int LONGEST_STATION = 60;

    private final Books books;
    private final ContactKeyReach reach;
    private final IssueCharges charges;
    private final BlankStock stock;
    private final Succession succession;
    private final ContactKeyStore keys = new ContactKeyStore();
    private final KeyStationStore stations = new KeyStationStore();
    private final MediumStore media = new MediumStore();
    private final CardJobStore people = new CardJobStore();

    BookedContactKeys(Books books, ContactKeyReach reach, IssueCharges charges, BlankStock stock) {
        this.books = books;
        this.reach = reach;
        this.charges = charges;
        this.stock = stock;
        this.succession = new Succession(media, stock, charges);
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
    public Optional<ContactKey> ofMedium(Actor actor, MediumId id) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> keys.find(sql, id)).filter(key -> reached(actor, key));
    }

    @Override
    public List<ContactKey> history(Actor actor, KeyNumber number) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> keys.history(sql, number)).stream()
                .filter(key -> reached(actor, key))
                .toList();
    }

    @Override
    public List<AtStation> stations(Actor actor, KeyNumber number) {
        var reached = history(actor, number).stream().map(key -> key.medium().id()).toList();
        return books.read(sql -> stations.history(sql, number)).stream()
                .filter(one -> reached.contains(one.key()))
                .toList();
    }

    @Override
    public List<String> stationNames(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.<List<KeyStationStore.Held>>read(stations::held).stream()
                .filter(one -> reach.reaches().test(actor, one.holder()))
                .map(KeyStationStore.Held::station)
                .distinct()
                .toList();
    }

    @Override
    public StationsOutcome serve(
            Actor actor, RequestId request, KeyNumber number, Set<String> typed, Set<String> seen) {
        actor.require(Permission.ISSUE_CARDS);
        var wanted = typed.stream().map(String::strip).collect(Collectors.toSet());
        var wrong =
                wanted.stream()
                        .filter(name -> name.isBlank() || name.length() > LONGEST_STATION)
                        .map(name ->
                                Problem.of(
                                        "stations", name, "contact-key.station", LONGEST_STATION))
                        .toList();
        if (!wrong.isEmpty()) {
            return new StationsOutcome.Rejected(wrong);
        }
        return books.once(
                actor,
                request,
                "contact-keys.serve",
                Map.of(
                        "number",
                        number.value(),
                        "stations",
                        wanted.stream().sorted().toList(),
                        "seen",
                        seen.stream().sorted().toList()),
                StationsOutcome.class,
                tx -> {
                    var key = keys.held(tx.sql(), number);
                    if (key.isEmpty()) {
                        return new StationsOutcome.NoSuchKey(number);
                    }
                    reach.required().accept(actor, key.get().medium().holder());
                    var now = stations.present(tx.sql(), key.get().medium().id());
                    if (!now.equals(seen)) {
                        return new StationsOutcome.Overtaken(List.copyOf(now));
                    }
                    stations.set(tx, key.get().medium().id(), wanted);
                    BookedMedia.journal(
                            tx,
                            "contact-key.stations",
                            key.get().medium(),
                            Map.of("key", number.shown()));
                    return new StationsOutcome.Serving(stations.history(tx.sql(), number));
                });
    }

    private boolean reached(Actor actor, ContactKey key) {
        return reach.reaches().test(actor, key.medium().holder());
    }

    @Override
    public EnrolOutcome enrol(Actor actor, RequestId request, Enrolment enrolment) {
        actor.require(Permission.ISSUE_CARDS);
        reach.required().accept(actor, enrolment.person());
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
        return linked(tx, wanted, present, number.get());
    }

    private boolean free(Tx tx, KeyNumber number, Enrolment wanted) {
        return keys.held(tx.sql(), number)
                .map(by -> wanted.uid().equals(by.medium().uid()))
                .orElse(true);
    }

    private static boolean handedOnWithoutWord(ContactKey key, Enrolment wanted) {
        return !key.medium().holder().equals(wanted.person()) && wanted.present() == Present.KEEP;
    }

    private EnrolOutcome linked(
            Tx tx, Enrolment wanted, Optional<ContactKey> present, KeyNumber number) {
        var same =
                present.filter(key ->
                        key.medium().holder().equals(wanted.person())
                                && key.number().equals(number));
        if (same.isPresent()) {
            return new EnrolOutcome.Enrolled(same.get());
        }
        boolean renumbered =
                present.filter(key -> key.medium().holder().equals(wanted.person())).isPresent();
        if (!renumbered) {
            var most = succession.refusal(tx, wanted.person(), MediumKind.CONTACT_KEY);
            if (most.isPresent()) {
                return new EnrolOutcome.TooMany(MediumKind.CONTACT_KEY, most.get());
            }
        }
        var before = succession.before(tx, wanted.person(), MediumKind.CONTACT_KEY);
        var shortfall = charges.shortfall(tx, wanted.person(), before);
        if (shortfall.isPresent()) {
            return new EnrolOutcome.NotCovered(shortfall.get());
        }
        present.ifPresent(key -> handOn(tx, key));
        var key = keys.add(tx, wanted.person(), wanted.uid(), wanted.chip(), number);
        present.ifPresent(old -> stations.handOn(tx, old.medium().id(), key.medium().id()));
        charges.ordered(tx, key.medium(), before);
        BookedMedia.journal(
                tx, "contact-key.enrolled", key.medium(), Map.of("key", number.shown()));
        return new EnrolOutcome.Enrolled(key);
    }

    /// The holder before gives it back with whatever deposit is held for it; its blank is in the clerk's
    /// hand, to be issued again.
    private void handOn(Tx tx, ContactKey key) {
        var before = key.medium();
        boolean unfinished = before.state() == MediumState.PREPARING;
        var ended =
                media.enter(
                        tx, before, unfinished ? MediumState.SPOILED : MediumState.RETURNED, null);
        if (unfinished) {
            charges.dropped(tx, ended);
        } else {
            stock.reused(tx, ended);
            charges.handedOn(tx, ended);
        }
        BookedMedia.journal(
                tx, "contact-key.handed-on", ended, Map.of("key", key.number().shown()));
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
                    reach.required().accept(actor, key.medium().holder());
                    if (!uid.equals(key.medium().uid())) {
                        throw new IllegalArgumentException(
                                "Contact key %s has another chip".formatted(key.number().shown()));
                    }
                    media.bind(tx, id, uid, key.medium().chip(), keyVersion);
                    if (key.medium().state() == MediumState.PREPARING) {
                        var bound = keys.find(tx.sql(), id).orElseThrow().medium();
                        var active = succession.issue(tx, bound, "medium:" + id.number());
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
