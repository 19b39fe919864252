package app.lodge.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.reports.catalogue.ReportOutcome.Rendered;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ID-30")
class KioskReportsTest {

    private final FakeSite site = new FakeSite();

    private Rendered made(ReportKind kind, Map<String, String> parameters, ReportFormat format) {
        return (Rendered)
                site.reports()
                        .render(FakeSite.CLERK, ReportOrder.file(kind, parameters, format, "de"));
    }

    @Test
    void sayWhatLiesInEachDeviceByDenomination() {
        var csv = made(ReportKind.KIOSK_CASH, Map.of(), ReportFormat.CSV);
        assertThat(new String(csv.content(), StandardCharsets.UTF_8))
                .contains("kiosk-foyer", "20.00", "60.00", "phone-shop", "48.20");
        assertThat(csv.rows()).isEqualTo(2);
    }

    @Test
    void sayWhatWasEmptiedCountedAndWhyItDiffers() {
        var csv = made(ReportKind.KIOSK_EMPTYINGS, Map.of(), ReportFormat.CSV);
        assertThat(new String(csv.content(), StandardCharsets.UTF_8))
                .contains("S-1043", "612.00", "610.00", "-2.00", "COUNTERFEIT", "S-1044");
        assertThat(
                        made(
                                        ReportKind.KIOSK_EMPTYINGS,
                                        Map.of("from", "2027-01-01"),
                                        ReportFormat.CSV)
                                .rows())
                .isZero();
    }

    @Test
    void comeInEveryFormat() {
        for (var kind : List.of(ReportKind.KIOSK_CASH, ReportKind.KIOSK_EMPTYINGS)) {
            for (var format :
                    List.of(
                            ReportFormat.PDF,
                            ReportFormat.CSV,
                            ReportFormat.XLSX,
                            ReportFormat.XML)) {
                assertThat(made(kind, Map.of(), format).content()).isNotEmpty();
            }
        }
    }
}
