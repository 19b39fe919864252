package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import app.lodge.core.rights.PassRights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final Compartments compartments;
    private final JoinCodes codes = new JoinCodes();

    BookedDevices(Books books, PersonNames names) {
        this.books = books;
        this.compartments = new Compartments(books, names);
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
                    if (kind == DeviceKind.DOOR) {
                        PassRights.begin(tx, id.number(), shown, name);
                    }
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
        return compartments.assign(actor, request, cabinet, compartment, person);
    }

    @Override
    public AssignOutcome release(
            Actor actor, RequestId request, DeviceId cabinet, int compartment) {
        return compartments.release(actor, request, cabinet, compartment);
    }

    @Override
    public List<Assignment> assignments(Actor actor, DeviceId cabinet) {
        return compartments.of(actor, cabinet);
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

    private static Problem unknown(DeviceId id) {
        return Problem.of("device", id.number(), "devices.unknown");
    }
}
