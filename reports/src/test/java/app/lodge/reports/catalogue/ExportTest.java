package app.lodge.reports.catalogue;

import static app.lodge.reports.catalogue.ReportFormat.CSV;
import static app.lodge.reports.catalogue.ReportFormat.XLSX;
import static app.lodge.reports.catalogue.ReportFormat.XML;
import static app.lodge.reports.catalogue.ReportKind.ACCOUNT_STATEMENT;
import static app.lodge.reports.catalogue.ReportKind.DEVICE_JOURNAL;
import static app.lodge.reports.catalogue.ReportKind.ISSUED_CARDS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.people.PersonDetails;
import app.lodge.reports.catalogue.ReportOutcome.Rendered;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/// Every export is read back by a library that did not write it.
@Tag("ID-53")
@Tag("ID-54")
class ExportTest {

    private final FakeSite site = new FakeSite();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void writesEveryMovementAsCsv(int count) {
        site.withMovements(count);

        var rendered = Reading.file(site.reports(), ACCOUNT_STATEMENT, CSV, "account", "17");

        var records = csv(rendered);
        assertThat(records).hasSize(count);
        assertThat(rendered.rows()).isEqualTo(count);
        for (var i = 0; i < count; i++) {
            var movement = site.movements.get(i);
            var record = records.get(i);
            assertThat(record.getField("posting")).isEqualTo(Long.toString(movement.posting()));
            assertThat(new BigDecimal(record.getField("amount")))
                    .isEqualTo(movement.amount().major());
            assertThat(new BigDecimal(record.getField("balance")))
                    .isEqualTo(movement.balanceAfter().major());
            assertThat(Instant.parse(record.getField("occurred_at")))
                    .isEqualTo(movement.occurredAt());
            assertThat(record.getField("late")).isEqualTo(Boolean.toString(movement.late()));
            assertThat(record.getField("place")).isEqualTo(movement.place());
            assertThat(record.getField("currency")).isEqualTo("EUR");
        }
    }

    @Test
    void csvIsRfc4180InUtf8WithoutAByteOrderMark() {
        site.withMovements(1);

        var text =
                text(Reading.fileIn("de", site.reports(), ACCOUNT_STATEMENT, CSV, "account", "17"));

        assertThat(text)
                .isEqualTo(
                        """
                        account,person,posting,kind,booked_at,occurred_at,late,amount,balance,currency,place,operator\r
                        17,1000,1000,TOP_UP,2026-11-01T07:00:00Z,2026-11-01T07:00:00Z,false,25.00,25.00,EUR,desk-1,anna\r
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1", "\r\n=1"})
    void noNameRunsAsAFormula(String family) throws Exception {
        site.withMedia(1);
        site.names = List.of(PersonDetails.named("", family));

        var inCsv =
                csv(Reading.file(site.reports(), ISSUED_CARDS, CSV)).getFirst().getField("name");
        assertThat(inCsv).isEqualTo("'" + family.strip());

        var cell =
                Reading.sheet(Reading.file(site.reports(), ISSUED_CARDS, XLSX), 0)
                        .get(1)
                        .getCell(3);
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getFormula()).isNull();
        assertThat(cell.asString()).isEqualTo(family.strip());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void workbooksHoldNumbersAndTimes(int count) throws Exception {
        site.withMovements(count);

        var rendered =
                Reading.fileIn("de", site.reports(), ACCOUNT_STATEMENT, XLSX, "account", "17");

        var rows = Reading.sheet(rendered, 0);
        assertThat(rows).hasSize(count + 1);
        assertThat(rows.getFirst().getCellText(7)).isEqualTo("Betrag");
        var sum = BigDecimal.ZERO;
        for (var i = 0; i < count; i++) {
            var row = rows.get(i + 1);
            assertThat(row.getCell(7).getType()).isEqualTo(CellType.NUMBER);
            sum = sum.add(row.getCell(7).asNumber());
            assertThat(row.getCell(5).asDate())
                    .isEqualTo(
                            LocalDateTime.ofInstant(
                                    site.movements.get(i).occurredAt(),
                                    ZoneId.of("Europe/Berlin")));
        }
        var about = Reading.sheet(rendered, 1);
        assertThat(about.getLast().getCellText(0)).isEqualTo("Endsaldo");
        assertThat(about.getLast().getCell(1).asNumber()).isEqualByComparingTo(sum);
    }

    @Test
    void theHeaderOfAWorkbookStaysInView() throws Exception {
        var rendered = Reading.file(site.reports(), ACCOUNT_STATEMENT, XLSX, "account", "17");

        try (var zip = new ZipInputStream(new ByteArrayInputStream(rendered.content()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                            .contains("state=\"frozen\"")
                            .contains("ySplit=\"1\"")
                            .contains("<autoFilter");
                    return;
                }
            }
        }
        throw new AssertionError("The workbook has no first sheet");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void writesEveryEventAsXml(int count) throws Exception {
        site.withEvents(count);
        site.siteName = "A & B <\u0001>";

        var rendered = Reading.file(site.reports(), DEVICE_JOURNAL, XML, "device", "till-1");

        var document =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(rendered.content()));
        var report = document.getDocumentElement();
        assertThat(report.getAttribute("kind")).isEqualTo("device-journal");
        assertThat(report.getAttribute("site")).isEqualTo("A & B <\uFFFD>");
        assertThat(report.getAttribute("generated")).isEqualTo("2026-11-22T06:35:12Z");
        assertThat(value(report, "parameter")).isEqualTo("till-1");
        assertThat(value(report, "events")).isEqualTo(Integer.toString(count));
        var rows = report.getElementsByTagName("row");
        assertThat(rows.getLength()).isEqualTo(count);
        if (count > 0) {
            var last = (Element) rows.item(count - 1);
            assertThat(value(last, "seq")).isEqualTo(Integer.toString(count));
            assertThat(value((Element) rows.item(0), "content"))
                    .isEqualTo("{\"amount\":\"350\",\"article\":\"=cmd|' /C calc'!A0\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void writesEveryCardAsCsv(int count) {
        site.withMedia(count);

        var records = csv(Reading.file(site.reports(), ISSUED_CARDS, CSV));

        assertThat(records).hasSize(count);
        for (var i = 0; i < count; i++) {
            var medium = site.media.get(i);
            var record = records.get(i);
            assertThat(record.getField("number")).isEqualTo(medium.number());
            assertThat(record.getField("state")).isEqualTo(medium.state().name());
            assertThat(record.getField("name")).isEqualTo(site.names.get(i % 5).fullName());
        }
    }

    @Test
    @Tag("ID-55")
    void anAuditorsExportHasNoNames() {
        site.withMedia(3);

        var rendered =
                (Rendered)
                        site.reports()
                                .render(
                                        FakeSite.AUDITOR,
                                        ReportOrder.file(
                                                ISSUED_CARDS, Reading.parameters(), CSV, ""));

        assertThat(csv(rendered)).allSatisfy(r -> assertThat(r.getField("name")).isEmpty());
        assertThat(csv(rendered).getFirst().getField("person")).isEqualTo("1000");
    }

    private static String text(Rendered rendered) {
        return new String(rendered.content(), StandardCharsets.UTF_8);
    }

    private static List<NamedCsvRecord> csv(Rendered rendered) {
        return CsvReader.builder().ofNamedCsvRecord(text(rendered)).stream().toList();
    }

    private static String value(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }
}
