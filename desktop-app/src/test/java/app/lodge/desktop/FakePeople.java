package app.lodge.desktop;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.ChangeOutcome;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.People;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import app.lodge.core.people.PhotoOutcome;
import app.lodge.core.people.PhotoState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// People in memory: answers as the real door does, as far as screens can tell.
final class FakePeople implements People {

    static final Instant NOW = Instant.parse("2026-11-23T09:12:00Z");

    private static final String[] NAMES = {
        "Ana Kovačić",
        "Jonas Weber",
        "Sophie Martin",
        "Piotr Wiśniewski",
        "Lea Hoffmann",
        "Mateo Horvat",
        "Emma Schneider",
        "Noah Fischer",
        "Zofia Kamińska",
        "Ben Wagner",
        "Mia Becker",
        "Luka Babić",
        "Clara Neumann",
        "Elias Braun",
        "Ida Zimmermann",
        "Paul Krüger",
        "Nina Jurić",
        "Oskar Lehmann",
        "Marie Dubois",
        "Theo Vogel",
        "Alexander von Hohenstein-Wittelsbach",
        "Li Wei",
        "Greta Sommer",
        "Finn Keller",
        "Hana Novak",
        "Julia Roth",
        "Kai Simon",
        "Laura Engel",
        "Max Berger",
        "Tea Marić"
    };
    private static final String[] GROUPS = {
        "Administration", "Class 7b", "Class 9a", "Kitchen", "IT"
    };

    private static final String[] BRANCHES = {"", "Ilica 12", "Hauptbahnhof"};

    private final Map<Long, Person> people = new HashMap<>();
    private final Map<Long, byte[]> photos = new HashMap<>();

    FakePeople() {
        for (int i = 0; i < NAMES.length; i++) {
            var at = NAMES[i].indexOf(' ');
            var given = NAMES[i].substring(0, at);
            var family = NAMES[i].substring(at + 1);
            add(
                    i + 1,
                    new PersonDetails(
                            given,
                            family,
                            LocalDate.of(1970 + i, 1 + i % 12, 1 + i % 28),
                            String.valueOf(4001 + i),
                            given.toLowerCase(Locale.ROOT) + "@example.org",
                            i % 3 == 0 ? "+49 30 5550 " + (100 + i) : "",
                            GROUPS[i % GROUPS.length],
                            "Hauptstraße",
                            String.valueOf(3 + i),
                            "10115",
                            "Berlin",
                            "DE",
                            BRANCHES[i % BRANCHES.length]),
                    i == 7 ? PersonState.BLOCKED : PersonState.ACTIVE);
        }
    }

    private Person add(long number, PersonDetails details, PersonState state) {
        var person = new Person(new PersonId(number), state, 1, details, NOW);
        people.put(number, person);
        return person;
    }

    String name(PersonId id) {
        return people.get(id.number()).details().fullName();
    }

    @Override
    public EnrolOutcome enrol(
            Actor actor,
            RequestId request,
            PersonDetails details,
            EnrolOutcome.Duplicates duplicates) {
        if (details.familyName().isEmpty()) {
            return new EnrolOutcome.Rejected(
                    List.of(Problem.of("familyName", "", "people.name-missing")));
        }
        var like =
                people.values().stream()
                        .filter(p -> p.details().fullName().equals(details.fullName()))
                        .map(p ->
                                new EnrolOutcome.Likeness(
                                        p, EnrolOutcome.Why.SAME_NAME_AND_BIRTH_DATE))
                        .toList();
        if (!like.isEmpty() && duplicates == EnrolOutcome.Duplicates.REFUSED) {
            return new EnrolOutcome.PossibleDuplicate(like);
        }
        var person = add(people.size() + 1L, details, PersonState.ACTIVE);
        return new EnrolOutcome.Enrolled(person, new AccountId(1000 + person.id().number()));
    }

    @Override
    public EnrolOutcome enrolNameless(Actor actor, RequestId request) {
        var id = new PersonId(people.size() + 1L);
        var person = add(id.number(), PersonDetails.nameless(id), PersonState.ACTIVE);
        return new EnrolOutcome.Enrolled(person, new AccountId(1000 + id.number()));
    }

    @Override
    public ChangeOutcome change(
            Actor actor, RequestId request, PersonId id, int seenRevision, PersonDetails details) {
        var before = people.get(id.number());
        if (before.revision() != seenRevision) {
            return new ChangeOutcome.Overtaken(before);
        }
        var after = new Person(id, before.state(), seenRevision + 1, details, NOW);
        people.put(id.number(), after);
        return new ChangeOutcome.Changed(after);
    }

    @Override
    public Optional<Person> find(Actor actor, PersonId id) {
        return Optional.ofNullable(people.get(id.number()));
    }

    @Override
    public Page<Person> list(Actor actor, String text, String after, int limit) {
        int from = after == null ? 0 : Integer.parseInt(after);
        var found = matching(text);
        int to = Math.min(found.size(), from + limit);
        return new Page<>(found.subList(from, to), to < found.size() ? String.valueOf(to) : null);
    }

    List<Person> matching(String text) {
        var wanted = text.toLowerCase(Locale.ROOT);
        return new ArrayList<>(
                people.values().stream()
                        .filter(p ->
                                (p.details().fullName()
                                                + " "
                                                + p.details().familyName()
                                                + ", %07d".formatted(p.id().number())
                                                + p.details().group()
                                                + p.details().branch()
                                                + p.details().personnelNumber())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(wanted))
                        .sorted(Comparator.comparing(p -> p.details().familyName()))
                        .toList());
    }

    @Override
    public long count(Actor actor, String text) {
        return matching(text).size();
    }

    @Override
    public ChangeOutcome block(
            Actor actor,
            RequestId request,
            PersonId id,
            app.lodge.core.accounts.BlockReason reason) {
        return become(id, PersonState.BLOCKED);
    }

    @Override
    public ChangeOutcome unblock(Actor actor, RequestId request, PersonId id) {
        return become(id, PersonState.ACTIVE);
    }

    private ChangeOutcome become(PersonId id, PersonState state) {
        return new ChangeOutcome.Changed(
                add(id.number(), people.get(id.number()).details(), state));
    }

    @Override
    public PhotoOutcome photograph(Actor actor, RequestId request, PersonId id, byte[] jpeg) {
        photos.put(id.number(), jpeg);
        return new PhotoOutcome.Kept(1, PhotoState.APPROVED);
    }

    @Override
    public Optional<byte[]> photo(Actor actor, PersonId id) {
        return Optional.ofNullable(photos.get(id.number()));
    }
}
