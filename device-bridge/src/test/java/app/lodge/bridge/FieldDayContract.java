package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.EUR;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.virtual.VirtualDevices;
import app.lodge.bridge.virtual.VirtualLockerCabinet;
import app.lodge.bridge.virtual.VirtualLockerCabinet.OpenOutcome;
import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.bridge.virtual.VirtualPaymentPoint.TapOutcome;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.RequestId;
import app.lodge.core.costcentres.CentreId;
import app.lodge.core.costcentres.CostCentre;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.SyncState;
import app.lodge.core.media.Media;
import app.lodge.core.money.Money;
import app.lodge.core.site.SiteException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Real bridge, a real broker of any maker, mutual TLS; devices that know nothing but the protocol.
abstract class FieldDayContract {

    @RegisterExtension static final RecordedWire WIRE = new RecordedWire();

    static Path folder;
    static TestBridge site;

    @Test
    @Tag("ID-14")
    @Tag("ID-15")
    void aTapIsDebitedFromTheCentralAccountAtOnce() throws IOException {
        var ana = site.holder("Pays", "04A1B2C3D4E501", 1_000);
        try (var till =
                site.join(VirtualPaymentPoint.class, "till-pays", DeviceKind.PAYMENT_POINT)) {
            var paid = till.tap(ana.uid(), new Money(350, EUR));
            assertThat(paid)
                    .isEqualTo(
                            new TapOutcome.Paid(
                                    1, new Money(350, EUR), false, new Money(650, EUR)));
            eventually(() -> till.unacknowledged() == 0);
            assertThat(site.balance(ana)).isEqualTo(650);
            assertThat(till.tap(ana.uid(), new Money(651, EUR)))
                    .isEqualTo(new TapOutcome.Refused("INSUFFICIENT"));
            assertThat(till.tap("04FFFFFFFFFF01", new Money(100, EUR)))
                    .isEqualTo(new TapOutcome.Refused("UNKNOWN_CREDENTIAL"));
            eventually(() -> till.unacknowledged() == 0);
            var events =
                    site.site()
                            .devices()
                            .events(ADMIN, site.device("till-pays").id(), null, 10)
                            .rows();
            assertThat(events).extracting(Devices.EventRow::seq).containsExactly(3L, 2L, 1L);
            assertThat(events.getLast().posting()).isNotNull();
        }
    }

    @Test
    @Tag("ID-16")
    @Tag("ID-17")
    void aPointOffersTheCentresThatThePayerMayChooseAndTheChosenOnePays() throws IOException {
        var dora = site.holder("Chooses", "04A1B2C3D4E509", 1_000);
        var hall = centre("4100");
        var trip = centre("trip");
        charges(hall, dora, true);
        charges(trip, dora, false);
        try (var till =
                site.join(VirtualPaymentPoint.class, "till-centres", DeviceKind.PAYMENT_POINT)) {
            assertThat(till.centres(dora.uid()))
                    .containsExactly(
                            new Down.Centre("4100", "Centre 4100", true),
                            new Down.Centre("trip", "Centre trip", false));
            assertThat(till.centres("04FFFFFFFFFF09")).isEmpty();
            assertThat(till.tap(dora.uid(), new Money(350, EUR), "trip"))
                    .isInstanceOf(TapOutcome.Paid.class);
            assertThat(till.tap(dora.uid(), new Money(50, EUR), "own"))
                    .isInstanceOf(TapOutcome.Paid.class);
            assertThat(till.tap(dora.uid(), new Money(100, EUR), "kitchen"))
                    .isEqualTo(new TapOutcome.Refused("UNKNOWN_COST_CENTRE"));
            eventually(() -> till.unacknowledged() == 0);
            assertThat(site.balance(dora)).isEqualTo(950);
            var day = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
            assertThat(site.site().costCentres().rollup(ADMIN, day.minusDays(1), day.plusDays(1)))
                    .extracting(one -> one.centre(), one -> one.charged().minor())
                    .containsExactly(tuple(trip, 350L));
        }
    }

    private static CentreId centre(String code) {
        return ((CostCentres.CentreOutcome.Done)
                        site.site()
                                .costCentres()
                                .add(
                                        ADMIN,
                                        RequestId.fresh(),
                                        code,
                                        "Centre " + code,
                                        CostCentre.OverBudget.REFUSE))
                .centre()
                .id();
    }

    private static void charges(CentreId centre, TestBridge.Holder holder, boolean preferred) {
        site.site()
                .costCentres()
                .link(
                        ADMIN,
                        RequestId.fresh(),
                        centre,
                        new CostCentres.Link(
                                CostCentres.Holder.PERSON, holder.person().number(), preferred));
    }

    @Test
    @Tag("ID-15")
    void offlineTheSitesRuleHoldsAndThePaymentsArriveLater() throws IOException {
        var ben = site.holder("Offline", "04A1B2C3D4E502", 1_000);
        try (var till =
                site.join(VirtualPaymentPoint.class, "till-offline", DeviceKind.PAYMENT_POINT)) {
            till.goOffline();
            eventually(() -> !till.connected());
            assertThat(till.tap(ben.uid(), new Money(100, EUR)))
                    .isEqualTo(new TapOutcome.Refused("OFFLINE"));
            till.goOnline();
            configure("till-offline", Map.of("offline.rule", "limit", "offline.limit", "500"));
            till.goOffline();
            eventually(() -> !till.connected());
            assertThat(till.tap(ben.uid(), new Money(300, EUR)))
                    .isInstanceOf(TapOutcome.Paid.class);
            assertThat(till.tap(ben.uid(), new Money(300, EUR)))
                    .isEqualTo(new TapOutcome.Refused("ABOVE_OFFLINE_LIMIT"));
            assertThat(till.tap("04FFFFFFFFFF02", new Money(100, EUR)))
                    .isEqualTo(new TapOutcome.Refused("NOT_ON_ALLOW_LIST"));
            assertThat(site.balance(ben)).isEqualTo(1_000);
            till.goOnline();
            eventually(till::connected);
            eventually(() -> till.unacknowledged() == 0);
            assertThat(site.balance(ben)).isEqualTo(700);
        }
    }

    @Test
    @Tag("ID-41")
    @Tag("ID-42")
    @Tag("ID-10")
    void aBlockNamesTheDevicesThatConfirmedItAndThoseThatHaveNot() throws IOException {
        var eva = site.holder("Blocked", "04A1B2C3D4E503", 1_000);
        try (var near =
                        site.join(
                                VirtualPaymentPoint.class, "till-near", DeviceKind.PAYMENT_POINT);
                var away =
                        site.join(
                                VirtualPaymentPoint.class, "till-away", DeviceKind.PAYMENT_POINT)) {
            eventually(() -> confirmed(eva, "till-near") && confirmed(eva, "till-away"));
            away.goOffline();
            eventually(() -> !online("till-away"));
            assertThat(
                            site.site()
                                    .media()
                                    .block(
                                            ADMIN,
                                            RequestId.fresh(),
                                            eva.medium(),
                                            BlockReason.LOST))
                    .isInstanceOf(Media.BlockOutcome.Blocked.class);
            eventually(() -> confirmed(eva, "till-near"));
            assertThat(near.tap(eva.uid(), new Money(100, EUR)))
                    .isEqualTo(new TapOutcome.Refused("ON_BLOCK_LIST"));
            assertThat(site.site().media().spread(ADMIN, eva.medium()).unconfirmed())
                    .anySatisfy(device -> {
                        assertThat(device.device()).isEqualTo("till-away");
                        assertThat(device.online()).isFalse();
                        assertThat(device.lastContact()).isNotNull();
                    });
            away.goOnline();
            eventually(() -> confirmed(eva, "till-away"));
            site.site().media().unblock(ADMIN, RequestId.fresh(), eva.medium());
            eventually(() -> confirmed(eva, "till-near") && confirmed(eva, "till-away"));
            assertThat(near.tap(eva.uid(), new Money(100, EUR)))
                    .isInstanceOf(TapOutcome.Paid.class);
        }
    }

    @Test
    @Tag("LOCK-28")
    void aTerminalTakesTheKindsOfMediumThatItWasGivenConnectedOrNot() throws IOException {
        var uma = site.holder("Reader", "04A1B2C3D4E506", 0);
        try (var cabinet =
                site.join(VirtualLockerCabinet.class, "cabinet-dual", DeviceKind.LOCKER_CABINET)) {
            var id = site.device("cabinet-dual").id();
            site.site().devices().assign(ADMIN, RequestId.fresh(), id, 5, uma.person());
            eventually(() -> confirmed(uma, "cabinet-dual"));
            assertThat(cabinet.open(uma.uid(), "classic")).isInstanceOf(OpenOutcome.Opened.class);

            configure("cabinet-dual", Map.of("reader.classic", "false"));
            eventually(() ->
                    cabinet.open(uma.uid(), "classic")
                            .equals(new OpenOutcome.Refused("MEDIUM_NOT_TAKEN")));
            assertThat(cabinet.open(uma.uid(), "felica"))
                    .isEqualTo(new OpenOutcome.Refused("MEDIUM_NOT_TAKEN"));
            assertThat(cabinet.open(uma.uid(), "desfire")).isInstanceOf(OpenOutcome.Opened.class);
            cabinet.goOffline();
            eventually(() -> !cabinet.connected());
            assertThat(cabinet.open(uma.uid(), "classic"))
                    .isEqualTo(new OpenOutcome.Refused("MEDIUM_NOT_TAKEN"));
            assertThat(cabinet.open(uma.uid(), "em125")).isInstanceOf(OpenOutcome.Opened.class);
        }
    }

    @Test
    @Tag("LOCK-28")
    @Tag("LOCK-29")
    void aPinOpensByItsNumberOrBesideTheCardConnectedOrNot() throws IOException {
        var uma = site.holder("Digits", "04A1B2C3D4E507", 0);
        var pin = "73915826".toCharArray();
        var wrong = "73915827".toCharArray();
        site.site().holderPins().set(ADMIN, RequestId.fresh(), uma.person(), pin);
        try (var cabinet =
                site.join(VirtualLockerCabinet.class, "cabinet-pin", DeviceKind.LOCKER_CABINET)) {
            var id = site.device("cabinet-pin").id();
            site.site().devices().assign(ADMIN, RequestId.fresh(), id, 6, uma.person());
            eventually(() -> confirmed(uma, "cabinet-pin"));
            assertThat(cabinet.listVersion("pin")).isZero();
            assertThat(cabinet.open(6, pin)).isEqualTo(new OpenOutcome.Refused("MEDIUM_NOT_TAKEN"));

            configure("cabinet-pin", Map.of("identify.by", "card-or-pin", "pin.pause", "3600"));
            eventually(() -> cabinet.listVersion("pin") > 0);
            assertThat(cabinet.open(6, pin))
                    .isInstanceOfSatisfying(
                            OpenOutcome.Opened.class,
                            opened -> assertThat(opened.offline()).isFalse());
            assertThat(cabinet.open(7, pin)).isEqualTo(new OpenOutcome.Refused("WRONG_PIN"));

            configure("cabinet-pin", Map.of("identify.by", "card-and-pin"));
            assertThat(cabinet.open(6, pin)).isEqualTo(new OpenOutcome.Refused("MEDIUM_NOT_TAKEN"));
            assertThat(cabinet.open(uma.uid(), "desfire", wrong))
                    .isEqualTo(new OpenOutcome.Refused("WRONG_PIN"));
            assertThat(cabinet.open(uma.uid(), "desfire", pin))
                    .isInstanceOf(OpenOutcome.Opened.class);

            cabinet.goOffline();
            eventually(() -> !cabinet.connected());
            assertThat(cabinet.open(uma.uid(), "desfire", pin))
                    .isInstanceOfSatisfying(
                            OpenOutcome.Opened.class,
                            opened -> assertThat(opened.offline()).isTrue());
            for (var time = 1; time <= 3; time++) {
                assertThat(cabinet.open(uma.uid(), "desfire", wrong))
                        .isEqualTo(new OpenOutcome.Refused("WRONG_PIN"));
            }
            assertThat(cabinet.open(uma.uid(), "desfire", pin))
                    .isEqualTo(new OpenOutcome.Refused("PIN_LOCKED"));
            cabinet.goOnline();
            eventually(() -> cabinet.connected() && cabinet.unacknowledged() == 0);
            var told = site.site().devices().events(ADMIN, id, null, 100).rows();
            assertThat(told)
                    .filteredOn(event -> event.kind().equals("opened"))
                    .extracting(
                            event -> event.content().get("medium"),
                            event -> event.content().get("withPin"))
                    .containsExactlyInAnyOrder(
                            tuple("pin", null), tuple("desfire", "true"), tuple("desfire", "true"));
            assertThat(told.toString()).doesNotContain("73915826", "73915827", "argon2");

            var before = cabinet.listVersion("pin");
            site.site().holderPins().remove(ADMIN, RequestId.fresh(), uma.person());
            eventually(() -> cabinet.listVersion("pin") > before);
            assertThat(cabinet.open(uma.uid(), "desfire", pin))
                    .isEqualTo(new OpenOutcome.Refused("NO_PIN"));
        }
    }

    @Test
    @Tag("LOCK-40")
    void aFixedCompartmentOpensForItsPersonAndNobodyElse() throws IOException {
        var uma = site.holder("Locker", "04A1B2C3D4E504", 0);
        var other = site.holder("Stranger", "04A1B2C3D4E505", 0);
        try (var cabinet =
                site.join(VirtualLockerCabinet.class, "cabinet-one", DeviceKind.LOCKER_CABINET)) {
            var id = site.device("cabinet-one").id();
            assertThat(site.site().devices().assign(ADMIN, RequestId.fresh(), id, 3, uma.person()))
                    .isInstanceOf(Devices.AssignOutcome.Assigned.class);
            assertThat(
                            site.site()
                                    .devices()
                                    .assign(ADMIN, RequestId.fresh(), id, 3, other.person()))
                    .isInstanceOfSatisfying(
                            Devices.AssignOutcome.Occupied.class,
                            occupied ->
                                    assertThat(occupied.by().personName())
                                            .isEqualTo("Test Locker"));
            eventually(() -> confirmed(uma, "cabinet-one"));
            for (var time = 1; time <= 2; time++) {
                assertThat(cabinet.open(uma.uid()))
                        .isEqualTo(new OpenOutcome.Opened(time, 3, false));
            }
            assertThat(cabinet.open(other.uid())).isEqualTo(new OpenOutcome.Refused("NO_RIGHT"));
            cabinet.goOffline();
            eventually(() -> !cabinet.connected());
            assertThat(cabinet.open(uma.uid())).isEqualTo(new OpenOutcome.Opened(4, 3, true));
            assertThat(cabinet.open(other.uid()))
                    .isEqualTo(new OpenOutcome.Refused("NOT_ON_ALLOW_LIST"));
            cabinet.goOnline();
            eventually(cabinet::connected);
            eventually(() -> cabinet.unacknowledged() == 0);
            site.site().devices().release(ADMIN, RequestId.fresh(), id, 3);
            eventually(() -> confirmed(uma, "cabinet-one"));
            assertThat(cabinet.open(uma.uid())).isEqualTo(new OpenOutcome.Refused("NO_RIGHT"));
        }
    }

    @Test
    @Tag("ID-39")
    @Tag("ID-49")
    void aConfigurationIsPushedReportedAndShownInSync() throws IOException {
        try (var till =
                site.join(VirtualPaymentPoint.class, "till-config", DeviceKind.PAYMENT_POINT)) {
            eventually(() -> sync("till-config") == SyncState.IN_SYNC);
            configure("till-config", Map.of("display.text", "Bitte Karte vorhalten"));
            var view = site.site().devices().named(ADMIN, "till-config").orElseThrow();
            assertThat(view.reported()).containsEntry("display.text", "Bitte Karte vorhalten");
            assertThat(view.desiredVersion()).isEqualTo(2);
            assertThat(view.online()).isTrue();
            till.close();
            eventually(() -> !online("till-config"));
        }
    }

    @Test
    @Tag("ID-39")
    void aCodeJoinsOnceAndAWrongOneNever() throws IOException {
        site.add("till-code", DeviceKind.PAYMENT_POINT);
        assertThatThrownBy(() -> start("till-code", "0000-0000-0000", "wrong"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("WRONG_CODE");
        var renewed =
                site.site()
                        .devices()
                        .renewJoinCode(ADMIN, RequestId.fresh(), site.device("till-code").id())
                        .orElseThrow();
        start("till-code", renewed.code(), "first");
        assertThatThrownBy(() -> start("till-code", renewed.code(), "second"))
                .hasMessageContaining("NO_CODE");
    }

    @Test
    void aSecondBridgeOnTheSameHomeIsRefused() {
        assertThatThrownBy(() -> Bridge.start(TestBridge.order(folder)))
                .isInstanceOf(SiteException.class)
                .hasMessageContaining("bridge.already-running");
    }

    private static void start(String name, String code, String state) throws IOException {
        VirtualDevices.start(
                        new VirtualDevices.Order(folder, name, code, folder.resolve(state)),
                        Clock.systemUTC())
                .close();
    }

    static void configure(String name, Map<String, String> changes) {
        assertThat(
                        site.site()
                                .devices()
                                .configure(
                                        ADMIN, RequestId.fresh(), site.device(name).id(), changes))
                .isInstanceOf(Devices.ConfigureOutcome.Configured.class);
        eventually(() -> sync(name) == SyncState.IN_SYNC);
    }

    private static SyncState sync(String name) {
        return site.site().devices().named(ADMIN, name).orElseThrow().sync();
    }

    private static boolean online(String name) {
        return site.site().devices().named(ADMIN, name).orElseThrow().online();
    }

    private static boolean confirmed(TestBridge.Holder holder, String device) {
        return site.site().media().spread(ADMIN, holder.medium()).confirmed().stream()
                .anyMatch(one -> one.device().equals(device));
    }
}
