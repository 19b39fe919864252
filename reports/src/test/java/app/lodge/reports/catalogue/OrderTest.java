package app.lodge.reports.catalogue;

import static app.lodge.reports.catalogue.ReportKind.ACCOUNT_STATEMENT;
import static app.lodge.reports.catalogue.ReportKind.CASH_CLOSING;
import static app.lodge.reports.catalogue.ReportKind.DEVICE_JOURNAL;
import static app.lodge.reports.catalogue.ReportKind.ISSUED_CARDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Role;
import app.lodge.core.doors.Json;
import app.lodge.core.texts.Texts;
import app.lodge.reports.catalogue.ReportOutcome.NothingFound;
import app.lodge.reports.catalogue.ReportOutcome.Rejected;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("ID-53")
class OrderTest {

    private final FakeSite site = new FakeSite().withMovements(3).withEvents(3).withMedia(3);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACCOUNT_STATEMENT||reports.one-of-these",
                "ACCOUNT_STATEMENT|account=17,person=1000|reports.one-of-these",
                "ACCOUNT_STATEMENT|account=-1|reports.not-a-number",
                "ACCOUNT_STATEMENT|account=' or 1=1|reports.not-a-number",
                "ACCOUNT_STATEMENT|account=9999999999999999999|reports.not-a-number",
                "ACCOUNT_STATEMENT|account=17,from=1.11.2026|reports.not-a-day",
                "ACCOUNT_STATEMENT|account=17,from=2026-02-30|reports.not-a-day",
                "ACCOUNT_STATEMENT|account=17,from=1026-02-03|reports.not-a-day",
                "ACCOUNT_STATEMENT|account=17,from=2026-11-02,until=2026-11-01|reports.until-before-from",
                "ACCOUNT_STATEMENT|account=17,colour=red|reports.unknown-parameter",
                "DEVICE_JOURNAL||reports.required",
                "DEVICE_JOURNAL|device=   |reports.required",
                "ISSUED_CARDS|state=LOVED|reports.not-a-choice",
            })
    void saysWhatIsWrongAndWhatWouldBeRight(ReportKind kind, String given, String key) {
        var outcome =
                site.reports()
                        .render(
                                FakeSite.CLERK,
                                ReportOrder.file(kind, parameters(given), ReportFormat.PDF, "en"));

        assertThat(outcome).isInstanceOf(Rejected.class);
        var problems = ((Rejected) outcome).problems();
        assertThat(problems).extracting(Problem::key).contains(key);
        for (var language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            var texts = new Texts(language);
            assertThat(problems).allSatisfy(p -> assertThat(texts.problem(p)).isNotBlank());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACCOUNT_STATEMENT|account=18|account",
                "ACCOUNT_STATEMENT|person=4|person",
                "DEVICE_JOURNAL|device=till-9|device",
                "DEVICE_JOURNAL|device=99|device",
                "ISSUED_CARDS|person=4|person",
            })
    void saysWhatDoesNotExist(ReportKind kind, String given, String field) {
        var outcome =
                site.reports()
                        .render(
                                FakeSite.CLERK,
                                ReportOrder.file(kind, parameters(given), ReportFormat.CSV, "en"));

        assertThat(((NothingFound) outcome).missing().field()).isEqualTo(field);
        assertThat(new Texts(Locale.GERMAN).problem(((NothingFound) outcome).missing()))
                .isNotBlank();
    }

    @Test
    void refusesLanguagesAndPagesThatDoNotExist() {
        var order = new ReportOrder(ISSUED_CARDS, Map.of(), ReportFormat.PAGES, "tlh", 9, 0, 51);

        assertThat(((Rejected) site.reports().render(FakeSite.CLERK, order)).problems())
                .extracting(Problem::field)
                .containsExactly("dpi", "firstPage", "pages", "language");
    }

    @Test
    void aReportTooLongForPaperIsRefusedBeforeItIsDrawn() {
        site.withMedia(20_000);
        var order = ReportOrder.file(ISSUED_CARDS, Map.of(), ReportFormat.PDF, "");

        assertThat(((Rejected) site.reports().render(FakeSite.CLERK, order)).problems())
                .extracting(Problem::key)
                .containsExactly("reports.too-many-rows");
    }

    @Test
    @Tag("ID-55")
    void offersOnlyWhatTheActorMaySee() {
        var reports = site.reports();
        var device = Actor.device(5, "till-1");

        assertThat(reports.catalogue(FakeSite.CLERK))
                .containsExactly(
                        ACCOUNT_STATEMENT,
                        CASH_CLOSING,
                        ReportKind.KIOSK_CASH,
                        ReportKind.KIOSK_EMPTYINGS,
                        DEVICE_JOURNAL,
                        ISSUED_CARDS,
                        ReportKind.STOCK,
                        ReportKind.BAD_CARDS,
                        ReportKind.PRODUCTS_SOLD,
                        ReportKind.PAYMENT_POINTS);
        assertThatThrownBy(() -> reports.catalogue(device)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(
                        () -> reports.receipt(device, FakeSite.receipt(0), ReceiptFormat.TEXT, ""))
                .isInstanceOf(NotPermitted.class);
        assertThat(FakeSite.AUDITOR.role()).isEqualTo(Role.AUDITOR);
    }

    @Test
    void aDevicesNumberDoesAsWellAsItsName() {
        var order = ReportOrder.file(DEVICE_JOURNAL, Map.of("device", "5"), ReportFormat.CSV, "");

        assertThat(site.reports().render(FakeSite.CLERK, order))
                .isInstanceOf(ReportOutcome.Rendered.class);
    }

    @ParameterizedTest
    @EnumSource
    void ordersAndOutcomesTravel(ReportFormat format) {
        var order = ReportOrder.screen(DEVICE_JOURNAL, Map.of("device", "till-1"), "de", 48, 1, 2);
        var sent = new ReportOrder(order.kind(), order.parameters(), format, "de", 48, 1, 2);
        var arrived = Json.read(Json.bytes(sent, ReportOrder.class), ReportOrder.class);
        assertThat(arrived).isEqualTo(sent);

        var outcome = site.reports().render(FakeSite.CLERK, arrived);
        var back = Json.read(Json.bytes(outcome, ReportOutcome.class), ReportOutcome.class);
        assertThat(back).usingRecursiveComparison().isEqualTo(outcome);
    }

    private static Map<String, String> parameters(String given) {
        return given == null
                ? Map.of()
                : Stream.of(given.split(","))
                        .map(part -> part.split("=", 2))
                        .collect(Collectors.toMap(part -> part[0], part -> part[1] + " "));
    }
}
