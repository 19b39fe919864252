package app.lodge.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ID-34")
class CashClosingTest {

    private final FakeSite site = new FakeSite();

    @Test
    void saysWhatMovedWhatWasExpectedAndWhatWasCounted() throws Exception {
        var rendered =
                Reading.file(
                        site.reports(), ReportKind.CASH_CLOSING, ReportFormat.PDF, "shift", "3");
        var text = Reading.text(rendered);
        assertThat(text)
                .contains("Z2026-000007 · Schalter 1")
                .contains("€200.00")
                .contains("Cash in transit 1 €100.00")
                .contains("Top-up 12 €140.50")
                .contains("Expected")
                .contains("€240.50")
                .contains("€50.00 4 €200.00")
                .contains("Wrong change given N-17")
                .contains("AB".repeat(32))
                .contains("Newest seal 2");
        assertThat(rendered.fileName()).startsWith("cash-closing-Z2026-7");
    }

    @Test
    void isDataToo() {
        var csv =
                new String(
                        Reading.file(
                                        site.reports(),
                                        ReportKind.CASH_CLOSING,
                                        ReportFormat.CSV,
                                        "shift",
                                        "3")
                                .content(),
                        StandardCharsets.UTF_8);
        assertThat(csv).contains("MOVED").contains("TOP_UP").contains("COUNTED").contains("50.00");
    }
}
