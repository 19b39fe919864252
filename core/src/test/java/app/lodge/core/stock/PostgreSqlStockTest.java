package app.lodge.core.stock;

import static app.lodge.core.stock.StockDesk.CHIEF;
import static app.lodge.core.stock.StockDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.PostgreSqlServer;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.stock.Delivery.Numbering;
import app.lodge.core.stock.DueRules.Service;
import app.lodge.core.stock.Stock.Counted;
import app.lodge.core.stock.Stock.WriteOff;
import app.lodge.core.stock.StockOrder.StageDates;
import app.lodge.core.stock.StockOrders.NewOrder;
import app.lodge.core.stock.StockOrders.OrderOutcome;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The stock of blanks on PostgreSQL: order, stages, serial list, movements, a stock-take.
@Tag("CHAIN-47")
@Tag("CHAIN-49")
@Tag("CHAIN-52")
class PostgreSqlStockTest {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    @Test
    void aBoxGoesFromTheOrderToTheStockTakeAndEveryCountAddsUp() {
        try (var site = new StockDesk(SERVER.database())) {
            var currency = Currency.getInstance("EUR");
            var orders =
                    StockOrders.in(
                            site.books,
                            () -> SiteSettings.of("Site", currency, ZoneOffset.UTC, "en"));
            var ordered =
                    (OrderOutcome.Done)
                            orders.order(
                                    CHIEF,
                                    RequestId.fresh(),
                                    new NewOrder(
                                            site.card,
                                            "Karton AG",
                                            3,
                                            900,
                                            Service.NORMAL,
                                            false,
                                            Set.of(Finish.BARCODE, Finish.MATT),
                                            null));
            assertThat(ordered.order().price()).isEqualTo(new Money(900, currency));
            assertThat(ordered.order().dueOn()).isEqualTo(LocalDate.of(2026, 12, 3));
            var day = LocalDate.of(2026, 11, 24);
            orders.setStage(
                    CHIEF,
                    RequestId.fresh(),
                    ordered.order().id(),
                    new StageDates(Stage.CONTRACT, day, day));
            assertThat(orders.list(CHIEF).getFirst().next()).contains(Stage.FIRST_DESIGN);

            long box =
                    StockDesk.delivery(
                            site.receive(
                                    site.safe,
                                    0,
                                    Numbering.UID,
                                    List.of("04AABBCCDDEE01", "04AABBCCDDEE02", "04AABBCCDDEE03")));
            site.stock.handOver(
                    CLERK,
                    RequestId.fresh(),
                    new Stock.HandOver(
                            box,
                            StockState.BLANK,
                            site.safe,
                            site.desk,
                            1,
                            List.of("04AABBCCDDEE02")));
            site.stock.writeOff(
                    CLERK,
                    RequestId.fresh(),
                    WriteOff.one(
                            box,
                            site.desk,
                            StockState.BLANK,
                            "04AABBCCDDEE02",
                            MoveReason.CHIP_DEAD));
            var found =
                    site.stock.count(
                            CHIEF,
                            RequestId.fresh(),
                            site.safe,
                            List.of(new Counted(box, StockState.BLANK, 1)),
                            MoveReason.COUNTED);

            assertThat(found.differences()).containsExactly(new Counted(box, StockState.BLANK, -1));
            var standing = site.stock.standing(CHIEF);
            assertThat(standing.differences()).isEmpty();
            assertThat(standing.deliveries().getFirst().badPerMille()).isEqualTo(333);
            assertThat(site.count(box, site.safe, StockState.DIFFERENCE)).isEqualTo(1);
            assertThat(site.stock.movements(CHIEF, null, 10)).hasSize(4);
        }
    }
}
