package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.EUR;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceBoard;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.money.Money;
import app.lodge.core.virtualsite.Crowd;
import app.lodge.core.virtualsite.CrowdPicture;
import app.lodge.core.virtualsite.Disturbance;
import app.lodge.core.virtualsite.VirtualSite.Act;
import app.lodge.core.virtualsite.VirtualSite.ActOutcome;
import app.lodge.core.virtualsite.VirtualSite.AddOutcome;
import app.lodge.core.virtualsite.VirtualSite.CrowdOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Virtual devices in the bridge's own process, over the real broker: they pay, break, fill up and lose
/// their cable, and the board shows it.
@Tag("ID-49")
class VirtualSiteTest {

    private static final String CARD = "04A1B2C3D4E501";

    @TempDir Path folder;

    @Test
    void aSiteThatIsNotOpenedForItHasNoVirtualDevices() throws Exception {
        try (var test = new TestBridge(folder)) {
            var virtual = test.bridge.virtualSite();
            assertThat(virtual.open(ADMIN)).isFalse();
            assertThat(virtual.add(ADMIN, RequestId.fresh(), DeviceKind.PAYMENT_POINT, 1, "Hall"))
                    .isInstanceOf(AddOutcome.Rejected.class);
        }
    }

    @Test
    void devicesPayBreakFillUpAndLoseTheirCable() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("lodge.properties"), "virtual-site=yes\n");
        try (var test = new TestBridge(folder)) {
            var virtual = test.bridge.virtualSite();
            var clerk = new Actor(2, "Ben", Role.CLERK, "desk-1");
            assertThatThrownBy(() -> virtual.stop(clerk)).isInstanceOf(NotPermitted.class);
            var holder = test.holder("Virtual", CARD, 1_000);
            assertThat(virtual.add(ADMIN, RequestId.fresh(), DeviceKind.PAYMENT_POINT, 2, "Hall"))
                    .isEqualTo(new AddOutcome.Added(List.of("virtual-till-1", "virtual-till-2")));
            virtual.add(ADMIN, RequestId.fresh(), DeviceKind.LOCKER_CABINET, 1, "Hall");
            eventually(() -> virtual.devices(ADMIN).stream().allMatch(one -> one.connected()));
            assertThat(act(test, "virtual-till-1", new Act.Tap(CARD, new Money(350, EUR))))
                    .isEqualTo(new ActOutcome.Done("paid"));
            act(test, "virtual-till-1", new Act.Break("NOTE_JAM", Act.Condition.BROKEN));
            act(test, "virtual-till-1", new Act.Fill("notes", 96, 100));
            act(test, "virtual-till-2", new Act.Cut());
            eventually(() -> test.balance(holder) == 650);
            eventually(() -> row(test, "virtual-till-1").faults().size() == 1);
            eventually(() -> row(test, "virtual-till-1").levels().size() == 1);
            eventually(
                    () -> row(test, "virtual-till-2").presence() == DeviceBoard.Presence.OFFLINE);
            act(test, "virtual-till-1", new Act.Break("NOTE_JAM", Act.Condition.WELL));
            act(test, "virtual-till-2", new Act.Mend());
            eventually(() -> row(test, "virtual-till-1").faults().isEmpty());
            eventually(() -> row(test, "virtual-till-2").presence() == DeviceBoard.Presence.ONLINE);
            assertThat(act(test, "virtual-lockers-1", new Act.Tap(CARD, new Money(1, EUR))))
                    .isInstanceOf(ActOutcome.Rejected.class);
            assertThat(virtual.stop(ADMIN)).isEqualTo(3);
            // They come back as who they were.
            virtual.add(ADMIN, RequestId.fresh(), DeviceKind.PAYMENT_POINT, 1, "Hall");
            eventually(() -> virtual.devices(ADMIN).getFirst().connected());
            assertThat(test.site().devices().list(ADMIN)).hasSize(3);
        }
    }

    @Test
    @Tag("ID-30")
    @Tag("ID-32")
    void kiosksAndPhonesTakeInPayOutAndAreEmptied() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("lodge.properties"), "virtual-site=yes\n");
        try (var test = new TestBridge(folder)) {
            var virtual = test.bridge.virtualSite();
            var holder = test.holder("Cash", CARD, 1_000);
            virtual.add(ADMIN, RequestId.fresh(), DeviceKind.KIOSK, 1, "Hall");
            virtual.add(ADMIN, RequestId.fresh(), DeviceKind.PHONE, 1, "Hall");
            virtual.add(ADMIN, RequestId.fresh(), DeviceKind.PAYMENT_POINT, 1, "Hall");
            eventually(() -> virtual.devices(ADMIN).stream().allMatch(one -> one.connected()));
            assertThat(act(test, "virtual-kiosk-1", new Act.FillCash(new Money(5_000, EUR))))
                    .isEqualTo(new ActOutcome.Done("done"));
            assertThat(act(test, "virtual-kiosk-1", new Act.PutIn(CARD, new Money(2_750, EUR))))
                    .isEqualTo(new ActOutcome.Done("cash-in"));
            eventually(() -> test.balance(holder) == 3_750);
            assertThat(act(test, "virtual-phone-1", new Act.Tap(CARD, new Money(250, EUR))))
                    .isEqualTo(new ActOutcome.Done("paid"));
            eventually(() -> test.balance(holder) == 3_500);
            assertThat(act(test, "virtual-phone-1", new Act.PutIn(CARD, new Money(100, EUR))))
                    .isEqualTo(new ActOutcome.Done("cash-in"));
            eventually(() -> test.balance(holder) == 3_600);
            assertThat(act(test, "virtual-kiosk-1", new Act.EmptyCash()))
                    .isEqualTo(new ActOutcome.Done("done"));
            eventually(() ->
                    virtual.devices(ADMIN).stream().allMatch(one -> one.unacknowledged() == 0));
            assertThat(act(test, "virtual-till-1", new Act.PutIn(CARD, new Money(1, EUR))))
                    .isInstanceOf(ActOutcome.Rejected.class);
            assertThat(act(test, "virtual-kiosk-1", new Act.Tap(CARD, new Money(1, EUR))))
                    .isInstanceOf(ActOutcome.Rejected.class);
            assertThat(act(test, "virtual-kiosk-1", new Act.PutIn(CARD, new Money(0, EUR))))
                    .isInstanceOf(ActOutcome.Rejected.class);
        }
    }

    @Test
    void aThousandTimesAsFastACrowdHasLunchThroughBadLinesAndTheBooksAgreeWithTheTills()
            throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("lodge.properties"), "virtual-site=yes\n");
        try (var test = new TestBridge(folder)) {
            var virtual = test.bridge.virtualSite();
            for (var guest = 1; guest <= 3; guest++) {
                test.holder("Guest " + guest, "04A1B2C3D4E5%02X".formatted(guest), 50_000);
            }
            var lunch = new Crowd(40, Duration.ofMinutes(60), Crowd.FASTEST, 4);
            assertThat(virtual.send(ADMIN, RequestId.fresh(), lunch))
                    .isInstanceOf(CrowdOutcome.Rejected.class);
            virtual.add(ADMIN, RequestId.fresh(), DeviceKind.PAYMENT_POINT, 2, "Hall");
            eventually(() -> virtual.devices(ADMIN).stream().allMatch(one -> one.connected()));
            act(
                    test,
                    "virtual-till-1",
                    new Act.Disturb(new Disturbance(50, 100, 100, 50, Duration.ofMillis(20)), 9));
            act(test, "virtual-till-2", new Act.Drift(Duration.ofMinutes(2), 1_000));
            var request = RequestId.fresh();
            eventually(() -> virtual.send(ADMIN, request, lunch) instanceof CrowdOutcome.Coming);
            virtual.steer(ADMIN, new Crowd.Steer.Pause());
            var before = picture(test).come();
            virtual.steer(ADMIN, new Crowd.Steer.Step());
            eventually(() -> picture(test).come() == before + 1);
            assertThat(picture(test).state()).isEqualTo(CrowdPicture.State.PAUSED);
            virtual.steer(ADMIN, new Crowd.Steer.GoOn());
            eventually(() -> picture(test).paid() + picture(test).refused() == lunch.people());
            assertThat(picture(test).state()).isEqualTo(CrowdPicture.State.OVER);
            act(test, "virtual-till-1", new Act.Disturb(Disturbance.NONE, 0));
            act(test, "virtual-till-2", new Act.LosePower());
            eventually(() ->
                    virtual.devices(ADMIN).stream().allMatch(one -> one.unacknowledged() == 0));
            var compared = virtual.compare(ADMIN);
            assertThat(compared).allMatch(one -> one.differences() == 0);
            assertThat(compared.stream().mapToLong(one -> one.paid().minor()).sum())
                    .isEqualTo(picture(test).taken().minor());
        }
    }

    private static CrowdPicture picture(TestBridge test) {
        return test.bridge.virtualSite().crowd(ADMIN).orElseThrow();
    }

    private static ActOutcome act(TestBridge test, String device, Act act) {
        return test.bridge.virtualSite().act(ADMIN, RequestId.fresh(), device, act);
    }

    private static DeviceBoard.Row row(TestBridge test, String name) {
        return test.site().board().rows(ADMIN).stream()
                .filter(row -> row.device().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
