package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.EUR;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.virtual.VirtualDevices;
import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.bridge.virtual.VirtualPaymentPoint.TapOutcome;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceBoard.OnDuty;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices.ConfigureOutcome;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.operators.OperatorCard;
import app.lodge.core.operators.OperatorCard.Level;
import app.lodge.core.operators.OperatorCards.IssueOutcome;
import app.lodge.core.operators.OperatorCards.Order;
import app.lodge.core.site.SiteException;
import app.lodge.personalization.cards.OperatorCardDesk;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualDesfire;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// On power-up a terminal asks for its operator (CHAIN-27); a lost operator's card gets nobody on, and
/// takes off whoever it got on before (CHAIN-10). The wire is held against the protocol's schemas.
@Tag("CHAIN-10")
@Tag("CHAIN-27")
final class OperatorsAtTillsTest {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Money COFFEE = new Money(100, EUR);
    private static final char[] PIN = "2468".toCharArray();

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

    private record Carried(OperatorCard card, InProcessReader reader) {}

    private static Carried card(String uid, Level level, String place) throws Exception {
        var reader = new InProcessReader("reader");
        reader.insert(
                VirtualDesfire.blank(VirtualDesfire.Generation.EV3, new Uid(uid), new Random(3)));
        var order = new Order(1, new Uid(uid), level, place, LocalDate.of(2099, 12, 31));
        var card =
                ((IssueOutcome.Issued)
                                site.site()
                                        .operatorCards()
                                        .issue(ADMIN, RequestId.fresh(), order, PIN.clone()))
                        .card();
        OperatorCardDesk.write(ADMIN, site.site().cardKeys(), reader, SOON, card);
        return new Carried(card, reader);
    }

    private static VirtualPaymentPoint till(String name, String check) throws Exception {
        var till = site.join(VirtualPaymentPoint.class, name, DeviceKind.PAYMENT_POINT);
        var devices = site.site().devices();
        var view = devices.named(ADMIN, name).orElseThrow();
        assertThat(
                        devices.configure(
                                ADMIN,
                                RequestId.fresh(),
                                view.device().id(),
                                Map.of("operator.check", check)))
                .isInstanceOf(ConfigureOutcome.Configured.class);
        eventually(() ->
                devices.named(ADMIN, name).orElseThrow().reportedVersion() > view.desiredVersion());
        return till;
    }

    private static OnDuty onDuty(String name) {
        return site.site().board().rows(ADMIN).stream()
                .filter(row -> row.device().name().equals(name))
                .findFirst()
                .orElseThrow()
                .operator();
    }

    @Test
    void aTillServesNobodyUntilAnOperatorIsLoggedOnWithCardAndPin() throws Exception {
        var holder = site.holder("Payer", "04A1B2C3D4E5B1", 1_000);
        var carla = card("04A1B2C3D4E5C1", Level.TERMINAL, "");
        try (var till = till("till-pin", "card-and-pin")) {
            assertThat(till.tap(holder.uid(), COFFEE))
                    .isEqualTo(new TapOutcome.Refused("NO_OPERATOR"));
            assertThat(till.logOn(carla.reader(), "1111".toCharArray())).contains("WRONG_PIN");
            assertThat(till.tap(holder.uid(), COFFEE)).isInstanceOf(TapOutcome.Refused.class);
            assertThat(till.logOn(carla.reader(), PIN.clone())).isEmpty();
            eventually(() -> till.unacknowledged() == 0);
            assertThat(onDuty("till-pin").card()).isEqualTo(carla.card().number());
            assertThat(till.tap(holder.uid(), COFFEE)).isInstanceOf(TapOutcome.Paid.class);

            assertThat(till.logOff()).isTrue();
            eventually(() -> till.unacknowledged() == 0);
            assertThat(onDuty("till-pin")).isNull();
            assertThat(till.tap(holder.uid(), COFFEE)).isInstanceOf(TapOutcome.Refused.class);
        }
    }

    @Test
    void threeWrongPinsLockTheCardForEveryTerminalAndDesk() throws Exception {
        var ben = card("04A1B2C3D4E5C2", Level.CLERK, "");
        try (var till = till("till-locks", "card-and-pin")) {
            assertThat(till.logOn(ben.reader(), "1111".toCharArray())).contains("WRONG_PIN");
            assertThat(till.logOn(ben.reader(), "1111".toCharArray())).contains("WRONG_PIN");
            assertThat(till.logOn(ben.reader(), "1111".toCharArray())).contains("LOCKED");
            assertThat(till.logOn(ben.reader(), PIN.clone()).orElseThrow())
                    .isIn("LOCKED", "ON_BLOCK_LIST");
        }
    }

    @Test
    void aLostCardTakesItsOperatorOffAndPowerDoesToo() throws Exception {
        var holder = site.holder("Payer", "04A1B2C3D4E5B2", 1_000);
        var dora = card("04A1B2C3D4E5C3", Level.TERMINAL, "");
        var state = folder.resolve("state-till-lost");
        try (var till = till("till-lost", "card")) {
            assertThat(till.logOn(dora.reader(), new char[0])).isEmpty();
            assertThat(till.tap(holder.uid(), COFFEE)).isInstanceOf(TapOutcome.Paid.class);
            eventually(() -> till.unacknowledged() == 0);
        }
        try (var till =
                (VirtualPaymentPoint)
                        VirtualDevices.start(
                                new VirtualDevices.Order(folder, "till-lost", "", state),
                                Clock.systemUTC())) {
            eventually(till::connected);
            assertThat(till.operator()).as("after a power cut").isEmpty();
            eventually(() -> onDuty("till-lost") == null);
            assertThat(till.tap(holder.uid(), COFFEE))
                    .isEqualTo(new TapOutcome.Refused("NO_OPERATOR"));

            assertThat(till.logOn(dora.reader(), new char[0])).isEmpty();
            var before = till.listVersion("block");
            site.site().operatorCards().revoke(ADMIN, RequestId.fresh(), dora.card().number());
            eventually(() -> till.listVersion("block") > before);
            assertThat(till.tap(holder.uid(), COFFEE))
                    .isEqualTo(new TapOutcome.Refused("NO_OPERATOR"));
            eventually(() -> onDuty("till-lost") == null);
            assertThat(till.logOn(dora.reader(), new char[0])).contains("ON_BLOCK_LIST");
        }
    }

    @Test
    @Tag("CHAIN-09")
    void aCardOfABranchOpensTheTerminalsThereOnly() throws Exception {
        var here = card("04A1B2C3D4E5C4", Level.TERMINAL, "Hall");
        var there = card("04A1B2C3D4E5C5", Level.BRANCH_MANAGER, "Station");
        var everywhere = card("04A1B2C3D4E5C6", Level.HEAD_OFFICE, "Town hall");
        try (var till = till("till-branch", "card")) {
            assertThat(till.logOn(there.reader(), new char[0])).contains("OTHER_PLACE");
            assertThat(till.logOn(here.reader(), new char[0])).isEmpty();
            assertThat(till.logOn(everywhere.reader(), new char[0])).isEmpty();
            assertThat(till.operator()).contains("04A1B2C3D4E5C6");
            till.goOffline();
            assertThat(till.logOn(here.reader(), new char[0])).contains("OFFLINE");
            assertThat(till.operator()).as("who is on stays on").contains("04A1B2C3D4E5C6");
        }
    }
}
