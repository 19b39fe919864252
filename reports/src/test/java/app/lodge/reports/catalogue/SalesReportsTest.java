package app.lodge.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.texts.Texts;
import app.lodge.reports.catalogue.ReportOutcome.NothingFound;
import app.lodge.reports.catalogue.ReportOutcome.Rendered;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What was sold, and who came where how often.
class SalesReportsTest {

    private final FakeSite site = new FakeSite();

    private String made(ReportKind kind, ReportFormat format) {
        var order = ReportOrder.file(kind, Map.of("by", "HOUR"), format, "en");
        var made = (Rendered) site.reports().render(FakeSite.CLERK, order);
        return new String(made.content(), StandardCharsets.UTF_8);
    }

    @Test
    @Tag("ID-52")
    void everyProductStandsWithItsVolumeTurnoverAndTax() {
        assertThat(made(ReportKind.PRODUCTS_SOLD, ReportFormat.CSV))
                .contains("Kantine,2026-11-20T12:00,101,Kaffee,Getränke,40,60.00,9.58,EUR,2")
                .contains("Kantine,2026-11-20T12:00,0,,,3,9.00,1.44,EUR,0");
    }

    @Test
    @Tag("ID-51")
    @Tag("ID-56")
    void everyPaymentPointStandsWithUsersPaymentsAndTurnoverAndFewUsersAreNotCounted() {
        assertThat(made(ReportKind.PAYMENT_POINTS, ReportFormat.CSV))
                .contains("Kantine,Canteen,2026-11-20T12:00,31,43,69.00,EUR")
                .contains("Salatbar,Salatbuffet,2026-11-20T13:00,,3,4.50,EUR");
    }

    @Test
    @Tag("ID-14")
    void paymentPointsOfOneTypeAreAskedForByItsCode() {
        var asked = Map.of("by", "HOUR", "type", "salad-bar");
        var order = ReportOrder.file(ReportKind.PAYMENT_POINTS, asked, ReportFormat.CSV, "en");
        var made = (Rendered) site.reports().render(FakeSite.CLERK, order);
        assertThat(new String(made.content(), StandardCharsets.UTF_8))
                .contains("Salatbuffet")
                .doesNotContain("Kantine");
        var wrong =
                ReportOrder.file(
                        ReportKind.PRODUCTS_SOLD,
                        Map.of("type", "Salad bar"),
                        ReportFormat.CSV,
                        "en");
        var missing = (NothingFound) site.reports().render(FakeSite.CLERK, wrong);
        assertThat(new Texts(Locale.ENGLISH).problem(missing.missing()))
                .isEqualTo("There is no type “Salad bar”. Choose one of canteen, salad-bar.");
    }

    @Test
    @Tag("ID-53")
    void bothAreHadInEveryFormAndLanguage() {
        for (var kind : List.of(ReportKind.PRODUCTS_SOLD, ReportKind.PAYMENT_POINTS)) {
            for (var format : List.of(ReportFormat.XLSX, ReportFormat.XML, ReportFormat.CSV)) {
                assertThat(made(kind, format)).isNotEmpty();
            }
            for (var language : List.of("en", "de", "fr", "hr", "pl", "zh")) {
                var order = ReportOrder.file(kind, Map.of(), ReportFormat.PDF, language);
                var made = (Rendered) site.reports().render(FakeSite.CLERK, order);
                assertThat(made.pageCount()).as("%s %s", kind, language).isEqualTo(1);
            }
        }
    }

    @Test
    @Tag("ID-51")
    void anUnknownPointOrTooLongAPeriodIsToldByName() {
        assertThat(
                        site.reports()
                                .render(
                                        FakeSite.CLERK,
                                        ReportOrder.file(
                                                ReportKind.PAYMENT_POINTS,
                                                Map.of("device", "nowhere"),
                                                ReportFormat.CSV,
                                                "en")))
                .isInstanceOf(NothingFound.class);
        assertThat(
                        site.reports()
                                .render(
                                        FakeSite.CLERK,
                                        ReportOrder.file(
                                                ReportKind.PRODUCTS_SOLD,
                                                Map.of("from", "2024-01-01"),
                                                ReportFormat.CSV,
                                                "en")))
                .isInstanceOf(NothingFound.class);
    }
}
