package app.lodge.core.people;

import static app.lodge.core.people.TestRegister.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonnelImport.Mapping;
import app.lodge.core.people.PersonnelImport.RowState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/// Whatever the files say and in whatever order they come: an import does what its preview showed.
@Tag("ID-04")
@Tag("ID-05")
final class ImportAgreementTest {

    private static final Mapping MAPPING =
            new Mapping(
                    "",
                    Map.of(
                            "No", "personnelNumber",
                            "Family", "familyName",
                            "Given", "givenName",
                            "Born", "birthDate",
                            "Land", "country"));

    @Property(tries = 40)
    void anImportDoesWhatItsPreviewShowed(@ForAll("loads") List<List<String>> loads)
            throws IOException {
        var folder = Files.createTempDirectory("people");
        try (var site = new TestRegister(folder)) {
            for (var rows : loads) {
                var file = PersonnelImportTest.csv(String.join("\n", rows) + "\n");
                var preview = site.imports().preview(CLERK, file, MAPPING);
                var before = site.people().count(CLERK, "");
                var missing = preview.missing().stream().map(Person::id).toList();
                var outcome =
                        site.imports().apply(CLERK, RequestId.fresh(), file, MAPPING, missing);
                assertThat((long) outcome.enrolled()).isEqualTo(preview.count(RowState.NEW));
                assertThat((long) outcome.changed()).isEqualTo(preview.count(RowState.CHANGED));
                assertThat((long) outcome.unchanged()).isEqualTo(preview.count(RowState.UNCHANGED));
                assertThat((long) outcome.faulty()).isEqualTo(preview.count(RowState.FAULTY));
                assertThat(outcome.blocked()).isEqualTo(missing.size());
                assertThat(site.people().count(CLERK, "")).isEqualTo(before + outcome.enrolled());
                var again = site.imports().preview(CLERK, file, MAPPING);
                assertThat(again.count(RowState.NEW) + again.count(RowState.CHANGED)).isZero();
                assertThat(again.missing()).isEmpty();
                var details =
                        again.rows().stream()
                                .filter(row -> row.state() == RowState.UNCHANGED)
                                .map(row -> row.details())
                                .collect(Collectors.toSet());
                preview.rows().stream()
                        .filter(row -> row.state() != RowState.FAULTY)
                        .forEach(row -> assertThat(details).contains(row.details()));
            }
        } finally {
            try (var files = Files.list(folder)) {
                for (var one : files.toList()) {
                    Files.delete(one);
                }
            }
            Files.delete(folder);
        }
    }

    @Provide
    Arbitrary<List<List<String>>> loads() {
        var row =
                Combinators.combine(
                                Arbitraries.of("", "1", "01", "2", "3", "4", "A-5", "=6"),
                                Arbitraries.of("Müller", "Perić", "", "王"),
                                Arbitraries.of("Anna", "Ivo", "Ánna"),
                                Arbitraries.of("", "1990-02-28", "31.02.1990", "28.2.1990"),
                                Arbitraries.of("", "DE", "Hrvatska", "Atlantis"))
                        .as((no, family, given, born, land) ->
                                String.join(",", no, family, given, born, land));
        return row.list().ofMinSize(1).ofMaxSize(8).list().ofMinSize(1).ofMaxSize(3);
    }
}
