package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Devices kept in the books.
final class BookedDevices implements Devices {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,38}[a-z0-9]");

    /// The bridge's own name on the field network.
    private static final String RESERVED = "bridge";

    private static final int LONGEST_LABEL = 120;

    private final Books books;
    private final PersonNames names;
    private final JoinCodes codes = new JoinCodes();

    BookedDevices(Books books, PersonNames names) {
        this.books = books;
        this.names = names;
    }

    @Override
    public AddOutcome add(
            Actor actor,
            RequestId request,
            String name,
            DeviceKind kind,
            String label,
            String place) {
        actor.require(Permission.CONFIGURE_DEVICES);
        return books.once(
                actor,
                request,
                "devices.add",
                List.of(name, kind, label, place),
                AddOutcome.class,
                tx -> {
                    var problems = check(tx, name, label.strip(), place.strip());
                    if (!problems.isEmpty()) {
                        return new AddOutcome.Rejected(problems);
                    }
                    var shown = label.isBlank() ? name : label.strip();
                    var code = codes.fresh();
                    var id =
                            DeviceStore.insert(
                                    tx,
                                    name,
                                    kind,
                                    shown,
                                    place.strip(),
                                    JoinCodes.hash(name, code));
                    DeviceStore.desire(tx, id, 1, DeviceSettings.defaults(kind));
                    ListStore.begin(tx, id, kind);
                    var row = DeviceStore.find(tx.sql(), id).orElseThrow();
                    FieldListStore.refreshAll(tx, List.of(row.asFieldDevice()));
                    tx.journal(
                            "device.added",
                            subject(id),
                            Map.of("name", name, "kind", kind.name(), "label", shown));
                    return new AddOutcome.Added(
                            row.device(),
                            new JoinCode(name, code, tx.now().plus(JoinCodes.VALID_FOR)));
                });
    }

    @Override
    public Optional<JoinCode> renewJoinCode(Actor actor, RequestId request, DeviceId id) {
        actor.require(Permission.CONFIGURE_DEVICES);
        var renewed =
                books.once(
                        actor,
                        request,
                        "devices.renewJoinCode",
                        id,
                        Renewed.class,
                        tx -> {
                            var row = DeviceStore.find(tx.sql(), id).orElse(null);
                            if (row == null) {
                                return new Renewed(null);
                            }
                            var name = row.device().name();
                            var code = codes.fresh();
                            DeviceStore.renewCode(tx, id, JoinCodes.hash(name, code));
                            tx.journal("device.join-code-renewed", subject(id), Map.of());
                            return new Renewed(
                                    new JoinCode(name, code, tx.now().plus(JoinCodes.VALID_FOR)));
                        });
        return Optional.ofNullable(renewed.code());
    }

    /// What is kept of a renewed code's answer.
    record Renewed(@Nullable JoinCode code) {}

    @Override
    public List<DeviceView> list(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql ->
                DeviceStore.all(sql).stream().map(row -> DeviceViewStore.view(sql, row)).toList());
    }

    @Override
    public Optional<DeviceView> find(Actor actor, DeviceId id) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(
                sql -> DeviceStore.find(sql, id).map(row -> DeviceViewStore.view(sql, row)));
    }

    @Override
    public Optional<DeviceView> named(Actor actor, String name) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(
                sql -> DeviceStore.named(sql, name).map(row -> DeviceViewStore.view(sql, row)));
    }

    @Override
    public List<ConfigField> fields(Actor actor, DeviceKind kind) {
        actor.require(Permission.SEE_DEVICES);
        return DeviceSettings.of(kind);
    }

    @Override
    public ConfigureOutcome configure(
            Actor actor, RequestId request, DeviceId id, Map<String, String> changes) {
        actor.require(Permission.CONFIGURE_DEVICES);
        return books.once(
                actor,
                request,
                "devices.configure",
                List.of(id, new TreeMap<>(changes)),
                ConfigureOutcome.class,
                tx -> {
                    var row = DeviceStore.find(tx.sql(), id).orElse(null);
                    if (row == null) {
                        return new ConfigureOutcome.Rejected(List.of(unknown(id)));
                    }
                    var problems = check(tx, row, changes);
                    if (!problems.isEmpty()) {
                        return new ConfigureOutcome.Rejected(problems);
                    }
                    var after = new TreeMap<>(row.desired());
                    after.putAll(changes);
                    if (!after.equals(row.desired())) {
                        var version = row.desiredVersion() + 1;
                        DeviceStore.desire(tx, id, version, after);
                        tx.journal(
                                "device.configured",
                                subject(id),
                                Map.of(
                                        "version",
                                        version,
                                        "before",
                                        row.desired(),
                                        "after",
                                        after));
                    }
                    return new ConfigureOutcome.Configured(
                            DeviceViewStore.view(
                                    tx.sql(), DeviceStore.find(tx.sql(), id).orElseThrow()));
                });
    }

    @Override
    public AssignOutcome assign(
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
                                        subject(cabinet),
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

    @Override
    public AssignOutcome release(
            Actor actor, RequestId request, DeviceId cabinet, int compartment) {
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
                                        subject(cabinet),
                                        Map.of(
                                                "compartment",
                                                compartment,
                                                "person",
                                                holder.person().number()));
                            });
                    return new AssignOutcome.Released(compartment);
                });
    }

    @Override
    public List<Assignment> assignments(Actor actor, DeviceId cabinet) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql -> AssignmentStore.of(sql, cabinet)).stream()
                .map(row -> named(actor, nameless(cabinet, row)))
                .toList();
    }

    @Override
    public Page<EventRow> events(Actor actor, DeviceId id, @Nullable String after, int limit) {
        actor.require(Permission.SEE_DEVICES);
        var rows = Math.clamp(limit, 1, 500);
        return books.read(sql -> EventStore.page(sql, id, after, rows));
    }

    static String subject(DeviceId id) {
        return "device:" + id.number();
    }

    private static void push(Tx tx, DeviceId cabinet, PersonId person) {
        var device = DeviceStore.find(tx.sql(), cabinet).orElseThrow().asFieldDevice();
        FieldListStore.refresh(
                tx, CredentialStore.ofPerson(tx.sql(), person.number()), List.of(device));
    }

    private static List<Problem> check(Tx tx, String name, String label, String place) {
        var problems = new ArrayList<Problem>();
        if (!NAME.matcher(name).matches()) {
            problems.add(Problem.of("name", name, "devices.name-malformed"));
        } else if (name.equals(RESERVED)) {
            problems.add(Problem.of("name", name, "devices.name-reserved"));
        } else if (DeviceStore.named(tx.sql(), name).isPresent()) {
            problems.add(Problem.of("name", name, "devices.name-taken"));
        }
        if (label.length() > LONGEST_LABEL) {
            problems.add(Problem.of("label", label, "devices.text-too-long", LONGEST_LABEL));
        }
        if (place.length() > LONGEST_LABEL) {
            problems.add(Problem.of("place", place, "devices.text-too-long", LONGEST_LABEL));
        }
        return problems;
    }

    private static List<Problem> check(Tx tx, DeviceStore.Row row, Map<String, String> changes) {
        var problems = new ArrayList<>(DeviceSettings.check(row.device().kind(), changes));
        var compartments = changes.get(DeviceSettings.COMPARTMENTS);
        if (problems.isEmpty() && compartments != null) {
            AssignmentStore.of(tx.sql(), row.device().id()).stream()
                    .mapToInt(AssignmentStore.Row::compartment)
                    .max()
                    .ifPresent(highest -> {
                        if (highest > Integer.parseInt(compartments)) {
                            problems.add(
                                    Problem.of(
                                            DeviceSettings.COMPARTMENTS,
                                            compartments,
                                            "devices.compartments-in-use",
                                            highest));
                        }
                    });
        }
        return problems;
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

    private static Problem unknown(DeviceId id) {
        return Problem.of("device", id.number(), "devices.unknown");
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
