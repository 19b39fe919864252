package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.privacy.DataClass;
import app.lodge.core.privacy.Privacy.RetentionOutcome;
import app.lodge.core.privacy.Privacy.RetentionPreview;
import app.lodge.core.privacy.RetentionClass;
import app.lodge.core.privacy.RetentionClass.Ground;
import app.lodge.core.privacy.RetentionClass.WhenDue;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long data is kept, by command: shown, looked ahead at, changed.
@Tag("ID-57")
class KeepDataTest {

    private static final RetentionClass NOW =
            new RetentionClass(DataClass.PERSON, Ground.CONTRACT, 3, false, WhenDue.PROPOSE);

    @TempDir Path folder;
    private final List<RetentionClass> changed = new ArrayList<>();
    private CommandRun site;

    @BeforeEach
    void site() {
        site =
                new CommandRun(folder, Locale.ENGLISH)
                        .answering("Privacy.retention", _ -> List.of(NOW))
                        .answering(
                                "Privacy.previewRetention",
                                _ ->
                                        new RetentionPreview(
                                                1, 4, 9, 3, 1, LocalDate.of(2028, 1, 1), false))
                        .answering(
                                "Privacy.changeRetention",
                                given -> {
                                    changed.add((RetentionClass) given.get(1));
                                    return new RetentionOutcome.Changed(changed.getLast());
                                });
    }

    @Test
    void showsTheRules() {
        assertThat(site.run("privacy", "retention", "--as", "anna")).isZero();
        assertThat(site.out.toString()).contains("person (", "3 years", "propose");
    }

    @Test
    void looksAheadWithoutChangingAnything() {
        assertThat(
                        site.run(
                                "privacy",
                                "retention",
                                "person",
                                "--years",
                                "1",
                                "--dry-run",
                                "--as",
                                "anna"))
                .isZero();
        assertThat(site.out.toString()).contains("4 people are due", "1 Jan 2028");
        assertThat(changed).isEmpty();
    }

    @Test
    void changesWhatIsNamedAndNothingElse() {
        assertThat(
                        site.run(
                                "privacy",
                                "retention",
                                "person",
                                "--when-due",
                                "erase",
                                "--as",
                                "anna"))
                .isZero();
        assertThat(changed)
                .containsExactly(
                        new RetentionClass(
                                DataClass.PERSON, Ground.CONTRACT, 3, false, WhenDue.ERASE));
    }

    @Test
    void refusesYearsThatAreNone() {
        assertThat(site.run("privacy", "retention", "person", "--years", "101", "--as", "anna"))
                .isEqualTo(2);
        assertThat(changed).isEmpty();
    }
}
