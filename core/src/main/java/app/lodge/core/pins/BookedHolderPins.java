package app.lodge.core.pins;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.doors.Json;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.Documents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// PINs of holders in the books. The journal says that one was set, never which.
final class BookedHolderPins implements HolderPins {

    private static final String DOCUMENT = "holder-pins";

    private final Books books;
    private final BiConsumer<Actor, PersonId> reach;
    private final PasswordHash hashes;

    BookedHolderPins(Books books, BiConsumer<Actor, PersonId> reach, PasswordHash hashes) {
        this.books = books;
        this.reach = reach;
        this.hashes = hashes;
    }

    @Override
    public Optional<Instant> setAt(Actor actor, PersonId person) {
        actor.require(Permission.SEE_MEDIA);
        reach.accept(actor, person);
        return books.read(sql -> HolderPinStore.setAt(sql, person));
    }

    @Override
    public SetOutcome set(Actor actor, RequestId request, PersonId person, char[] pin) {
        actor.require(Permission.ISSUE_CARDS);
        reach.accept(actor, person);
        var problems = PinForm.problems(rules(), pin);
        if (!problems.isEmpty()) {
            return new SetOutcome.Rejected(problems);
        }
        var digest = hashes.hash(pin);
        return books.once(
                actor,
                request,
                "holder-pins.set",
                person,
                SetOutcome.class,
                tx -> {
                    if (!HolderPinStore.personExists(tx.sql(), person)) {
                        return new SetOutcome.Rejected(
                                List.of(
                                        Problem.of(
                                                "person",
                                                person.number(),
                                                "devices.person-unknown")));
                    }
                    var before = HolderPinStore.setAt(tx.sql(), person).isPresent();
                    HolderPinStore.put(tx, person, digest);
                    tx.journal(
                            before ? "holder-pin.changed" : "holder-pin.set",
                            subject(person),
                            Map.of());
                    return new SetOutcome.Set(person, tx.now());
                });
    }

    @Override
    public RemoveOutcome remove(Actor actor, RequestId request, PersonId person) {
        actor.require(Permission.ISSUE_CARDS);
        reach.accept(actor, person);
        return books.once(
                actor,
                request,
                "holder-pins.remove",
                person,
                RemoveOutcome.class,
                tx -> {
                    if (!HolderPinStore.remove(tx, person)) {
                        return new RemoveOutcome.NoPin();
                    }
                    tx.journal("holder-pin.removed", subject(person), Map.of());
                    return new RemoveOutcome.Removed(person);
                });
    }

    @Override
    public Rules rules(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return rules();
    }

    private Rules rules() {
        return Documents.find(books, DOCUMENT)
                .map(text -> Json.read(text, Rules.class))
                .orElseGet(Rules::usual);
    }

    @Override
    public RulesOutcome changeRules(Actor actor, RequestId request, Rules rules) {
        actor.require(Permission.CHANGE_SETTINGS);
        var problems = PinForm.problems(rules);
        if (!problems.isEmpty()) {
            return new RulesOutcome.Rejected(problems);
        }
        return books.once(
                actor,
                request,
                "holder-pins.change-rules",
                rules,
                RulesOutcome.class,
                tx -> {
                    Documents.put(tx, DOCUMENT, Json.text(rules, Rules.class));
                    tx.journal(
                            "holder-pins.rules-changed",
                            "settings:" + DOCUMENT,
                            Map.of(
                                    "shortest", rules.shortest(),
                                    "longest", rules.longest(),
                                    "refuseTrivial", rules.refuseTrivial()));
                    return new RulesOutcome.Changed(rules);
                });
    }

    private static String subject(PersonId person) {
        return "person:" + person.number();
    }
}
