package app.lodge.core.people.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The first sheet of a workbook (ECMA-376 SpreadsheetML).
final class XlsxTable {

    private static final Logger LOG = LoggerFactory.getLogger(XlsxTable.class);
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    /// What in a number format is no date letter: literals, colours and conditions, escaped letters.
    private static final Pattern NOT_DATE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.");

    private static final int MOST_ZEROS = 30;

    private XlsxTable() {}

    static void read(String name, byte[] content, TableRows rows) throws UnreadableException {
        new WorkbookGate(name).pass(content);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content), WITH_FORMATS);
                var stream = workbook.getFirstSheet().openStream()) {
            var each = stream.iterator();
            while (each.hasNext()) {
                var row = each.next();
                rows.add(row.getRowNum(), texts(name, row));
            }
        } catch (IOException | RuntimeException e) {
            // The reader answers many malformed parts with whatever its code trips over.
            LOG.debug("A workbook could not be read", e);
            throw new UnreadableException("file", name, "import.workbook-broken");
        }
    }

    private static List<String> texts(String name, Row row) throws UnreadableException {
        var texts = new ArrayList<String>(Math.min(row.getCellCount(), Table.MOST_COLUMNS));
        for (var column = 0; column < row.getCellCount(); column++) {
            var text = text(row.getCell(column));
            if (column < Table.MOST_COLUMNS) {
                texts.add(text);
            } else if (!text.isBlank()) {
                throw new UnreadableException(
                        "file",
                        name,
                        "import.too-many-columns",
                        row.getRowNum(),
                        Table.MOST_COLUMNS);
            }
        }
        return texts;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER ->
                    isDate(cell.getDataFormatString()) ? date(cell) : number(cell.asNumber());
            case STRING -> cell.asString();
            case FORMULA -> "=" + (cell.getFormula() == null ? "" : cell.getFormula());
            case BOOLEAN -> String.valueOf(cell.asBoolean());
            case ERROR -> String.valueOf(cell.getRawValue());
            case EMPTY -> "";
        };
    }

    private static String date(Cell cell) {
        var date = cell.asDate();
        return date == null ? "" : date.toLocalDate().toString();
    }

    private static String number(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        // 1E999999999 is a short cell and a gigabyte of zeros
        return Math.abs(plain.scale()) > MOST_ZEROS ? plain.toString() : plain.toPlainString();
    }

    static boolean isDate(@Nullable String format) {
        if (format == null || format.equalsIgnoreCase("General") || format.equals("@")) {
            return false;
        }
        var letters = NOT_DATE.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0;
    }
}
