package app.lodge.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.reports.catalogue.ReportOutcome.Rendered;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The stock of blanks and the share of bad cards.
class StockReportsTest {

    private final FakeSite site = new FakeSite();

    private Rendered made(ReportKind kind, Map<String, String> parameters, ReportFormat format) {
        var order = ReportOrder.file(kind, parameters, format, "en");
        return (Rendered) site.reports().render(FakeSite.CLERK, order);
    }

    private static String text(Rendered made) {
        return new String(made.content(), StandardCharsets.UTF_8);
    }

    @Test
    @Tag("CHAIN-52")
    void theStockListsEveryCountByPlaceAndState() {
        assertThat(text(made(ReportKind.STOCK, Map.of(), ReportFormat.CSV)))
                .contains("1,Karton AG,K-114,White DESFire EV3,Safe,BLANK,494")
                .contains("1,Karton AG,K-114,White DESFire EV3,Safe,SPOILED,6");
    }

    @Test
    @Tag("CHAIN-51")
    void theShareOfBadCardsIsToldBySupplierAndBatchWithItsReasons() {
        assertThat(text(made(ReportKind.BAD_CARDS, Map.of(), ReportFormat.CSV)))
                .contains("Karton AG,K-114,1,White DESFire EV3,500,6,12,")
                .contains("CHIP_DEAD 4, PRINT_FAULT 2");
        var none = Map.of("supplier", "Nobody");
        assertThat(made(ReportKind.BAD_CARDS, none, ReportFormat.CSV).rows()).isZero();
    }

    @Test
    @Tag("ID-53")
    void bothArePagesInEveryLanguage() {
        for (var language : List.of("en", "de", "fr", "hr", "pl", "zh")) {
            for (var kind : List.of(ReportKind.STOCK, ReportKind.BAD_CARDS)) {
                var order = ReportOrder.file(kind, Map.of(), ReportFormat.PDF, language);
                var made = (Rendered) site.reports().render(FakeSite.CLERK, order);
                assertThat(made.pageCount()).as("%s %s", kind, language).isEqualTo(1);
            }
        }
    }
}
