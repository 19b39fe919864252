package app.lodge.desktop.shell;

import app.lodge.core.work.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A table as a file that a spreadsheet opens by a double click: a workbook where the name ends with `.xlsx`, CSV
/// otherwise.
final class TableFile {

    static final String CSV = ".csv";
    static final String WORKBOOK = ".xlsx";

    /// By which spreadsheets know UTF-8.
    private static final String MARK = "\uFEFF";

    /// Rows of a worksheet, the heading included, and letters of a cell.
    private static final int WORKSHEET = 1_048_576;

    private static final int CELL = 32_767;

    private TableFile() {}

    /// Where the lines come from, some at a time.
    @FunctionalInterface
    interface Pages {
        /// Null when there are no more.
        @Nullable List<List<String>> next() throws IOException;
    }

    /// @param kind figures: cells that look like a whole number are one
    record Heading(String title, Kind kind) {
        enum Kind {
            WORDS,
            FIGURES
        }
    }

    /// More lines than a worksheet holds.
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;

        private TooLong() {
            super("More than %d rows".formatted(WORKSHEET - 1));
        }

        int most() {
            return WORKSHEET - 1;
        }
    }

    /// There as a whole or not at all.
    ///
    /// @param separator of CSV; semicolon where the comma is in numbers
    static void write(Path target, List<Heading> heading, Pages pages, char separator)
            throws IOException {
        var file = target.toAbsolutePath();
        var folder = file.getParent();
        if (folder == null) {
            throw new IOException("No file's name: " + file);
        }
        var name = file.getFileName().toString();
        WholeFile.write(
                folder,
                name,
                out -> {
                    if (name.toLowerCase(Locale.ROOT).endsWith(WORKBOOK)) {
                        workbook(out, heading, pages);
                    } else {
                        csv(out, heading, pages, separator);
                    }
                });
    }

    private static void csv(OutputStream out, List<Heading> heading, Pages pages, char separator)
            throws IOException {
        var titles = List.of(heading.stream().map(Heading::title).toList());
        out.write((MARK + csv(titles, separator)).getBytes(StandardCharsets.UTF_8));
        for (var lines = pages.next(); lines != null; lines = pages.next()) {
            out.write(csv(lines, separator).getBytes(StandardCharsets.UTF_8));
        }
    }

    static String csv(List<List<String>> lines, char separator) {
        return lines.stream()
                .map(line ->
                        line.stream()
                                .map(TableFile::quoted)
                                .collect(Collectors.joining(String.valueOf(separator))))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String cell) {
        return '"' + harmless(cell).replace("\"", "\"\"") + '"';
    }

    /// What a spreadsheet would calculate is text here; a number with its sign stays one.
    private static String harmless(String cell) {
        return cell.matches("(?s)[=@\\t\\r].*|[+-](?![\\d\\s\\p{Sc}]).+") ? "'" + cell : cell;
    }

    /// A worksheet is written as it grows: what is written is out of memory.
    private static void workbook(OutputStream out, List<Heading> heading, Pages pages)
            throws IOException {
        try (var workbook = new Workbook(out, "Lodge", "1.0")) {
            var sheet = workbook.newWorksheet("Lodge");
            for (int column = 0; column < heading.size(); column++) {
                sheet.value(0, column, legal(heading.get(column).title()));
            }
            sheet.freezePane(0, 1);
            int row = 0;
            for (var lines = pages.next(); lines != null; lines = pages.next()) {
                for (var line : lines) {
                    if (++row >= WORKSHEET) {
                        throw new TooLong();
                    }
                    for (int column = 0; column < line.size(); column++) {
                        put(sheet, row, column, heading.get(column), line.get(column));
                    }
                }
                sheet.flush();
            }
            workbook.finish();
        }
    }

    private static void put(Worksheet sheet, int row, int column, Heading heading, String cell) {
        if (cell.isEmpty()) {
            return;
        }
        // A number that begins with 0 is a name, such as a person's.
        if (heading.kind() == Heading.Kind.FIGURES && cell.matches("-?(0|[1-9]\\d{0,14})")) {
            sheet.value(row, column, new BigDecimal(cell));
        } else {
            sheet.value(row, column, legal(cell));
        }
    }

    /// Control characters have no place in the sheet's XML.
    private static String legal(String text) {
        var clean = text.replaceAll("[\\p{Cc}&&[^\t\n\r]]|[\uFFFE\uFFFF]", "\uFFFD");
        return clean.length() > CELL ? clean.substring(0, CELL - 1) + "…" : clean;
    }
}
