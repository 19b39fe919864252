package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Devices kept in the books.
final class BookedDevices implements Devices {

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
                    var wanted = NewDevice.of(name, kind, label, place);
                    return wanted.put(tx, codes);
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
                    var aim = new Aim.One(id);
                    var plan = PushPlanStore.plan(tx.sql(), aim, changes);
                    if (!plan.problems().isEmpty()) {
                        return new ConfigureOutcome.Rejected(plan.problems());
                    }
                    if (!plan.empty()) {
                        var unused = PushStore.write(tx, Pushes.Kind.PUSH, aim.code(), plan, null);
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
}
