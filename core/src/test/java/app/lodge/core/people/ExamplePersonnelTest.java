package app.lodge.core.people;

import static app.lodge.core.people.TestRegister.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonnelImport.ImportOutcome;
import app.lodge.core.people.PersonnelImport.PersonnelFile;
import app.lodge.core.people.PersonnelImport.RowState;
import app.lodge.core.people.tables.Table;
import app.lodge.core.texts.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The files that ship: 1,000 people, seven faults, each shown by row, column and reason.
@Tag("ID-04")
final class ExamplePersonnelTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"example-personnel.csv", "example-personnel.xlsx"})
    void thePreviewShowsAllSevenFaultsByRowColumnAndReason(String name) throws IOException {
        var file = shipped(name);
        try (var site = new TestRegister(folder)) {
            var imports = site.imports();
            var proposal = imports.open(CLERK, file);
            assertThat(proposal.problems()).isEmpty();
            assertThat(proposal.mapping().columns()).hasSize(12);
            var preview = imports.preview(CLERK, file, proposal.mapping());
            assertThat(preview.problems()).isEmpty();
            assertThat(preview.count(RowState.NEW)).isEqualTo(993);
            assertThat(preview.count(RowState.FAULTY)).isEqualTo(7);
            assertThat(preview.rows())
                    .filteredOn(row -> row.state() == RowState.FAULTY)
                    .allSatisfy(row -> assertThat(row.faults()).hasSize(1))
                    .extracting(
                            row -> row.row(),
                            row -> row.faults().getFirst().field(),
                            row -> row.faults().getFirst().key())
                    .containsExactly(
                            tuple(87, "Family name", "people.name-missing"),
                            tuple(214, "Date of birth", "import.date-impossible"),
                            tuple(342, "E-mail", "people.email-malformed"),
                            tuple(468, "Personnel no.", "import.number-twice"),
                            tuple(591, "Country", "people.country-unknown"),
                            tuple(723, "Street", "people.too-long"),
                            tuple(888, "Date of birth", "people.birth-date-future"));
            for (var language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                var texts = new Texts(language);
                for (var row : preview.rows()) {
                    row.faults()
                            .forEach(fault ->
                                    assertThat(texts.has(fault.key())).as(fault.key()).isTrue());
                }
            }
            assertThat(site.people().count(CLERK, "")).as("nothing is written").isZero();
        }
    }

    @Test
    @Tag("ID-05")
    void theImportWritesWhatThePreviewShowedAndTheNextOneFindsNothingToDo() throws IOException {
        try (var site = new TestRegister(folder)) {
            var imports = site.imports();
            var csv = shipped("example-personnel.csv");
            var mapping = imports.open(CLERK, csv).mapping();
            var outcome = imports.apply(CLERK, RequestId.fresh(), csv, mapping, List.of());
            assertThat(outcome).isEqualTo(new ImportOutcome(993, 0, 0, 7, 0, List.of()));
            assertThat(site.people().count(CLERK, "")).isEqualTo(993);
            var workbook = shipped("example-personnel.xlsx");
            var again = imports.preview(CLERK, workbook, mapping);
            assertThat(again.count(RowState.UNCHANGED)).isEqualTo(993);
            assertThat(again.missing()).isEmpty();
            assertThat(imports.apply(CLERK, RequestId.fresh(), workbook, mapping, List.of()))
                    .isEqualTo(new ImportOutcome(0, 0, 993, 7, 0, List.of()));
        }
    }

    @Test
    void theFilesAreWhatTheGeneratorMakes() throws IOException {
        assertThat(new String(shipped("example-personnel.csv").content(), StandardCharsets.UTF_8))
                .isEqualTo(ExamplePersonnel.csv());
        assertThat(Table.read("", shipped("example-personnel.xlsx").content()))
                .isEqualTo(Table.read("", ExamplePersonnel.xlsx()));
    }

    static PersonnelFile shipped(String name) throws IOException {
        try (var in = People.class.getResourceAsStream(name)) {
            return new PersonnelFile(name, in.readAllBytes());
        }
    }
}
