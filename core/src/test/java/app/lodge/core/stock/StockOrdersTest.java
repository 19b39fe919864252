package app.lodge.core.stock;

import static app.lodge.core.stock.StockDesk.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.RequestId;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.stock.Delivery.Numbering;
import app.lodge.core.stock.DueRules.Service;
import app.lodge.core.stock.StockOrders.NewOrder;
import app.lodge.core.stock.StockOrders.OrderOutcome;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Orders of blanks, from the contract to the box on the desk. The 23rd of November 2026 is a Monday.
class StockOrdersTest {

    private final StockDesk site = new StockDesk();
    private final StockOrders orders =
            StockOrders.in(
                    site.books,
                    () ->
                            SiteSettings.of(
                                    "North School",
                                    Currency.getInstance("EUR"),
                                    ZoneOffset.UTC,
                                    "en"));

    @AfterEach
    void close() {
        site.close();
    }

    private StockOrder ordered(
            int quantity, Service service, boolean fourColour, Set<Finish> finishes) {
        var outcome =
                orders.order(
                        CHIEF,
                        RequestId.fresh(),
                        new NewOrder(
                                site.card,
                                "Karton AG",
                                quantity,
                                50_000,
                                service,
                                fourColour,
                                finishes,
                                null));
        return ((OrderOutcome.Done) outcome).order();
    }

    @Test
    @Tag("CHAIN-50")
    void theDueDateFollowsTheMakersTable() {
        assertThat(ordered(500, Service.NORMAL, false, Set.of()).dueOn()).isEqualTo("2026-12-02");
        assertThat(ordered(500, Service.NORMAL, true, Set.of()).dueOn()).isEqualTo("2026-11-30");
        assertThat(ordered(500, Service.NORMAL, true, Set.of(Finish.BARCODE)).dueOn())
                .isEqualTo("2026-12-01");
        assertThat(ordered(500, Service.NORMAL, true, Set.of(Finish.GOLD_FOIL)).dueOn())
                .isEqualTo("2026-12-02");
        assertThat(ordered(500, Service.EXPRESS, false, Set.of()).dueOn()).isEqualTo("2026-11-27");
        assertThat(ordered(50_001, Service.NORMAL, true, Set.of()).dueOn()).isNull();
    }

    @Test
    @Tag("CHAIN-50")
    void theTableAndTheHolidaysAreTheSitesOwn() {
        var rules = orders.rules(CHIEF);
        orders.changeRules(
                CHIEF,
                RequestId.fresh(),
                new DueRules(
                        List.of(new DueRules.Row(Service.NORMAL, false, 0, 2)),
                        rules.extras(),
                        Set.of(LocalDate.parse("2026-11-24"))));
        assertThat(ordered(10, Service.NORMAL, false, Set.of()).dueOn()).isEqualTo("2026-11-26");
        assertThat(ordered(10, Service.EXPRESS, false, Set.of()).dueOn()).isNull();
    }

    @Test
    @Tag("CHAIN-47")
    @Tag("CHAIN-48")
    @Tag("CHAIN-49")
    void anOrderKeepsItsFinishesAndTheDatesOfItsStages() {
        var order =
                ordered(
                        10,
                        Service.NORMAL,
                        false,
                        Set.of(Finish.EMBOSSING, Finish.SIGNATURE_PANEL));
        var day = LocalDate.parse("2026-11-25");
        orders.setStage(
                CHIEF,
                RequestId.fresh(),
                order.id(),
                new StockOrder.StageDates(Stage.CONTRACT, day, day));
        orders.setStage(
                CHIEF,
                RequestId.fresh(),
                order.id(),
                new StockOrder.StageDates(Stage.PRINTING, day.plusDays(1), null));
        site.stock.receive(
                CHIEF,
                RequestId.fresh(),
                new Stock.NewDelivery(
                        site.card,
                        order.id(),
                        "",
                        "B-7",
                        site.safe,
                        10,
                        Numbering.NONE,
                        List.of()));
        var kept = orders.list(CHIEF).getFirst();
        assertThat(kept.finishes())
                .containsExactlyInAnyOrder(Finish.EMBOSSING, Finish.SIGNATURE_PANEL);
        assertThat(kept.next()).contains(Stage.FIRST_DESIGN);
        assertThat(kept.stages()).hasSize(2);
        assertThat(kept.received()).isEqualTo(10);
        assertThat(site.stock.standing(CHIEF).deliveries().getFirst().delivery().supplier())
                .isEqualTo("Karton AG");
    }
}
