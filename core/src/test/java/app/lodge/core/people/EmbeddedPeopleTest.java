package app.lodge.core.people;

import static app.lodge.core.people.SamplePeople.anna;
import static app.lodge.core.people.SamplePeople.with;
import static app.lodge.core.people.TestRegister.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RequestId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("ID-55")
final class EmbeddedPeopleTest {

    private static final String KEY = "cd".repeat(32);

    @TempDir private Path folder;

    @Test
    void theDatabaseHoldsNoPersonalDataEvenForWhoHasItsPassword() throws Exception {
        var file = folder.resolve("books");
        try (var site = new TestRegister(folder, new BooksSource.EmbeddedFile(file, KEY))) {
            var anna = site.enrolled(anna());
            site.people()
                    .change(
                            CLERK,
                            RequestId.fresh(),
                            anna.id(),
                            1,
                            with(anna(), PersonField.TOWN, "Zadarsko"));
            site.people().photograph(CLERK, RequestId.fresh(), anna.id(), Photos.jpeg(300, 400, 3));
            site.reopen();
            assertThat(site.people().list(CLERK, "zadar muller", null, 5).rows()).isEmpty();
            assertThat(site.people().list(CLERK, "muller", null, 5).rows()).hasSize(1);
        }
        for (var one : Files.list(folder).toList()) {
            holdsNothing(Files.readString(one, StandardCharsets.ISO_8859_1));
            holdsNothing(Files.readString(one, StandardCharsets.ISO_8859_1).replace("\0", ""));
        }
    }

    /// The file's own encryption would hide anything; in plain memory only people's own keys do.
    @Test
    void aDumpOfTheBooksHoldsNoPersonalData() throws Exception {
        var name = java.util.UUID.randomUUID().toString();
        try (var site = new TestRegister(folder, new BooksSource.InMemory(name))) {
            var anna = site.enrolled(anna());
            site.people().photograph(CLERK, RequestId.fresh(), anna.id(), Photos.jpeg(300, 400, 3));
            var script = site.books().read(sql -> sql.fetch("script").formatCSV());
            assertThat(script).contains("person.enrolled");
            holdsNothing(script);
            for (var word : words()) {
                assertThat(script)
                        .as(word)
                        .doesNotContainIgnoringCase(
                                java.util.HexFormat.of()
                                        .formatHex(word.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private static void holdsNothing(String dump) {
        for (var word : words()) {
            assertThat(dump.contains(word)).as(word).isFalse();
        }
    }

    private static List<String> words() {
        return List.of(
                "Anna",
                "Müller",
                "anna.mueller@example.org",
                "Lindenstra",
                "Forschung",
                "Zadarsko",
                "5550 1234");
    }
}
