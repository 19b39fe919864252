package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Who may do what at a safe, in the books, and in the safe's list with the same commit.
final class BookedDeviceUsers implements DeviceUsers {

    private final Books books;
    private final PersonNames names;

    BookedDeviceUsers(Books books, PersonNames names) {
        this.books = books;
        this.names = names;
    }

    @Override
    public List<User> of(Actor actor, DeviceId safe) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql -> KnownUserStore.of(sql, safe)).stream()
                .map(user -> named(actor, user))
                .toList();
    }

    @Override
    public Outcome put(
            Actor actor, RequestId request, DeviceId safe, PersonId person, DeviceRight right) {
        actor.require(Permission.CONFIGURE_DEVICES);
        var outcome =
                books.once(
                        actor,
                        request,
                        "device-users.put",
                        List.of(safe, person, right.content()),
                        Outcome.class,
                        tx -> {
                            var problems = check(tx, safe, person, right);
                            if (!problems.isEmpty()) {
                                return new Outcome.Rejected(problems);
                            }
                            DeviceUserStore.put(tx, safe, person, right);
                            push(tx, safe, person);
                            var content = new TreeMap<String, Object>();
                            content.put("person", person.number());
                            content.put("may", right.duties());
                            content.put("from", right.from().toString());
                            content.put("until", String.valueOf(right.until()));
                            tx.journal("device-user.put", BookedDevices.subject(safe), content);
                            return done(tx, safe, person);
                        });
        return named(actor, outcome);
    }

    @Override
    public Outcome remove(Actor actor, RequestId request, DeviceId safe, PersonId person) {
        actor.require(Permission.CONFIGURE_DEVICES);
        var outcome =
                books.once(
                        actor,
                        request,
                        "device-users.remove",
                        List.of(safe, person),
                        Outcome.class,
                        tx -> {
                            var row = DeviceUserStore.find(tx.sql(), safe, person).orElse(null);
                            if (row == null) {
                                return new Outcome.Rejected(
                                        List.of(
                                                Problem.of(
                                                        "person",
                                                        person.number(),
                                                        "device-users.none")));
                            }
                            if (!row.removed()) {
                                DeviceUserStore.remove(tx, safe, person);
                                push(tx, safe, person);
                                tx.journal(
                                        "device-user.removed",
                                        BookedDevices.subject(safe),
                                        Map.of("person", person.number()));
                            }
                            return done(tx, safe, person);
                        });
        return named(actor, outcome);
    }

    private static List<Problem> check(Tx tx, DeviceId safe, PersonId person, DeviceRight right) {
        var problems = new ArrayList<Problem>();
        var row = DeviceStore.find(tx.sql(), safe).orElse(null);
        if (row == null || row.device().kind() != DeviceKind.SAFE) {
            problems.add(Problem.of("safe", safe.number(), "device-users.not-a-safe"));
        }
        if (!AssignmentStore.personExists(tx.sql(), person)) {
            problems.add(Problem.of("person", person.number(), "devices.person-unknown"));
        }
        if (right.may().isEmpty()) {
            problems.add(Problem.of("may", "", "device-users.no-duty"));
        }
        var until = right.until();
        if (until != null && !until.isAfter(right.from())) {
            problems.add(Problem.of("until", until, "device-users.over-before"));
        }
        return problems;
    }

    private static void push(Tx tx, DeviceId safe, PersonId person) {
        var device = DeviceStore.find(tx.sql(), safe).orElseThrow().asFieldDevice();
        FieldListStore.refresh(
                tx, CredentialStore.ofPerson(tx.sql(), person.number()), List.of(device));
    }

    private static Outcome done(Tx tx, DeviceId safe, PersonId person) {
        return KnownUserStore.find(tx.sql(), safe, person)
                .<Outcome>map(Outcome.Done::new)
                .orElseGet(() -> new Outcome.Gone(person));
    }

    private Outcome named(Actor actor, Outcome outcome) {
        return outcome instanceof Outcome.Done(var user)
                ? new Outcome.Done(named(actor, user))
                : outcome;
    }

    /// Names stay out of what the books keep of answers.
    private User named(Actor actor, User user) {
        return new User(
                user.safe(),
                user.person(),
                names.nameOf(actor, user.person()),
                user.right(),
                user.known());
    }
}
