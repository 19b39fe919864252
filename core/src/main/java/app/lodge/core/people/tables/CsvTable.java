package app.lodge.core.people.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;

/// CSV (RFC 4180) with comma, semicolon or tab.
final class CsvTable {

    private static final int LONGEST_FIELD = 1 << 20;

    private CsvTable() {}

    static void read(String name, byte[] content, TableRows rows) throws UnreadableException {
        var text = FileText.of(name, content);
        var number = 0;
        try (var reader = reader(Delimiter.in(text), text)) {
            for (var line : reader) {
                number++;
                rows.add(number, line.getFields());
            }
        } catch (CsvParseException e) {
            throw new UnreadableException("file", name, "import.csv-broken", number + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvReader<CsvRecord> reader(char delimiter, String text) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(text);
    }
}
