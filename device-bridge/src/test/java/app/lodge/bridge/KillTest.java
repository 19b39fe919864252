package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.EUR;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.virtual.VirtualDevices;
import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.bridge.virtual.VirtualPaymentPoint.TapOutcome;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.doors.Connection;
import app.lodge.core.money.Money;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the bridge, a process of its own, in the middle of payments: nothing is lost, nothing is
/// there twice, and the books agree with the till's own record.
@Tag("ID-15")
final class KillTest {

    private static final int KILLS = 3;
    private static final int TAPS_OFFLINE = 40;

    @TempDir Path folder;

    @Test
    void theBooksAgreeWithTheTillsOwnRecordAfterEveryKill() throws Exception {
        TestBridge.create(folder);
        TestBridge.Holder holder;
        String code;
        try (var site = Site.open(new Home(folder), Clock.systemUTC(), TestBridge.CHEAP)) {
            holder = TestBridge.holder(site, "Killed", "04D1B2C3D4E501", 50_000);
            code = TestBridge.add(site, "till-killed", DeviceKind.PAYMENT_POINT).code();
            site.devices()
                    .configure(
                            ADMIN,
                            RequestId.fresh(),
                            site.devices().named(ADMIN, "till-killed").orElseThrow().device().id(),
                            Map.of("offline.rule", "limit", "offline.limit", "50000"));
        }
        var bridge = startBridge();
        try (var till =
                (VirtualPaymentPoint)
                        VirtualDevices.start(
                                new VirtualDevices.Order(
                                        folder, "till-killed", code, folder.resolve("till")),
                                Clock.systemUTC())) {
            eventually(till::connected);
            var paid = new ArrayList<Long>();
            eventually(() -> till.listVersion("allow") > 0);
            for (var kill = 0; kill < KILLS; kill++) {
                // Asked and answered, the last of them while the bridge dies.
                tap(till, holder, 5, paid);
                till.goOffline();
                eventually(() -> !till.connected());
                // By the till's own rule: a log that is taken in while the bridge dies.
                tap(till, holder, TAPS_OFFLINE, paid);
                till.goOnline();
                var stopAt = TAPS_OFFLINE - 5 - 7 * kill;
                eventually(() -> till.unacknowledged() < stopAt);
                bridge.destroyForcibly();
                tap(till, holder, 3, paid);
                assertThat(bridge.waitFor(30, TimeUnit.SECONDS)).isTrue();
                bridge = startBridge();
                eventually(till::connected);
            }
            eventually(() -> till.unacknowledged() == 0);
            assertThat(paid).hasSizeGreaterThanOrEqualTo(KILLS * TAPS_OFFLINE);
            bridge.destroy();
            assertThat(bridge.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(Connection.read(folder)).isEmpty();
            try (var site = Site.open(new Home(folder), Clock.systemUTC(), TestBridge.CHEAP)) {
                var spent = paid.stream().mapToLong(Long::longValue).sum();
                assertThat(
                                site.accounts()
                                        .find(ADMIN, holder.account())
                                        .orElseThrow()
                                        .balance()
                                        .minor())
                        .isEqualTo(50_000 - spent);
                var device = site.devices().named(ADMIN, "till-killed").orElseThrow();
                assertThat(device.lastSeq())
                        .isEqualTo(Files.readAllLines(folder.resolve("till/events.jsonl")).size());
                assertThat(site.accounts().audit(ADMIN)).isEmpty();
            }
        } finally {
            bridge.destroyForcibly();
        }
    }

    private static void tap(
            VirtualPaymentPoint till, TestBridge.Holder holder, int times, List<Long> paid) {
        for (var tap = 0; tap < times; tap++) {
            if (till.tap(holder.uid(), new Money(10 + tap, EUR)) instanceof TapOutcome.Paid one) {
                paid.add(one.amount().minor());
            }
        }
    }

    private Process startBridge() throws Exception {
        Files.deleteIfExists(folder.resolve(Connection.FILE));
        var process = TestBridge.process(folder);
        eventually(() ->
                !process.isAlive()
                        || Connection.read(folder)
                                .filter(there -> there.mqttPort() > 0)
                                .isPresent());
        assertThat(process.isAlive()).as("the bridge runs").isTrue();
        return process;
    }
}
