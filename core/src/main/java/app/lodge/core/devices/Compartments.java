package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.devices.Devices.AssignOutcome;
import app.lodge.core.devices.Devices.Assignment;
import app.lodge.core.people.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Fixed assignment of compartments to people (LOCK-40).
final class Compartments {

    private final Books books;
    private final PersonNames names;

    Compartments(Books books, PersonNames names) {
        this.books = books;
        this.names = names;
    }

    AssignOutcome assign(
            Actor actor, RequestId request, DeviceId cabinet, int compartment, PersonId person) {
        actor.require(Permission.CONFIGURE_DEVICES);
        var outcome =
                books.once(
                        actor,
                        request,
                        "devices.assign",
                        List.of(cabinet, compartment, person),
                        AssignOutcome.class,
                        tx -> {
                            var problems = checkCompartment(tx, cabinet, compartment);
                            if (!AssignmentStore.personExists(tx.sql(), person)) {
                                problems.add(
                                        Problem.of(
                                                "person",
                                                person.number(),
                                                "devices.person-unknown"));
                            }
                            if (!problems.isEmpty()) {
                                return new AssignOutcome.Rejected(problems);
                            }
                            var holder =
                                    AssignmentStore.find(tx.sql(), cabinet, compartment)
                                            .orElse(null);
                            if (holder != null && !holder.person().equals(person)) {
                                return new AssignOutcome.Occupied(nameless(cabinet, holder));
                            }
                            if (holder == null) {
                                AssignmentStore.insert(tx, cabinet, compartment, person);
                                push(tx, cabinet, person);
                                tx.journal(
                                        "compartment.assigned",
                                        BookedDevices.subject(cabinet),
                                        Map.of(
                                                "compartment",
                                                compartment,
                                                "person",
                                                person.number()));
                            }
                            return new AssignOutcome.Assigned(
                                    nameless(
                                            cabinet,
                                            AssignmentStore.find(tx.sql(), cabinet, compartment)
                                                    .orElseThrow()));
                        });
        // Names stay out of what the books keep of answers.
        return switch (outcome) {
            case AssignOutcome.Assigned(var assignment) ->
                    new AssignOutcome.Assigned(named(actor, assignment));
            case AssignOutcome.Occupied(var by) -> new AssignOutcome.Occupied(named(actor, by));
            case AssignOutcome.Released released -> released;
            case AssignOutcome.Rejected rejected -> rejected;
        };
    }

    AssignOutcome release(Actor actor, RequestId request, DeviceId cabinet, int compartment) {
        actor.require(Permission.CONFIGURE_DEVICES);
        return books.once(
                actor,
                request,
                "devices.release",
                List.of(cabinet, compartment),
                AssignOutcome.class,
                tx -> {
                    var problems = checkCompartment(tx, cabinet, compartment);
                    if (!problems.isEmpty()) {
                        return new AssignOutcome.Rejected(problems);
                    }
                    AssignmentStore.find(tx.sql(), cabinet, compartment)
                            .ifPresent(holder -> {
                                AssignmentStore.delete(tx, cabinet, compartment);
                                push(tx, cabinet, holder.person());
                                tx.journal(
                                        "compartment.released",
                                        BookedDevices.subject(cabinet),
                                        Map.of(
                                                "compartment",
                                                compartment,
                                                "person",
                                                holder.person().number()));
                            });
                    return new AssignOutcome.Released(compartment);
                });
    }

    List<Assignment> of(Actor actor, DeviceId cabinet) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql -> AssignmentStore.of(sql, cabinet)).stream()
                .map(row -> named(actor, nameless(cabinet, row)))
                .toList();
    }

    private static void push(Tx tx, DeviceId cabinet, PersonId person) {
        var device = DeviceStore.find(tx.sql(), cabinet).orElseThrow().asFieldDevice();
        FieldListStore.refresh(
                tx, CredentialStore.ofPerson(tx.sql(), person.number()), List.of(device));
        PinListStore.refresh(tx, List.of(device));
    }

    private static List<Problem> checkCompartment(Tx tx, DeviceId cabinet, int compartment) {
        var problems = new ArrayList<Problem>();
        var row = DeviceStore.find(tx.sql(), cabinet).orElse(null);
        if (row == null || row.device().kind() != DeviceKind.LOCKER_CABINET) {
            problems.add(Problem.of("cabinet", cabinet.number(), "devices.not-a-cabinet"));
            return problems;
        }
        var count =
                Integer.parseInt(
                        Objects.requireNonNull(row.desired().get(DeviceSettings.COMPARTMENTS)));
        if (compartment < 1 || compartment > count) {
            problems.add(
                    Problem.of("compartment", compartment, "devices.compartment-unknown", count));
        }
        return problems;
    }

    private static Assignment nameless(DeviceId cabinet, AssignmentStore.Row row) {
        return new Assignment(cabinet, row.compartment(), row.person(), "", row.since());
    }

    private Assignment named(Actor actor, Assignment assignment) {
        return new Assignment(
                assignment.cabinet(),
                assignment.compartment(),
                assignment.person(),
                names.nameOf(actor, assignment.person()),
                assignment.since());
    }
}
