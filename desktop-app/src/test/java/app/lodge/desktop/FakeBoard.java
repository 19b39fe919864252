package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.Device;
import app.lodge.core.devices.DeviceBoard;
import app.lodge.core.devices.DeviceView;
import java.time.Duration;
import java.util.List;

/// The board over the devices in memory: one has a jam, one is nearly full, one is away.
final class FakeBoard implements DeviceBoard {

    private final FakeDevices devices;

    FakeBoard(FakeDevices devices) {
        this.devices = devices;
    }

    @Override
    public List<Row> rows(Actor actor) {
        return devices.list(actor).stream().map(FakeBoard::row).toList();
    }

    private static Row row(DeviceView view) {
        var device = view.device();
        var number = Math.toIntExact(device.id().number());
        return new Row(
                new Device(
                        device.id(),
                        device.name(),
                        device.kind(),
                        device.label(),
                        device.place(),
                        true,
                        FakePeople.NOW.plus(Duration.ofDays(200 + number))),
                view.online() ? Presence.ONLINE : Presence.OFFLINE,
                view.detail(),
                view.lastContact(),
                number * 400L,
                view.sync(),
                view.desiredVersion(),
                view.reportedVersion(),
                switch (number) {
                    case 4 ->
                            List.of(
                                    new Fault(
                                            "NOTE_JAM",
                                            FakePeople.NOW.minus(Duration.ofMinutes(12)),
                                            3),
                                    new Fault(
                                            "PAPER_OUT",
                                            FakePeople.NOW.minus(Duration.ofMinutes(5)),
                                            1));
                    case 5 -> List.of(new Fault("REFUSED_CONFIGURATION", FakePeople.NOW, 1));
                    default -> List.of();
                },
                number == 4
                        ? List.of(new Level("notes", 471, 500), new Level("coins", 120, 900))
                        : List.of(new Level("compartments", 9 + number, 24)),
                view.online() ? 0 : 1,
                view.online() ? null : FakePeople.NOW.minus(Duration.ofHours(3)),
                FakePeople.NOW.minus(Duration.ofMinutes(30)),
                view.lastSeq(),
                view.program(),
                number == 4
                        ? new OnDuty("Carla Bauer", 3, FakePeople.NOW.minus(Duration.ofHours(2)))
                        : null);
    }
}
