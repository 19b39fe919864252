package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.EUR;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.lodge.bridge.virtual.CashDevice.CashOutcome;
import app.lodge.bridge.virtual.VirtualKiosk;
import app.lodge.bridge.virtual.VirtualPaymentPoint.TapOutcome;
import app.lodge.bridge.virtual.VirtualPhone;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.cashdesk.Count;
import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.kiosks.Kiosk;
import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.money.Money;
import app.lodge.core.site.SiteException;
import app.lodge.core.topups.SourceRule;
import app.lodge.core.topups.TopUpOrder;
import app.lodge.core.topups.TopUpSource;
import app.lodge.core.watch.Alert;
import app.lodge.core.watch.Matter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A kiosk and a shop's phone over the real wire: cash in, cash out, a jam half way, without the bridge,
/// emptied and counted. The wire is held against the protocol's schemas.
final class KioskInTheFieldTest {

    private static final int NO_JAM = 1_000;

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

    private static Kiosk kiosk(String name) {
        return site.site().kiosks().list(ADMIN).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void configure(String name, Map<String, String> changes) {
        site.site().devices().configure(ADMIN, RequestId.fresh(), device(name), changes);
    }

    private static DeviceId device(String name) {
        return site.device(name).id();
    }

    @Test
    @Tag("ID-30")
    @Tag("ID-31")
    void cashGoesInComesOutJamsAndIsEmptiedAndCounted() throws Exception {
        var anna = site.holder("Kiosk", "04A1B2C3D4E5B1", 0);
        try (var kiosk = site.join(VirtualKiosk.class, "kiosk-1", DeviceKind.KIOSK)) {
            configure("kiosk-1", Map.of("payout", "coins-and-notes"));
            kiosk.fill(Map.of(1_000L, 5, 100L, 10));
            assertThat(kiosk.putIn(anna.uid(), Map.of(5_000L, 1, 2_000L, 1)))
                    .isInstanceOf(CashOutcome.Done.class);
            eventually(() -> kiosk.unacknowledged() == 0);
            assertThat(site.balance(anna)).isEqualTo(7_000);

            assertThat(kiosk.payOut(anna.uid(), new Money(1_300, EUR), NO_JAM))
                    .isInstanceOf(CashOutcome.Done.class);
            var jammed = kiosk.payOut(anna.uid(), new Money(2_000, EUR), 1);
            assertThat(jammed)
                    .isInstanceOfSatisfying(
                            CashOutcome.Done.class,
                            done -> assertThat(done.amount().minor()).isLessThanOrEqualTo(2_000));
            assertThat(kiosk.payOut(anna.uid(), new Money(6_000, EUR), NO_JAM))
                    .isEqualTo(new CashOutcome.Refused("LIMIT_REACHED"));
            eventually(() -> kiosk.unacknowledged() == 0);
            assertThat(kiosk("kiosk-1").expected().minor()).isEqualTo(kiosk.inside());

            kiosk.empty("S-100", anna.uid());
            eventually(() -> kiosk.unacknowledged() == 0);
            var bag = site.site().kiosks().bag(ADMIN, device("kiosk-1"), "S-100").orElseThrow();
            assertThat(bag.told().orElseThrow().by()).isNotEmpty();
            assertThat(kiosk("kiosk-1").expected()).isEqualTo(Money.zero(EUR));
            var told = bag.told().orElseThrow().amount().minor();
            assertThat(
                            site.site()
                                    .kiosks()
                                    .count(
                                            ADMIN,
                                            RequestId.fresh(),
                                            new Kiosks.Counting(
                                                    device("kiosk-1"),
                                                    "S-100",
                                                    new Count(
                                                            EUR,
                                                            List.of(
                                                                    new Count.Line(
                                                                            1, (int) told - 1))),
                                                    DifferenceCause.ROUNDING,
                                                    "")))
                    .isInstanceOf(Kiosks.CountOutcome.Done.class);
            assertThat(kiosk("kiosk-1").differences()).isEqualTo(new Money(-1, EUR));
        }
    }

    @Test
    @Tag("ID-31")
    void aJamHalfWayIsBookedAsWhatReallyCameOut() throws Exception {
        var bela = site.holder("Jam", "04A1B2C3D4E5B2", 0);
        try (var kiosk = site.join(VirtualKiosk.class, "kiosk-2", DeviceKind.KIOSK)) {
            configure("kiosk-2", Map.of("payout", "notes"));
            kiosk.putIn(bela.uid(), Map.of(1_000L, 3));
            eventually(() -> kiosk.unacknowledged() == 0);
            assertThat(kiosk.payOut(bela.uid(), new Money(3_000, EUR), 1))
                    .isInstanceOfSatisfying(
                            CashOutcome.Done.class,
                            done -> assertThat(done.amount()).isEqualTo(new Money(1_000, EUR)));
            eventually(() -> kiosk.unacknowledged() == 0);
            assertThat(site.balance(bela)).isEqualTo(2_000);
            var account = site.site().accounts().find(ADMIN, bela.account()).orElseThrow();
            assertThat(account.reserved()).isEqualTo(Money.zero(EUR));
        }
    }

    @Test
    @Tag("ID-30")
    @Tag("ID-15")
    void withoutTheBridgeAKioskTakesNoCashOrUpToALimit() throws Exception {
        var cora = site.holder("Offline", "04A1B2C3D4E5B3", 0);
        try (var kiosk = site.join(VirtualKiosk.class, "kiosk-3", DeviceKind.KIOSK)) {
            eventually(() -> kiosk.listVersion("allow") > 0);
            kiosk.goOffline();
            assertThat(kiosk.putIn(cora.uid(), Map.of(500L, 1)))
                    .isEqualTo(new CashOutcome.Refused("OFFLINE"));
            kiosk.goOnline();
            eventually(kiosk::connected);
            configure("kiosk-3", Map.of("offline.rule", "limit", "offline.limit", "1000"));
            eventually(() ->
                    "limit"
                            .equals(
                                    site.site()
                                            .devices()
                                            .find(ADMIN, device("kiosk-3"))
                                            .orElseThrow()
                                            .reported()
                                            .get("offline.rule")));
            kiosk.goOffline();
            assertThat(kiosk.putIn(cora.uid(), Map.of(1_000L, 1)))
                    .isInstanceOf(CashOutcome.Done.class);
            assertThat(kiosk.putIn(cora.uid(), Map.of(500L, 1)))
                    .isEqualTo(new CashOutcome.Refused("ABOVE_OFFLINE_LIMIT"));
            assertThat(kiosk.payOut(cora.uid(), new Money(500, EUR), NO_JAM))
                    .isEqualTo(new CashOutcome.Refused("OFFLINE"));
            kiosk.goOnline();
            eventually(() -> kiosk.unacknowledged() == 0);
            assertThat(site.balance(cora)).isEqualTo(1_000);
        }
    }

    @Test
    @Tag("ID-30")
    void aCardPaymentAtAKioskIsAnOrderWithItsAuthorisation() throws Exception {
        var dora = site.holder("Card", "04A1B2C3D4E5B4", 0);
        site.site()
                .topUps()
                .changeRule(
                        ADMIN,
                        RequestId.fresh(),
                        TopUpSource.KIOSK,
                        new SourceRule(SourceRule.Crediting.AT_ONCE, 0, 0));
        try (var kiosk = site.join(VirtualKiosk.class, "kiosk-4", DeviceKind.KIOSK)) {
            kiosk.payByCard(dora.uid(), new Money(2_500, EUR), "AUTH-77");
            eventually(() -> kiosk.unacknowledged() == 0);
            assertThat(site.balance(dora)).isEqualTo(2_500);
            var order =
                    site.site()
                            .topUps()
                            .findByReference(
                                    ADMIN,
                                    TopUpSource.KIOSK,
                                    "K%d-1".formatted(device("kiosk-4").number()))
                            .orElseThrow();
            assertThat(order.state()).isEqualTo(TopUpOrder.State.AUTHORISED);
            assertThat(order.authorisation()).isEqualTo("AUTH-77");
            assertThat(kiosk("kiosk-4").expected()).as("no cash").isEqualTo(Money.zero(EUR));

            configure("kiosk-4", Map.of("payout", "notes"));
            kiosk.fill(Map.of(500L, 2));
            eventually(() -> kiosk.unacknowledged() == 0);
            assertThat(kiosk.payOut(dora.uid(), new Money(500, EUR), NO_JAM))
                    .as("the card's money may still be taken back")
                    .isEqualTo(new CashOutcome.Refused("PENDING_REVERSAL"));
        }
    }

    @Test
    @Tag("ID-28")
    @Tag("ID-30")
    void aCardPaymentThatIsCreditedToNobodyIsATaskThatNamesNobody() throws Exception {
        var fred = site.holder("Barred", "04A1B2C3D4E5B6", 0);
        site.site().accounts().block(ADMIN, RequestId.fresh(), fred.account(), BlockReason.LOST);
        try (var kiosk = site.join(VirtualKiosk.class, "kiosk-6", DeviceKind.KIOSK)) {
            kiosk.payByCard(fred.uid(), new Money(1_500, EUR), "AUTH-81");
            kiosk.payByCard("04A1B2C3D4E5FF", new Money(700, EUR), "AUTH-82");
            eventually(() -> kiosk.unacknowledged() == 0);
        }
        assertThat(site.balance(fred)).isZero();
        var number = device("kiosk-6").number();
        assertThat(tasks())
                .extracting(Alert::subject, Alert::code, Alert::what)
                .containsExactlyInAnyOrder(
                        tuple("device:" + number, "K" + number + "-1", "kiosk-6, 15.00 EUR"),
                        tuple("device:" + number, "K" + number + "-2", "kiosk-6, 7.00 EUR"));
        assertThat(tasks().toString()).doesNotContain("Barred", fred.uid());
        for (var task : tasks()) {
            assertThat(site.site().watch().acknowledge(ADMIN, RequestId.fresh(), task.id()))
                    .isTrue();
        }
        assertThat(tasks()).isEmpty();
    }

    /// What waits for somebody after a round of the watch.
    private static List<Alert> tasks() {
        site.site().watch().round(Actor.system("bridge"));
        return site.site().watch().alerts(ADMIN, 50).stream()
                .filter(alert -> alert.matter() == Matter.CARD_REFUSED && alert.waits())
                .toList();
    }

    @Test
    @Tag("ID-32")
    void aPhoneTakesPaymentsAndCashAndHandsIn() throws Exception {
        var emil = site.holder("Phone", "04A1B2C3D4E5B5", 1_000);
        try (var phone = site.join(VirtualPhone.class, "phone-1", DeviceKind.PHONE)) {
            configure("phone-1", Map.of("payout", "coins-and-notes"));
            assertThat(phone.tap(emil.uid(), new Money(350, EUR)))
                    .isInstanceOf(TapOutcome.Paid.class);
            assertThat(phone.putIn(emil.uid(), Map.of(1_000L, 2)))
                    .isInstanceOf(CashOutcome.Done.class);
            eventually(() -> phone.unacknowledged() == 0);
            assertThat(phone.payOut(emil.uid(), new Money(650, EUR), NO_JAM))
                    .isInstanceOf(CashOutcome.Done.class);
            eventually(() -> phone.unacknowledged() == 0);
            assertThat(site.balance(emil)).isEqualTo(2_000);
            assertThat(kiosk("phone-1").expected()).isEqualTo(new Money(1_350, EUR));

            phone.empty("slip-1", "");
            eventually(() -> phone.unacknowledged() == 0);
            assertThat(kiosk("phone-1").expected()).isEqualTo(Money.zero(EUR));
            assertThat(kiosk("phone-1").inBags()).isEqualTo(new Money(1_350, EUR));
        }
    }
}
