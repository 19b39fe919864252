package app.lodge.desktop.shell;

import app.lodge.core.work.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A table as a CSV file that a spreadsheet opens by a double click.
final class TableFile {

    /// By which spreadsheets know UTF-8.
    private static final String MARK = "\uFEFF";

    private TableFile() {}

    /// There as a whole or not at all.
    ///
    /// @param separator semicolon where the comma is in numbers
    static void write(Path target, List<List<String>> lines, char separator) throws IOException {
        var file = target.toAbsolutePath();
        var folder = file.getParent();
        if (folder == null) {
            throw new IOException("No file's name: " + file);
        }
        var text = MARK + csv(lines, separator);
        WholeFile.write(
                folder,
                file.getFileName().toString(),
                out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
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
}
