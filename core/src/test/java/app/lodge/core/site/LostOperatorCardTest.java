package app.lodge.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.ListDelta;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.OperatorCard;
import app.lodge.core.operators.OperatorCard.Level;
import app.lodge.core.operators.OperatorCards;
import app.lodge.core.settings.SiteSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lost operator's card is in the next list of every terminal, and out of it when its chip is issued
/// anew (CHAIN-10).
@Tag("CHAIN-10")
class LostOperatorCardTest {

    private static final Actor IDA = new Actor(1, "Ida", Role.ADMINISTRATOR, "desk-1");
    private static final String CHIP = "04A1B2C3D4E5F6";

    @TempDir private Path folder;
    private Site site;
    private DeviceId till;

    @BeforeEach
    void open() throws SiteException {
        var home = new Home(folder.resolve("site"));
        Site.create(
                home,
                SiteSettings.of("Test", Currency.getInstance("EUR"), ZoneId.of("UTC"), "en"),
                "Ida",
                "correct horse battery".toCharArray(),
                Clock.systemUTC(),
                new KdfCost(64, 1, 1));
        site = Site.open(home, Clock.systemUTC(), new KdfCost(64, 1, 1));
        site.field();
        var added =
                (Devices.AddOutcome.Added)
                        site.devices()
                                .add(
                                        IDA,
                                        RequestId.fresh(),
                                        "till-1",
                                        DeviceKind.PAYMENT_POINT,
                                        "Till",
                                        "hall");
        till = site.devices().named(IDA, "till-1").orElseThrow().device().id();
        site.field()
                .redeem(
                        "till-1",
                        added.code().code(),
                        "4711",
                        Clock.systemUTC().instant().plus(Duration.ofDays(700)));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private OperatorCard issue() {
        var order =
                new OperatorCards.Order(
                        1, new Uid(CHIP), Level.TERMINAL, "", LocalDate.of(2099, 1, 1));
        return ((OperatorCards.IssueOutcome.Issued)
                        site.operatorCards()
                                .issue(IDA, RequestId.fresh(), order, "2468".toCharArray()))
                .card();
    }

    private List<String> refused() {
        return site.field().delta(till, "block", 0).add().stream()
                .map(ListDelta.Entry::credential)
                .toList();
    }

    private void eventually(List<String> wanted) throws InterruptedException {
        var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!refused().equals(wanted) && System.nanoTime() < until) {
            Thread.sleep(10);
        }
        assertThat(refused()).isEqualTo(wanted);
    }

    @Test
    void aLostOperatorCardIsInTheNextListOfEveryTerminal() throws Exception {
        var card = issue();
        assertThat(refused()).isEmpty();
        site.operatorCards().revoke(IDA, RequestId.fresh(), card.number());
        eventually(List.of(CHIP));
        issue();
        eventually(List.of());
    }
}
