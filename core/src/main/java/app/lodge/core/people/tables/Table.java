package app.lodge.core.people.tables;

import app.lodge.core.books.Problem;
import java.util.List;

/// A file's cells as texts. Dates of a workbook are ISO 8601; a formula is its text after `=`.
///
/// @param headings of the first row that is not blank
public record Table(List<String> headings, List<Row> rows) {

    public static final int MOST_BYTES = 32 * 1024 * 1024;
    public static final int MOST_ROWS = 200_000;
    public static final int MOST_COLUMNS = 200;

    /// Characters in one cell.
    public static final int LONGEST_CELL = 4_000;

    /// @param number as a spreadsheet counts: the heading is row 1, blank rows count
    /// @param cells as many as the row has, at most {@link #MOST_COLUMNS}
    public record Row(int number, List<String> cells) {

        /// The cell, or an empty text beyond the row's end.
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /// Reads a file by what it holds, whatever its name says.
    ///
    /// @param name for problems only
    public static Reading read(String name, byte[] content) {
        try {
            return new Reading.Read(cells(name, content));
        } catch (UnreadableException e) {
            return new Reading.Unreadable(List.of(e.problem()));
        }
    }

    private static Table cells(String name, byte[] content) throws UnreadableException {
        if (content.length == 0) {
            throw new UnreadableException("file", name, "import.empty");
        }
        if (content.length > MOST_BYTES) {
            throw new UnreadableException(
                    "file", name, "import.too-large", content.length >> 20, MOST_BYTES >> 20);
        }
        var rows = new TableRows(name);
        if (begins(content, 0x50, 0x4B, 0x03, 0x04)) {
            XlsxTable.read(name, content, rows);
        } else if (begins(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableException("file", name, "import.old-workbook");
        } else {
            CsvTable.read(name, content, rows);
        }
        return rows.table();
    }

    private static boolean begins(byte[] content, int... magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (var i = 0; i < magic.length; i++) {
            if ((content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /// What became of reading.
    public sealed interface Reading {

        record Read(Table table) implements Reading {}

        /// @param problems field = `file` or a heading, value = the file's name or the text concerned
        record Unreadable(List<Problem> problems) implements Reading {}
    }
}
