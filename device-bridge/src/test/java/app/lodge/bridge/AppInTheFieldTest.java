package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.EUR;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.TestBridge.Holder;
import app.lodge.bridge.virtual.CashDevice.CashOutcome;
import app.lodge.bridge.virtual.VirtualApp;
import app.lodge.bridge.virtual.VirtualKiosk;
import app.lodge.bridge.virtual.VirtualLockerCabinet;
import app.lodge.bridge.virtual.VirtualLockerCabinet.OpenOutcome;
import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.bridge.virtual.VirtualPaymentPoint.TapOutcome;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.media.Apps.BeginOutcome;
import app.lodge.core.media.Apps.ConfirmOutcome;
import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import app.lodge.core.site.SiteException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A telephone in a card's place, over the real wire and with the site's own vault: the bridge tells what it
/// shows from a chip's number, and nothing at the points differs. The wire is held against the schemas.
@Tag("ID-07")
@Tag("ID-08")
final class AppInTheFieldTest {

    private static final Money LUNCH = new Money(350, EUR);

    @RegisterExtension static final RecordedWire WIRE = new RecordedWire();

    @TempDir static Path folder;
    private static TestBridge site;

    @BeforeAll
    static void open() throws SiteException {
        site = new TestBridge(folder);
    }

    @AfterAll
    static void close() {
        assertThat(site.site().conservation().lookNow(ADMIN).holds()).isTrue();
        site.close();
    }

    /// Enrolled with the code of the moment, it shows the next one from then on: a clock half a minute
    /// ahead, as far as one may be.
    private record Telephone(MediumId id, String address) {
        String shows(Duration ahead) {
            InstantSource clock = () -> Clock.systemUTC().instant().plus(ahead);
            return VirtualApp.scan(address, clock).orElseThrow().shows().credential().hex();
        }

        String shows() {
            return shows(Duration.ofSeconds(30));
        }
    }

    private static Telephone telephone(Holder holder) {
        var apps = site.site().apps();
        var begun = (BeginOutcome.Begun) apps.begin(ADMIN, RequestId.fresh(), holder.person());
        var app = VirtualApp.scan(begun.address(), Clock.systemUTC()).orElseThrow().shows().shown();
        assertThat(apps.confirm(ADMIN, RequestId.fresh(), begun.app().id(), app))
                .isInstanceOf(ConfirmOutcome.Confirmed.class);
        return new Telephone(begun.app().id(), begun.address());
    }

    @Test
    void aTelephonePaysFromTheSameAccountAsTheCardAndIsBlockedLikeOne() throws Exception {
        var emil = site.holder("Telephone", "04A1B2C3D4E5C1", 1_000);
        var telephone = telephone(emil);
        try (var till = site.join(VirtualPaymentPoint.class, "till-1", DeviceKind.PAYMENT_POINT)) {
            assertThat(till.tap(emil.uid(), LUNCH)).isInstanceOf(TapOutcome.Paid.class);
            assertThat(till.tap(telephone.shows(), LUNCH)).isInstanceOf(TapOutcome.Paid.class);
            eventually(() -> till.unacknowledged() == 0);
            assertThat(site.balance(emil)).as("paid by both").isEqualTo(300);

            assertThat(till.tap(telephone.shows(Duration.ofMinutes(10)), LUNCH))
                    .isEqualTo(new TapOutcome.Refused("STALE_CODE"));
            assertThat(till.tap(telephone.shows().substring(0, 10) + "FFFFFFFF", LUNCH))
                    .as("the number in the books")
                    .isEqualTo(new TapOutcome.Refused("STALE_CODE"));

            site.site().media().block(ADMIN, RequestId.fresh(), telephone.id(), BlockReason.LOST);
            assertThat(till.tap(telephone.shows(), new Money(100, EUR)))
                    .isEqualTo(new TapOutcome.Refused("BLOCKED_MEDIUM"));
            assertThat(till.tap(emil.uid(), new Money(100, EUR)))
                    .as("the card still pays")
                    .isInstanceOf(TapOutcome.Paid.class);
            eventually(() -> till.unacknowledged() == 0);
            assertThat(site.balance(emil)).isEqualTo(200);
        }
    }

    @Test
    void aTelephonePutsMoneyInAndTakesItOut() throws Exception {
        var anna = site.holder("Telephone", "04A1B2C3D4E5C2", 0);
        var telephone = telephone(anna);
        try (var kiosk = site.join(VirtualKiosk.class, "kiosk-1", DeviceKind.KIOSK)) {
            site.site()
                    .devices()
                    .configure(
                            ADMIN,
                            RequestId.fresh(),
                            site.device("kiosk-1").id(),
                            Map.of("payout", "coins-and-notes"));
            assertThat(kiosk.putIn(telephone.shows(), Map.of(2_000L, 2)))
                    .isInstanceOf(CashOutcome.Done.class);
            eventually(() -> kiosk.unacknowledged() == 0);
            assertThat(site.balance(anna)).isEqualTo(4_000);
            assertThat(kiosk.payOut(telephone.shows(), new Money(2_000, EUR), 1_000))
                    .isInstanceOf(CashOutcome.Done.class);
            eventually(() -> kiosk.unacknowledged() == 0);
            assertThat(site.balance(anna)).isEqualTo(2_000);
        }
    }

    @Test
    void aTelephoneOpensItsHoldersCompartmentAndNoOther() throws Exception {
        var uma = site.holder("Telephone", "04A1B2C3D4E5C4", 0);
        var other = telephone(site.holder("Stranger", "04A1B2C3D4E5C5", 0));
        var telephone = telephone(uma);
        try (var cabinet =
                site.join(VirtualLockerCabinet.class, "cabinet-1", DeviceKind.LOCKER_CABINET)) {
            var id = site.device("cabinet-1").id();
            site.site().devices().assign(ADMIN, RequestId.fresh(), id, 5, uma.person());
            assertThat(cabinet.open(telephone.shows()))
                    .isEqualTo(new OpenOutcome.Opened(1, 5, false));
            assertThat(cabinet.open(other.shows())).isEqualTo(new OpenOutcome.Refused("NO_RIGHT"));
            eventually(() -> cabinet.unacknowledged() == 0);
        }
    }

    /// Without the bridge nobody can tell what holds.
    @Test
    void aTelephoneIsRefusedOffline() throws Exception {
        var otto = site.holder("Telephone", "04A1B2C3D4E5C3", 1_000);
        var telephone = telephone(otto);
        try (var till = site.join(VirtualPaymentPoint.class, "till-2", DeviceKind.PAYMENT_POINT)) {
            site.site()
                    .devices()
                    .configure(
                            ADMIN,
                            RequestId.fresh(),
                            site.device("till-2").id(),
                            Map.of("offline.rule", "limit", "offline.limit", "1000"));
            eventually(() -> till.listVersion("allow") > 0);
            till.goOffline();
            assertThat(till.tap(telephone.shows(), LUNCH)).isInstanceOf(TapOutcome.Refused.class);
            till.goOnline();
        }
    }
}
