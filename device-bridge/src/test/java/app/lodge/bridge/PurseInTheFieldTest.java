package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.EUR;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.bridge.virtual.VirtualPaymentPoint.TapOutcome;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.purse.Purses;
import app.lodge.core.purse.Purses.Source;
import app.lodge.core.site.SiteException;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.encoding.MediumEncoder;
import app.lodge.personalization.purse.PurseDesk;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualStorageCard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A card with a purse at a payment point: with the bridge, without it, torn; every record comes up
/// once. The wire is held against the protocol's schemas.
@Tag("CHAIN-14")
@Tag("CHAIN-15")
@Tag("CHAIN-28")
@Tag("CHAIN-29")
@Tag("CHAIN-30")
@Tag("CHAIN-36")
final class PurseInTheFieldTest {

    private static final Duration SOON = Duration.ofSeconds(1);

    @RegisterExtension static final RecordedWire WIRE = new RecordedWire();

    @TempDir static Path folder;
    static TestBridge site;

    @BeforeAll
    static void open() throws SiteException {
        site = new TestBridge(folder);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private record Carried(TestBridge.Holder holder, VirtualDesfire card, InProcessReader reader) {}

    private static Carried loaded(String name, String uid, long cents) throws Exception {
        var holder = site.holder(name, uid, 0);
        var chip = new Uid(uid);
        var card = VirtualDesfire.blank(VirtualDesfire.Generation.EV3, chip, new Random(7));
        var reader = new InProcessReader("reader");
        reader.insert(card);
        var desk = new PurseDesk(site.site().purses(), site.site().cardKeys());
        assertThat(desk.prepare(ADMIN, reader, SOON, holder.medium(), chip)).isTrue();
        assertThat(
                        desk.load(
                                ADMIN,
                                RequestId.fresh(),
                                reader,
                                SOON,
                                new Money(cents, EUR),
                                Source.CASH))
                .isInstanceOf(PurseDesk.Visit.Done.class);
        return new Carried(holder, card, reader);
    }

    private static Purses.Purse purse(Carried carried) {
        return site.site().purses().find(ADMIN, carried.holder().medium()).orElseThrow();
    }

    @Test
    void aPurseIsDebitedOnTheSpotAndItsRecordBecomesTurnover() throws Exception {
        var carried = loaded("Purse", "04A1B2C3D4E5A1", 1_000);
        try (var till =
                site.join(VirtualPaymentPoint.class, "till-purse", DeviceKind.PAYMENT_POINT)) {
            assertThat(till.payFromPurse(carried.reader(), new Money(350, EUR)))
                    .isEqualTo(
                            new TapOutcome.Paid(1, new Money(350, EUR), true, new Money(650, EUR)));
            till.goOffline();
            assertThat(till.payFromPurse(carried.reader(), new Money(150, EUR)))
                    .as("keys are the till's own: no bridge is needed")
                    .isInstanceOf(TapOutcome.Paid.class);
            assertThat(till.payFromPurse(carried.reader(), new Money(501, EUR)))
                    .isEqualTo(new TapOutcome.Refused("INSUFFICIENT"));
            till.goOnline();
            eventually(() -> till.unacknowledged() == 0);

            assertThat(purse(carried).stated()).isEqualTo(new Money(500, EUR));
            assertThat(purse(carried).missing()).isZero();
            assertThat(site.site().purses().alarms(ADMIN)).isEmpty();
            var kept = Files.readString(folder.resolve("state-till-purse").resolve("purse-keys"));
            assertThat(kept).as("sealed to the till").doesNotContain("keys\":");
        }
    }

    @Test
    void aTornTapIsSettledByTheNextOneAndPaidOnce() throws Exception {
        var carried = loaded("Torn", "04A1B2C3D4E5A2", 10_000);
        try (var till =
                site.join(VirtualPaymentPoint.class, "till-torn", DeviceKind.PAYMENT_POINT)) {
            long paid = 0;
            for (int apdu = 0; apdu < 30; apdu++) {
                if (apdu % 2 == 0) {
                    carried.card().tearBefore(apdu);
                } else {
                    carried.card().tearAfter(apdu);
                }
                var tapped = till.payFromPurse(carried.reader(), new Money(10, EUR));
                carried.card().holdStill();
                if (tapped instanceof TapOutcome.Refused(var why, _)) {
                    assertThat(why).isEqualTo("CARD_GONE");
                    assertThat(till.payFromPurse(carried.reader(), new Money(10, EUR)))
                            .isInstanceOf(TapOutcome.Paid.class);
                }
                paid += 10;
            }
            eventually(() -> till.unacknowledged() == 0);
            assertThat(purse(carried).stated()).isEqualTo(new Money(10_000 - paid, EUR));
            assertThat(site.site().purses().alarms(ADMIN)).isEmpty();
        }
    }

    /// A card whose cipher is broken, and which the site takes all the same.
    @Test
    @Tag("CHAIN-11")
    void aClassicIsDebitedWithItsOwnKeysOnceThePointMayTakeIt() throws Exception {
        var chip = new Uid("A1B2C3D4");
        var holder = site.holder("Classic", chip.hex(), 0);
        var keys = site.site().cardKeys();
        var reader = new InProcessReader("reader");
        var card = VirtualStorageCard.classic(ClassicSize.ONE_K, chip);
        reader.insert(card);
        MediumEncoder.of(keys, ShippedPlans.find("classic-id-purse", 1).orElseThrow())
                .encode(
                        ADMIN,
                        reader,
                        SOON,
                        chip,
                        Optional.of(CardFacts.of(new CardNumber(1234, 2))),
                        Step.Log.none());
        var desk = new PurseDesk(site.site().purses(), keys);
        assertThat(desk.prepare(ADMIN, reader, SOON, holder.medium(), chip)).isTrue();
        desk.load(ADMIN, RequestId.fresh(), reader, SOON, new Money(1_000, EUR), Source.CASH);
        try (var till =
                site.join(VirtualPaymentPoint.class, "till-classic", DeviceKind.PAYMENT_POINT)) {
            assertThat(till.payFromPurse(reader, new Money(350, EUR)))
                    .isEqualTo(new TapOutcome.Refused("WEAK_CARD"));
            var devices = site.site().devices();
            var view = devices.named(ADMIN, "till-classic").orElseThrow();
            devices.configure(
                    ADMIN, RequestId.fresh(), view.device().id(), Map.of("purse.classic", "allow"));
            eventually(() ->
                    devices.named(ADMIN, "till-classic").orElseThrow().reportedVersion()
                            > view.desiredVersion());
            assertThat(till.payFromPurse(reader, new Money(350, EUR)))
                    .isEqualTo(
                            new TapOutcome.Paid(2, new Money(350, EUR), true, new Money(650, EUR)));
            till.goOffline();
            assertThat(till.payFromPurse(reader, new Money(150, EUR)))
                    .as("a card that was here before needs no bridge")
                    .isInstanceOf(TapOutcome.Paid.class);
            reader.remove();
            reader.insert(VirtualStorageCard.classic(ClassicSize.ONE_K, new Uid("A1B2C3D5")));
            assertThat(till.payFromPurse(reader, new Money(150, EUR)))
                    .isEqualTo(new TapOutcome.Refused("NO_PURSE_KEYS"));
            till.goOnline();
            eventually(() -> till.unacknowledged() == 0);
            var purse = site.site().purses().find(ADMIN, holder.medium()).orElseThrow();
            assertThat(purse.stated()).isEqualTo(new Money(500, EUR));
            assertThat(purse.missing()).isZero();
            assertThat(site.site().purses().alarms(ADMIN)).isEmpty();
        }
    }

    @Test
    @Tag("CHAIN-46")
    void aRevokedPurseIsRefusedOnceTheTillHoldsTheList() throws Exception {
        var carried = loaded("Revoked", "04A1B2C3D4E5A3", 1_000);
        try (var till =
                site.join(VirtualPaymentPoint.class, "till-revoked", DeviceKind.PAYMENT_POINT)) {
            var before = till.listVersion("block");
            site.site().purses().revoke(ADMIN, RequestId.fresh(), carried.holder().medium());
            eventually(() -> till.listVersion("block") > before);

            assertThat(till.payFromPurse(carried.reader(), new Money(10, EUR)))
                    .isEqualTo(new TapOutcome.Refused("ON_BLOCK_LIST"));
        }
    }
}
