package app.lodge.core.people;

import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Scope;
import app.lodge.core.people.index.IndexedPerson.Part;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/// Whose data an operator reaches, and which fields of it: asked by every door that leads to a person, so
/// that no screen has to (ID-55).
public final class Reach {

    /// A person's photographs, among the keys of what a role hides.
    public static final String PHOTO = "photo";

    /// A person's signatures, among the keys of what a role hides.
    public static final String SIGNATURE = "signature";

    /// Bank details of mandates, among the keys of what a role hides.
    public static final String BANK = "bank";

    /// The index's parts by the field that they come from.
    private static final Map<PersonField, Part> FOUND_BY =
            Map.of(
                    PersonField.PERSONNEL_NUMBER, Part.PERSONNEL_NUMBER,
                    PersonField.EMAIL, Part.EMAIL,
                    PersonField.GROUP, Part.GROUP,
                    PersonField.BRANCH, Part.BRANCH);

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

    /// What a role can hide (ID-55): keys of fields, but for the names without which nobody can be told
    /// from anybody else, then {@link #PHOTO}, {@link #SIGNATURE}
    /// and {@link #BANK}.
    public static List<String> hideable() {
        return Stream.concat(
                        Stream.of(PersonField.values())
                                .filter(field ->
                                        field != PersonField.GIVEN_NAME
                                                && field != PersonField.FAMILY_NAME)
                                .map(PersonField::key),
                        Stream.of(PHOTO, SIGNATURE, BANK))
                .toList();
    }

    public boolean hides(Actor actor, String key) {
        return actor.mandate().hiddenFields().contains(key);
    }

    /// By which parts of the index the actor finds nobody, because they do not see them.
    Set<Part> hiddenParts(Actor actor) {
        var parts = EnumSet.noneOf(Part.class);
        FOUND_BY.forEach((field, part) -> {
            if (hides(actor, field.key())) {
                parts.add(part);
            }
        });
        return parts;
    }

    /// The details without the fields that the actor does not see.
    PersonDetails seenOf(Actor actor, PersonDetails details) {
        return PersonField.merged(details, hidden(actor, _ -> ""));
    }

    /// The person without the fields that the actor does not see; of somebody out of reach, the name only.
    Person seenBy(Actor actor, Person person) {
        var details = person.details();
        var seen =
                reaches(actor, person.id())
                        ? seenOf(actor, details)
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
