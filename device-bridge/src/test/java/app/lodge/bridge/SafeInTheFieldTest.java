package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.EUR;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.lodge.bridge.virtual.VirtualKiosk;
import app.lodge.bridge.virtual.VirtualSafe;
import app.lodge.bridge.virtual.VirtualSafe.SafeOutcome;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.cashdesk.Count;
import app.lodge.core.devices.DeviceDuty;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceRight;
import app.lodge.core.devices.DeviceUsers;
import app.lodge.core.devices.DeviceUsers.Known;
import app.lodge.core.devices.Devices.EventRow;
import app.lodge.core.kiosks.Kiosk;
import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.money.Money;
import app.lodge.core.site.SiteException;
import app.lodge.core.virtualsite.Disturbance;
import app.lodge.core.virtualsite.Injected;
import app.lodge.core.watch.Alert;
import app.lodge.core.watch.Channel;
import app.lodge.core.watch.Matter;
import app.lodge.core.watch.Rule;
import app.lodge.core.watch.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A smart safe over the real wire: who may deposit there, what is counted, jammed, taken out, and what comes
/// later. The wire is held against the protocol's schemas.
final class SafeInTheFieldTest {

    private static final Map<Long, Integer> SEVENTY = Map.of(5_000L, 1, 1_000L, 2);
    private static final Instant ALWAYS = Instant.EPOCH;

    @RegisterExtension static final RecordedWire WIRE = new RecordedWire();

    @TempDir static Path folder;
    static TestBridge site;

    @BeforeAll
    static void open() throws SiteException {
        site = new TestBridge(folder);
    }

    @AfterAll
    static void close() {
        assertThat(site.site().conservation().lookNow(ADMIN).holds()).isTrue();
        site.close();
    }

    private static VirtualSafe safe(String name) throws Exception {
        return site.join(VirtualSafe.class, name, DeviceKind.SAFE);
    }

    private static DeviceId device(String name) {
        return site.device(name).id();
    }

    private static Kiosk cash(String name) {
        return site.site().kiosks().list(ADMIN).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static DeviceUsers users() {
        return site.site().deviceUsers();
    }

    /// The safe goes by it when this returns.
    private static void admit(
            String safe, TestBridge.Holder who, Instant from, Instant until, DeviceDuty... may) {
        put(safe, who, from, until, may);
        eventually(() -> known(safe, who) == Known.CONFIRMED);
    }

    private static void put(
            String safe, TestBridge.Holder who, Instant from, Instant until, DeviceDuty... may) {
        assertThat(
                        users().put(
                                        ADMIN,
                                        RequestId.fresh(),
                                        device(safe),
                                        who.person(),
                                        new DeviceRight(Arrays.asList(may), from, until)))
                .isInstanceOf(DeviceUsers.Outcome.Done.class);
    }

    private static Known known(String safe, TestBridge.Holder who) {
        return users().of(ADMIN, device(safe)).stream()
                .filter(user -> user.person().equals(who.person()))
                .map(DeviceUsers.User::known)
                .findFirst()
                .orElse(null);
    }

    private static List<EventRow> events(String safe) {
        return site.site().devices().events(ADMIN, device(safe), null, 100).rows().reversed();
    }

    private static List<String> kinds(String safe) {
        return events(safe).stream().map(EventRow::kind).toList();
    }

    private static void settled(VirtualSafe safe) {
        eventually(() -> safe.unacknowledged() == 0);
    }

    private static SafeOutcome refused(String why) {
        return new SafeOutcome.Refused(why);
    }

    @Test
    @Tag("SAFE-11")
    @Tag("SAFE-27")
    void whatHappensAtASafeIsToldAndADepositLiesInItsBooks() throws Exception {
        var anna = site.holder("Depositor", "04A1B2C3D4E5C1", 0);
        try (var safe = safe("safe-1")) {
            admit("safe-1", anna, ALWAYS, null, DeviceDuty.DEPOSIT, DeviceDuty.OPEN);
            assertThat(safe.deposit(anna.uid(), SEVENTY, 2))
                    .isEqualTo(new SafeOutcome.Done(2, new Money(7_000, EUR)));
            safe.log("counter warm");
            settled(safe);
            assertThat(kinds("safe-1"))
                    .containsExactly("session-opened", "deposit", "session-closed", "level", "log");
            assertThat(events("safe-1").get(1).content())
                    .containsEntry("rejected", "2")
                    .containsKey("pieces");
            assertThat(cash("safe-1").expected()).isEqualTo(new Money(7_000, EUR));
            assertThat(cash("safe-1").content())
                    .extracting(line -> line.denomination().minor(), line -> line.pieces())
                    .contains(tuple(5_000L, 1L), tuple(1_000L, 2L));
            assertThat(site.balance(anna)).as("nobody's own money").isZero();

            assertThat(safe.swap(anna.uid(), "C-17", "C-18")).isInstanceOf(SafeOutcome.Done.class);
            settled(safe);
            assertThat(kinds("safe-1"))
                    .endsWith("door-opened", "cassette-swapped", "door-closed", "level");
            assertThat(cash("safe-1").expected()).isEqualTo(Money.zero(EUR));
            assertThat(cash("safe-1").inBags()).isEqualTo(new Money(7_000, EUR));
            assertThat(
                            site.site()
                                    .kiosks()
                                    .count(
                                            ADMIN,
                                            RequestId.fresh(),
                                            new Kiosks.Counting(
                                                    device("safe-1"),
                                                    "C-17",
                                                    new Count(
                                                            EUR,
                                                            List.of(
                                                                    new Count.Line(5_000, 1),
                                                                    new Count.Line(1_000, 2))),
                                                    null,
                                                    "")))
                    .isInstanceOf(Kiosks.CountOutcome.Done.class);
            assertThat(cash("safe-1").inBags()).isEqualTo(Money.zero(EUR));
        }
    }

    @Test
    @Tag("SAFE-63")
    void oneWhoWasTakenOffDepositsUntilTheSafeKnowsAndNotAfterwards() throws Exception {
        var bela = site.holder("Leaving", "04A1B2C3D4E5C2", 0);
        try (var safe = safe("safe-2")) {
            assertThat(safe.deposit(bela.uid(), SEVENTY, 0)).isEqualTo(refused("NO_USER"));
            admit("safe-2", bela, ALWAYS, null, DeviceDuty.DEPOSIT);
            assertThat(safe.swap(bela.uid(), "C-1", "C-2")).isEqualTo(refused("NO_RIGHT"));

            safe.goOffline();
            var taken = users().remove(ADMIN, RequestId.fresh(), device("safe-2"), bela.person());
            assertThat(taken)
                    .isInstanceOfSatisfying(
                            DeviceUsers.Outcome.Done.class,
                            done -> assertThat(done.user().known()).isEqualTo(Known.LEAVING));
            assertThat(safe.deposit(bela.uid(), SEVENTY, 0))
                    .as("the safe does not know it yet")
                    .isInstanceOf(SafeOutcome.Done.class);
            assertThat(known("safe-2", bela)).isEqualTo(Known.LEAVING);
            safe.goOnline();
            eventually(() -> known("safe-2", bela) == null);
            assertThat(safe.deposit(bela.uid(), SEVENTY, 0)).isEqualTo(refused("NO_USER"));
            settled(safe);
            assertThat(cash("safe-2").expected()).isEqualTo(new Money(7_000, EUR));
        }
    }

    @Test
    @Tag("SAFE-63")
    void aRightHoldsFromItsFirstMomentToItsLast() throws Exception {
        var soon = site.holder("Soon", "04A1B2C3D4E5C3", 0);
        var over = site.holder("Over", "04A1B2C3D4E5C4", 0);
        try (var safe = safe("safe-3")) {
            var now = Instant.now();
            admit("safe-3", soon, now.plus(Duration.ofDays(1)), null, DeviceDuty.DEPOSIT);
            admit("safe-3", over, ALWAYS, now.minus(Duration.ofDays(1)), DeviceDuty.DEPOSIT);
            assertThat(safe.deposit(soon.uid(), SEVENTY, 0)).isEqualTo(refused("NOT_YET_VALID"));
            assertThat(safe.deposit(over.uid(), SEVENTY, 0)).isEqualTo(refused("NO_LONGER_VALID"));
            admit("safe-3", over, ALWAYS, now.plus(Duration.ofDays(1)), DeviceDuty.DEPOSIT);
            assertThat(safe.deposit(over.uid(), SEVENTY, 0)).isInstanceOf(SafeOutcome.Done.class);
        }
    }

    @Test
    @Tag("SAFE-12")
    void depositsWithoutTheBridgeComeLaterInOrderAndOnce() throws Exception {
        var cora = site.holder("Offline", "04A1B2C3D4E5C5", 0);
        try (var safe = safe("safe-4")) {
            admit("safe-4", cora, ALWAYS, null, DeviceDuty.DEPOSIT);
            safe.goOffline();
            safe.faults().drift(Duration.ofDays(-1), 0);
            safe.deposit(cora.uid(), Map.of(1_000L, 1), 0);
            safe.deposit(cora.uid(), Map.of(500L, 1), 0);
            safe.faults().drift(Duration.ZERO, 0);
            safe.goOnline();
            settled(safe);
            var told =
                    events("safe-4").stream().filter(row -> row.kind().equals("deposit")).toList();
            assertThat(told).hasSize(2).allMatch(EventRow::late);
            assertThat(told).allMatch(row -> row.at().isBefore(row.receivedAt()));
            assertThat(told.getFirst().content()).containsEntry("offline", "true");
            assertThat(cash("safe-4").expected()).isEqualTo(new Money(1_500, EUR));
        }
    }

    @Test
    @Tag("SAFE-11")
    void aLineThatLosesDoublesAndSwapsChangesNothing() throws Exception {
        var emil = site.holder("Bad line", "04A1B2C3D4E5C7", 0);
        try (var safe = safe("safe-6")) {
            admit("safe-6", emil, ALWAYS, null, DeviceDuty.DEPOSIT);
            safe.faults().disturb(new Disturbance(400, 300, 300, 0, Duration.ofMillis(50)), 7);
            for (var i = 0; i < 6; i++) {
                assertThat(safe.deposit(emil.uid(), Map.of(1_000L, 1), 0))
                        .isInstanceOf(SafeOutcome.Done.class);
            }
            eventually(() -> safe.faults().injected().getOrDefault(Injected.LOST, 0L) > 0);
            safe.faults().disturb(Disturbance.NONE, 7);
            settled(safe);
            assertThat(events("safe-6"))
                    .extracting(EventRow::seq)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 24).boxed().toList());
            assertThat(cash("safe-6").expected()).isEqualTo(new Money(6_000, EUR));
        }
    }

    @Test
    @Tag("SAFE-31")
    void aSafesFaultIsATaskOfTheRuleForSafes() throws Exception {
        var rule =
                new Rule(
                        0,
                        Matter.FAULT,
                        DeviceKind.SAFE,
                        "",
                        0,
                        Set.of(Channel.TASK),
                        null,
                        null,
                        0,
                        Set.of());
        var kept =
                (Watch.RuleOutcome.Kept)
                        site.site().watch().putRule(ADMIN, RequestId.fresh(), rule);
        try (var safe = safe("safe-7");
                var kiosk = site.join(VirtualKiosk.class, "safe-kiosk-7", DeviceKind.KIOSK)) {
            for (var device : List.of(safe, kiosk)) {
                device.tell("alarm", Map.of("code", "NOTE_JAM", "raised", true));
                eventually(() -> device.unacknowledged() == 0);
            }
            site.site().watch().round(Actor.system("bridge"));
            assertThat(tasks(kept.rule())).extracting(Alert::what).containsExactly("safe-7");
            safe.tell("alarm", Map.of("code", "NOTE_JAM", "raised", false));
            settled(safe);
            site.site().watch().round(Actor.system("bridge"));
            assertThat(tasks(kept.rule())).isEmpty();
        }
    }

    private static List<Alert> tasks(Rule rule) {
        return site.site().watch().alerts(ADMIN, 50).stream()
                .filter(alert -> alert.rule() == rule.id() && alert.waits())
                .toList();
    }

    @Test
    @Tag("SAFE-11")
    void aJamStopsDepositsAndAKiosksToo() throws Exception {
        var dora = site.holder("Jam", "04A1B2C3D4E5C6", 0);
        try (var safe = safe("safe-5");
                var kiosk = site.join(VirtualKiosk.class, "safe-kiosk", DeviceKind.KIOSK)) {
            admit("safe-5", dora, ALWAYS, null, DeviceDuty.DEPOSIT);
            for (var device : List.of(safe, kiosk)) {
                device.tell("alarm", Map.of("code", "NOTE_JAM", "raised", true));
            }
            assertThat(safe.deposit(dora.uid(), SEVENTY, 0)).isEqualTo(refused("JAMMED"));
            assertThat(kiosk.putIn(dora.uid(), SEVENTY).toString()).contains("JAMMED");
            settled(safe);
            assertThat(cash("safe-5").expected()).isEqualTo(Money.zero(EUR));
            safe.tell("alarm", Map.of("code", "NOTE_JAM", "raised", false));
            assertThat(safe.deposit(dora.uid(), SEVENTY, 0)).isInstanceOf(SafeOutcome.Done.class);
        }
    }
}
