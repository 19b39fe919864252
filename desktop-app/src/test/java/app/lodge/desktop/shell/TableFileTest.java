package app.lodge.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                List.of(List.of("Name", "Betrag"), List.of("Ana \"A\" B; C", "-1,50 €")),
                ';');
        assertThat(Files.readString(file))
                .isEqualTo("\uFEFF\"Name\";\"Betrag\"\r\n\"Ana \"\"A\"\" B; C\";\"-1,50 €\"\r\n");
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
