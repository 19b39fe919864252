package app.lodge.reports.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// CSV for programs: RFC 4180 with a header line, comma, CR LF, UTF-8 without a byte order mark (many
/// programs would take it for part of the first column's name; people are served by XLSX).
///
/// Names, numbers and times do not depend on language: `booked_at`, `-12.50`, `2026-11-22T06:35:12Z`,
/// `true`; no value is an empty field. A text that a spreadsheet would run as a formula gets an
/// apostrophe in front (see {@link Formulas}).
public final class CsvExport implements TableExport {

    @Override
    public byte[] write(Table table) {
        var bytes = new ByteArrayOutputStream();
        try (var csv =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            csv.writeRecord(table.columns().stream().map(Table.Column::name).toList());
            for (var row : table.rows()) {
                csv.writeRecord(row.stream().map(CsvExport::field).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A table could not be written to memory", e);
        }
        return bytes.toByteArray();
    }

    private static String field(Cell cell) {
        return cell instanceof Cell.Words(String text)
                ? Formulas.disarmed(text)
                : PlainValue.of(cell);
    }
}
