package app.lodge.core.people;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.people.SamplePeople.numbered;
import static app.lodge.core.people.SamplePeople.with;
import static app.lodge.core.people.TestRegister.AUDITOR;
import static app.lodge.core.people.TestRegister.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.RequestReused;
import app.lodge.core.people.PersonnelImport.ImportOutcome;
import app.lodge.core.people.PersonnelImport.Mapping;
import app.lodge.core.people.PersonnelImport.PersonnelFile;
import app.lodge.core.people.PersonnelImport.Preview;
import app.lodge.core.people.PersonnelImport.RowState;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ID-04")
@Tag("ID-05")
final class PersonnelImportTest {

    private static final Mapping MAPPING =
            new Mapping(
                    "payroll",
                    Map.of(
                            "No", "personnelNumber",
                            "Family", "familyName",
                            "Given", "givenName",
                            "Born", "birthDate",
                            "Land", "country"));

    @TempDir private Path folder;
    private TestRegister site;

    @BeforeEach
    void open() {
        site = new TestRegister(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void rowsAreNewChangedUnchangedOrFaultyAndTheOthersAreMissing() {
        site.enrolled(numbered("Anna", "Müller", "001"));
        site.enrolled(with(numbered("Ivo", "Perić", "2"), PersonField.TOWN, "Split"));
        var gone = site.enrolled(numbered("Mara", "Gone", "3"));
        site.enrolled(PersonDetails.named("Typed", "In"));
        var file =
                csv(
                        "1,Müller,Anna,,\n2,Perić-Babić,Ivo,1990-01-02,\n4,New,Neo,,Kroatien\n5,,X,,\n");
        var preview = preview(file);
        assertThat(preview.rows())
                .extracting(row -> row.state())
                .containsExactly(
                        RowState.UNCHANGED, RowState.CHANGED, RowState.NEW, RowState.FAULTY);
        assertThat(preview.rows().get(1).changedFields())
                .containsExactly("familyName", "birthDate");
        assertThat(preview.rows().get(1).details().town())
                .as("columns that the file has not stay as they are")
                .isEqualTo("Split");
        assertThat(preview.rows().get(2).details().country()).isEqualTo("HR");
        assertThat(preview.missing()).containsExactly(gone);
    }

    @Test
    void theMissingAreBlockedOnlyIfNamedAndNeverRemoved() {
        var gone = site.enrolled(numbered("Mara", "Gone", "3"));
        var here = site.enrolled(numbered("Ivo", "Here", "4"));
        var file = csv("4,Here,Ivo,,\n");
        var request = RequestId.fresh();
        var outcome =
                site.imports().apply(CLERK, request, file, MAPPING, List.of(gone.id(), here.id()));
        assertThat(outcome.blocked()).isEqualTo(1);
        assertThat(outcome.problems())
                .extracting(problem -> problem.key())
                .containsExactly("import.not-missing");
        assertThat(site.people().find(CLERK, gone.id()).orElseThrow().state())
                .isEqualTo(PersonState.BLOCKED);
        assertThat(site.people().find(CLERK, here.id()).orElseThrow().state())
                .isEqualTo(PersonState.ACTIVE);
        assertThat(
                        site.imports()
                                .apply(
                                        CLERK,
                                        request,
                                        file,
                                        MAPPING,
                                        List.of(gone.id(), here.id())))
                .isEqualTo(outcome);
    }

    @Test
    void anImportCutOffGoesOnWhereItStopped() {
        var rows = new StringBuilder();
        for (var i = 1; i <= 250; i++) {
            rows.append(i).append(",Family").append(i).append(",Given,,\n");
        }
        var file = csv(rows.toString());
        var request = RequestId.fresh();
        site.failAccountsFrom(151);
        assertThatThrownBy(() -> site.imports().apply(CLERK, request, file, MAPPING, List.of()))
                .hasMessage("No account on purpose");
        assertThat(site.people().count(CLERK, ""))
                .as("the first unit of 100 is whole, the second left nothing")
                .isEqualTo(100);
        site.failAccountsFrom(Integer.MAX_VALUE);
        var outcome = site.imports().apply(CLERK, request, file, MAPPING, List.of());
        assertThat(outcome).isEqualTo(new ImportOutcome(250, 0, 0, 0, 0, List.of()));
        assertThat(site.people().count(CLERK, "")).isEqualTo(250);
        assertThat(site.imports().apply(CLERK, request, file, MAPPING, List.of()))
                .isEqualTo(outcome);
        assertThat(journal("people.imported")).isEqualTo(1);
        assertThat(journal("person.enrolled")).isEqualTo(250);
        assertThatThrownBy(() ->
                        site.imports().apply(CLERK, request, csv("1,A,B,,\n"), MAPPING, List.of()))
                .isInstanceOf(RequestReused.class);
    }

    @Test
    @Tag("ID-03")
    void somebodyTypedInBeforeIsNotImportedASecondTime() {
        site.enrolled(
                with(PersonDetails.named("Anna", "Müller"), PersonField.BIRTH_DATE, "1990-02-28"));
        var preview = preview(csv("1,MÜLLER,Anna,28.2.1990,\n"));
        assertThat(preview.rows().getFirst().faults())
                .extracting(fault -> fault.key())
                .containsExactly("import.looks-like");
    }

    @Test
    void aNumberOfTwoPeopleIsAFault() {
        site.enrolled(numbered("A", "A", "7"));
        site.enrolled(numbered("B", "B", "07"));
        assertThat(preview(csv("7,A,A,,\n")).rows().getFirst().faults())
                .extracting(fault -> fault.key(), fault -> fault.arguments())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                "import.number-ambiguous", List.of("0000001, 0000002")));
    }

    @ParameterizedTest
    @CsvSource({
        "1990-02-28,1990-02-28", "28.02.1990,1990-02-28", "28.2.1990,1990-02-28",
        "28/02/1990,1990-02-28", "02/28/1990,1990-02-28", "19900228,1990-02-28",
        "1990/2/28,1990-02-28", "1990年2月28日,1990-02-28", "28. 2. 1990.,1990-02-28",
    })
    void datesAreReadAsPeopleWriteThem(String text, String expected) {
        var details = preview(csv("1,A,B," + text + ",\n")).rows().getFirst().details();
        assertThat(details.birthDate()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "31.02.1984,import.date-impossible", "1990-13-01,import.date-impossible",
        "28.2.90,import.date-malformed", "soon,import.date-malformed",
        "=TODAY(),people.formula-like", "01.01.1899,people.birth-date-early",
    })
    void aDateThatIsNoneIsNamed(String text, String key) {
        assertThat(preview(csv("1,A,B," + text + ",\n")).rows().getFirst().faults())
                .extracting(fault -> fault.field(), fault -> fault.key())
                .containsExactly(org.assertj.core.api.Assertions.tuple("Born", key));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void umlautsSurviveEveryEncoding(String charset) {
        var mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        var content = mark + "No;Family;Given\n1;Müller;Jürgen\n";
        var file = new PersonnelFile("p.csv", content.getBytes(Charset.forName(charset)));
        var mapping =
                new Mapping(
                        "",
                        Map.of(
                                "No",
                                "personnelNumber",
                                "Family",
                                "familyName",
                                "Given",
                                "givenName"));
        assertThat(site.imports().preview(CLERK, file, mapping).rows().getFirst().details())
                .isEqualTo(numbered("Jürgen", "Müller", "1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Personnel number;Last name;First name;Date of birth;Country",
                "Personalnummer;Nachname;Vorname;Geburtsdatum;Land",
                "Matricule;Nom;Prénom;Date de naissance;Pays",
                "Matični broj;Prezime;Ime;Datum rođenja;Država",
                "Numer pracownika;Nazwisko;Imię;Data urodzenia;Kraj",
                "工号;姓;名;出生日期;国家",
            })
    void headingsAreUnderstoodInSixLanguages(String headings) {
        var file =
                new PersonnelFile(
                        "p.csv", (headings + "\n1;A;B;;\n").getBytes(StandardCharsets.UTF_8));
        var proposal = site.imports().open(CLERK, file);
        assertThat(proposal.headings().stream().map(proposal.mapping().columns()::get))
                .containsExactly(
                        "personnelNumber", "familyName", "givenName", "birthDate", "country");
    }

    @ParameterizedTest
    @Tag("CHAIN-21")
    @ValueSource(
            strings = {"Branch", "Filiale", "Succursale", "Podružnica", "Filia", "branch", "分店"})
    void aColumnOfBranchesIsUnderstoodAndTakenIn(String heading) {
        var file =
                new PersonnelFile(
                        "p.csv",
                        ("Personnel number;Last name;First name;%s\n1;Perić;Ivo;Ilica 12\n"
                                        .formatted(heading))
                                .getBytes(StandardCharsets.UTF_8));
        var mapping = site.imports().open(CLERK, file).mapping();
        assertThat(mapping.columns()).containsEntry(heading, "branch");
        site.imports().apply(CLERK, RequestId.fresh(), file, mapping, List.of());
        assertThat(site.people().list(CLERK, "ilica", null, 10).rows())
                .extracting(person -> person.details().listName())
                .containsExactly("Perić, Ivo");
    }

    @Test
    void aSavedMappingIsProposedForItsFile() {
        site.imports().saveMapping(CLERK, MAPPING);
        site.imports().saveMapping(CLERK, MAPPING);
        assertThat(site.imports().mappings(CLERK)).containsExactly(MAPPING);
        assertThat(site.imports().open(CLERK, csv("1,A,B,,\n")).mapping()).isEqualTo(MAPPING);
        assertThatThrownBy(() -> site.imports().mappings(AUDITOR)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void aMappingThatDoesNotFitSaysSoAndWritesNothing() {
        var file = csv("1,A,B,,\n");
        var mapping = new Mapping("", Map.of("Nope", "familyName", "Given", "shoeSize"));
        var outcome = site.imports().apply(CLERK, RequestId.fresh(), file, mapping, List.of());
        assertThat(outcome.problems())
                .extracting(problem -> problem.key())
                .containsExactly("import.field-unknown", "import.column-not-there");
        assertThat(site.imports().preview(CLERK, file, new Mapping("", Map.of())).problems())
                .extracting(problem -> problem.key())
                .containsExactly("import.column-needed");
        assertThat(site.people().count(CLERK, "")).isZero();
    }

    private long journal(String kind) {
        return site.books().read(sql -> (long) sql.fetchCount(JOURNAL, JOURNAL.KIND.eq(kind)));
    }

    private Preview preview(PersonnelFile file) {
        return site.imports().preview(CLERK, file, MAPPING);
    }

    static PersonnelFile csv(String rows) {
        return new PersonnelFile(
                "payroll.csv",
                ("No,Family,Given,Born,Land\n" + rows).getBytes(StandardCharsets.UTF_8));
    }
}
