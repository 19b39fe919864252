package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.ConfigField;
import app.lodge.core.devices.Device;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceView;
import app.lodge.core.devices.DeviceView.ListState;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.SyncState;
import app.lodge.core.people.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Devices in memory: two cabinets and three payment points.
final class FakeDevices implements Devices {

    private final List<DeviceView> devices = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private final FakePeople people;

    FakeDevices(FakePeople people) {
        this.people = people;
        put(
                1,
                "till-2",
                DeviceKind.PAYMENT_POINT,
                "Canteen, till 2",
                "Canteen",
                true,
                SyncState.IN_SYNC);
        put(
                2,
                "lockers-a",
                DeviceKind.LOCKER_CABINET,
                "Lockers, hall A",
                "Hall A",
                true,
                SyncState.DRIFTED);
        put(
                3,
                "lockers-gym",
                DeviceKind.LOCKER_CABINET,
                "Lockers, gym",
                "Gym",
                false,
                SyncState.PENDING);
        put(
                4,
                "drinks-1",
                DeviceKind.PAYMENT_POINT,
                "Drinks machine",
                "Foyer",
                true,
                SyncState.IN_SYNC);
        put(
                5,
                "copier-3",
                DeviceKind.PAYMENT_POINT,
                "Copier, third floor",
                "3rd floor",
                true,
                SyncState.FAILED);
        assignments.add(assignment(2, 7, 3));
        assignments.add(assignment(2, 12, 5));
    }

    private Assignment assignment(long cabinet, int compartment, long person) {
        var id = new PersonId(person);
        return new Assignment(
                new DeviceId(cabinet),
                compartment,
                id,
                people.name(id),
                FakePeople.NOW.minus(Duration.ofDays(20)));
    }

    private DeviceView put(
            long id,
            String name,
            DeviceKind kind,
            String label,
            String place,
            boolean online,
            SyncState sync) {
        var desired = new TreeMap<String, String>();
        fields(null, kind).forEach(field -> desired.put(field.key(), field.defaultValue()));
        var reported = new TreeMap<>(desired);
        if (sync == SyncState.DRIFTED) {
            reported.put("open.seconds", "9");
        }
        var view =
                new DeviceView(
                        new Device(new DeviceId(id), name, kind, label, place, true, null),
                        online,
                        online ? "" : "NO_ANSWER",
                        FakePeople.NOW.minus(Duration.ofMinutes(online ? 1 : 140)),
                        sync,
                        4,
                        desired,
                        sync == SyncState.IN_SYNC ? 4 : 3,
                        reported,
                        sync == SyncState.FAILED ? List.of("offline.limit: too high") : List.of(),
                        List.of(
                                new ListState("allow", 118, 118, 29, FakePeople.NOW),
                                new ListState("block", 9, online ? 9 : 8, 1, FakePeople.NOW)),
                        412,
                        "virtual 0.1.0");
        devices.removeIf(each -> each.device().id().number() == id);
        devices.add(view);
        return view;
    }

    @Override
    public AddOutcome add(
            Actor actor,
            RequestId request,
            String name,
            DeviceKind kind,
            String label,
            String place) {
        if (!name.matches("[a-z0-9-]{3,40}")) {
            return new AddOutcome.Rejected(
                    List.of(Problem.of("name", name, "operators.name-form")));
        }
        var view = put(devices.size() + 1L, name, kind, label, place, false, SyncState.UNKNOWN);
        return new AddOutcome.Added(view.device(), code(name));
    }

    private static JoinCode code(String name) {
        return new JoinCode(name, "K7QF-9D2M-XW4T", FakePeople.NOW.plus(Duration.ofHours(24)));
    }

    @Override
    public Optional<JoinCode> renewJoinCode(Actor actor, RequestId request, DeviceId id) {
        return find(actor, id).map(view -> code(view.device().name()));
    }

    @Override
    public List<DeviceView> list(Actor actor) {
        return List.copyOf(devices);
    }

    @Override
    public Optional<DeviceView> find(Actor actor, DeviceId id) {
        return devices.stream().filter(view -> view.device().id().equals(id)).findFirst();
    }

    @Override
    public Optional<DeviceView> named(Actor actor, String name) {
        return devices.stream().filter(view -> view.device().name().equals(name)).findFirst();
    }

    @Override
    public List<ConfigField> fields(Actor actor, DeviceKind kind) {
        var rule =
                new ConfigField(
                        "offline.rule",
                        ConfigField.Type.CHOICE,
                        "refuse",
                        "",
                        0,
                        0,
                        List.of("refuse", "limit"));
        var ask = number("ask.timeout", "3", "s", 30);
        return switch (kind) {
            case PAYMENT_POINT, KIOSK, PHONE ->
                    List.of(
                            new ConfigField(
                                    "display.text",
                                    ConfigField.Type.TEXT,
                                    "Please present your card",
                                    "",
                                    0,
                                    40,
                                    List.of()),
                            number("amount.maximum", "20000", "minor", 1_000_000),
                            ask,
                            rule,
                            number("offline.limit", "1000", "minor", 100_000));
            case DOOR -> List.of(number("strike.seconds", "4", "s", 60), rule);
            case PORTAL -> List.of();
            case SAFE ->
                    List.of(
                            number("cassette.pieces", "4000", "count", 20_000),
                            number("cassette.warning", "80", "percent", 100));
            case LOCKER_CABINET ->
                    List.of(
                            number("compartments", "12", "count", 500),
                            number("open.seconds", "5", "s", 60),
                            ask,
                            rule);
        };
    }

    private static ConfigField number(String key, String preset, String unit, long maximum) {
        return new ConfigField(key, ConfigField.Type.NUMBER, preset, unit, 0, maximum, List.of());
    }

    @Override
    public ConfigureOutcome configure(
            Actor actor, RequestId request, DeviceId id, Map<String, String> changes) {
        return new ConfigureOutcome.Configured(find(actor, id).orElseThrow());
    }

    @Override
    public AssignOutcome assign(
            Actor actor, RequestId request, DeviceId cabinet, int compartment, PersonId person) {
        for (var each : assignments(actor, cabinet)) {
            if (each.compartment() == compartment) {
                return new AssignOutcome.Occupied(each);
            }
        }
        var made = assignment(cabinet.number(), compartment, person.number());
        assignments.add(made);
        return new AssignOutcome.Assigned(made);
    }

    @Override
    public AssignOutcome release(
            Actor actor, RequestId request, DeviceId cabinet, int compartment) {
        assignments.removeIf(
                each -> each.cabinet().equals(cabinet) && each.compartment() == compartment);
        return new AssignOutcome.Released(compartment);
    }

    @Override
    public List<Assignment> assignments(Actor actor, DeviceId cabinet) {
        return assignments.stream().filter(each -> each.cabinet().equals(cabinet)).toList();
    }

    @Override
    public Page<EventRow> events(Actor actor, DeviceId id, String after, int limit) {
        var rows = new ArrayList<EventRow>();
        for (int i = 0; i < 18; i++) {
            var at = FakePeople.NOW.minus(Duration.ofMinutes(11L * i));
            rows.add(
                    new EventRow(
                            412 - i,
                            i % 4 == 0 ? "door.opened" : "payment.made",
                            at,
                            at,
                            i == 5,
                            "%07d-02".formatted(1 + i % 9),
                            Map.of("amount", String.valueOf(120 + i * 5)),
                            null,
                            0L));
        }
        return new Page<>(rows, null);
    }
}
