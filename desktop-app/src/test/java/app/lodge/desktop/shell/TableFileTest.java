package app.lodge.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a spreadsheet gets of a table.
@Tag("ID-49")
class TableFileTest {

    @TempDir Path folder;

    @Test
    void theFileIsWhatWasSeen() throws Exception {
        var file = folder.resolve("rows.csv");
        TableFile.write(
                file,
                heading("Name", "Betrag"),
                pages(List.of(List.of("Ana \"A\" B; C", "-1,50 €"))),
                ';');
        assertThat(Files.readString(file))
                .isEqualTo("\uFEFF\"Name\";\"Betrag\"\r\n\"Ana \"\"A\"\" B; C\";\"-1,50 €\"\r\n");
    }

    @Test
    void aWorkbookHasTheSameRowsAndItsFiguresAreNumbers() throws Exception {
        var file = folder.resolve("rows.XLSX");
        TableFile.write(
                file,
                heading("Name", "Anzahl"),
                pages(
                        List.of(List.of("=1+1", "12"), List.of("a\u0001b", "0012")),
                        List.of(List.of("", "1,5 €"))),
                ';');
        try (var book = new ReadableWorkbook(Files.newInputStream(file))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows.stream().map(row -> row.getCellText(0)))
                    .containsExactly("Name", "=1+1", "a\uFFFDb", "");
            assertThat(rows.stream().map(row -> row.getCell(1).getType()))
                    .as("a number that begins with 0 is a name")
                    .containsExactly(
                            CellType.STRING, CellType.NUMBER, CellType.STRING, CellType.STRING);
            assertThat(rows.get(1).getCell(1).asNumber()).isEqualByComparingTo("12");
        }
    }

    @Test
    void moreRowsThanAWorksheetHoldsAreNoWorkbook() {
        var many = Collections.nCopies(1_048_576, List.<String>of());
        assertThatThrownBy(() ->
                        TableFile.write(folder.resolve("rows.xlsx"), heading(), pages(many), ';'))
                .isInstanceOf(TableFile.TooLong.class);
        assertThat(folder).isEmptyDirectory();
    }

    private static List<TableFile.Heading> heading(String... titles) {
        return Arrays.stream(titles)
                .map(title ->
                        new TableFile.Heading(
                                title,
                                title.equals("Anzahl")
                                        ? TableFile.Heading.Kind.FIGURES
                                        : TableFile.Heading.Kind.WORDS))
                .toList();
    }

    @SafeVarargs
    private static TableFile.Pages pages(List<List<String>>... pages) {
        return new ArrayDeque<>(List.of(pages))::poll;
    }

    @ParameterizedTest
    @CsvSource({
        "=1+1, '''=1+1'",
        "@sum, '''@sum'",
        "-cmd, '''-cmd'",
        "+x, '''+x'",
        "-12.50, -12.50",
        "+1, +1",
        "-€5, -€5",
        "–, –",
        "-, -",
        "a=b, a=b"
    })
    void aFormulaIsTextAndANumberStaysOne(String cell, String written) {
        assertThat(TableFile.csv(List.of(List.of(cell)), ',')).isEqualTo("\"" + written + "\"\r\n");
    }

    @Test
    void tabsAndLinesWithinACellDoNotMoveTheOthers() {
        assertThat(TableText.tabbed(List.of(List.of("a\tb", "c\r\nd"), List.of("", "e"))))
                .isEqualTo("a b\tc d\n\te");
    }
}
