package app.lodge.core.people;

import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Scope;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongPredicate;

/// Whose data an operator reaches, and which fields of it: asked by every door that leads to a person, so
/// that no screen has to (ID-55).
public final class Reach {

    /// Each person's group as the record spells it; empty for none.
    private final Map<Long, String> departments = new ConcurrentHashMap<>();

    Reach() {}

    void put(Person person) {
        departments.put(person.id().number(), person.details().group());
    }

    void remove(PersonId person) {
        departments.remove(person.number());
    }

    public boolean reaches(Actor actor, PersonId person) {
        return within(actor).test(person.number());
    }

    /// @throws NotPermitted if the person belongs to none of the actor's departments
    public void require(Actor actor, PersonId person) {
        if (!reaches(actor, person)) {
            throw new NotPermitted(actor.name(), "reach person " + person.number());
        }
    }

    /// Which people's numbers the actor reaches.
    public LongPredicate within(Actor actor) {
        return switch (actor.mandate().scope()) {
            case Scope.Site() -> _ -> true;
            case Scope.Departments(var names) ->
                    number -> names.contains(departments.getOrDefault(number, ""));
        };
    }

    /// The person without the fields that the actor does not see; of somebody out of reach, the name only.
    Person seenBy(Actor actor, Person person) {
        var details = person.details();
        var seen =
                reaches(actor, person.id())
                        ? PersonField.merged(details, hidden(actor, _ -> ""))
                        : PersonDetails.named(details.givenName(), details.familyName());
        return seen.equals(details)
                ? person
                : new Person(
                        person.id(), person.state(), person.revision(), seen, person.changedAt());
    }

    /// What the actor typed, with the fields that they do not see as they were.
    PersonDetails completed(Actor actor, PersonDetails typed, PersonDetails before) {
        return PersonField.merged(typed, hidden(actor, field -> field.of(before)));
    }

    /// A person may only be put where whoever does it still reaches them.
    Optional<Problem> outside(Actor actor, PersonDetails details) {
        return switch (actor.mandate().scope()) {
            case Scope.Site() -> Optional.empty();
            case Scope.Departments(var names) ->
                    names.contains(details.group())
                            ? Optional.empty()
                            : Optional.of(
                                    Problem.of(
                                            PersonField.GROUP.key(),
                                            details.group(),
                                            "people.department-not-yours",
                                            String.join(", ", names)));
        };
    }

    private static Map<PersonField, String> hidden(
            Actor actor, Function<PersonField, String> value) {
        var over = new EnumMap<PersonField, String>(PersonField.class);
        for (var key : actor.mandate().hiddenFields()) {
            PersonField.named(key).ifPresent(field -> over.put(field, value.apply(field)));
        }
        return over;
    }
}
