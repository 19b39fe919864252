package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Problem;
import app.lodge.core.people.PersonId;
import app.lodge.core.pins.HolderPins.RemoveOutcome;
import app.lodge.core.pins.HolderPins.Rules;
import app.lodge.core.pins.HolderPins.RulesOutcome;
import app.lodge.core.pins.HolderPins.SetOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lodge people pin`: a PIN comes from a file or is typed twice, is wiped, and stands in no answer.
@Tag("LOCK-29")
class HolderPinByCommandTest {

    private static final String PIN = "73915826";

    @TempDir Path folder;
    private CommandRun site;
    private final List<char[]> heard = new ArrayList<>();
    private final List<String> pins = new ArrayList<>();

    @BeforeEach
    void site() {
        site = new CommandRun(folder, Locale.ENGLISH);
    }

    private void answering(SetOutcome outcome) {
        site.answering(
                "HolderPins.set",
                given -> {
                    assertThat(given.get(1)).isEqualTo(new PersonId(1234));
                    heard.add((char[]) given.get(2));
                    pins.add(new String((char[]) given.get(2)));
                    return outcome;
                });
    }

    private int setFromFile() throws Exception {
        var file = Files.writeString(folder.resolve("pin"), PIN + "\n");
        var status =
                site.run(
                        "people",
                        "pin",
                        "set",
                        "1234",
                        "--pin-file",
                        file.toString(),
                        "--as",
                        "anna");
        assertThat(site.out + site.err).doesNotContain(PIN);
        return status;
    }

    @Test
    void aPinFromAFileGoesToTheDoorAndIsWiped() throws Exception {
        answering(new SetOutcome.Set(new PersonId(1234), Instant.EPOCH));
        assertThat(setFromFile()).isZero();
        assertThat(pins).containsExactly(PIN);
        assertThat(heard).allSatisfy(pin -> assertThat(new String(pin)).isBlank());
        assertThat(site.out).contains("1234");
    }

    @Test
    void withoutAFileItIsTypedTwice() {
        answering(new SetOutcome.Set(new PersonId(1234), Instant.EPOCH));
        assertThat(site.run("people", "pin", "set", "1234", "--as", "anna")).isZero();
        assertThat(pins).containsExactly("secret");
        assertThat(heard).allSatisfy(pin -> assertThat(new String(pin)).isBlank());
    }

    @Test
    void aPinThatWillNotDoIsNamedWithoutItself() throws Exception {
        answering(new SetOutcome.Rejected(List.of(Problem.of("pin", 8, "holder-pins.trivial"))));
        assertThat(setFromFile()).isNotZero();
        assertThat(site.err).contains("too easy to guess").doesNotContain(PIN);
        assertThat(site.out).isEmpty();
    }

    @Test
    void whereThereIsNoneNoneIsRemoved() {
        site.answering("HolderPins.remove", _ -> new RemoveOutcome.NoPin());
        assertThat(site.run("people", "pin", "remove", "1234", "--as", "anna"))
                .isEqualTo(ExitStatus.REFUSED);
        site.answering("HolderPins.remove", _ -> new RemoveOutcome.Removed(new PersonId(1234)));
        assertThat(site.run("people", "pin", "remove", "1234", "--as", "anna")).isZero();
    }

    @Test
    void theRulesAreShownAndChanged() {
        site.answering("HolderPins.rules", _ -> Rules.usual());
        assertThat(site.run("people", "pin", "rules", "--as", "anna")).isZero();
        assertThat(site.out).contains("4 to 16");
        site.answering(
                "HolderPins.changeRules", given -> new RulesOutcome.Changed((Rules) given.get(1)));
        assertThat(
                        site.run(
                                "people",
                                "pin",
                                "rules",
                                "--shortest",
                                "6",
                                "--trivial",
                                "allow",
                                "--as",
                                "anna"))
                .isZero();
        assertThat(site.out).contains("6 to 16");
        assertThat(site.run("people", "pin", "rules", "--trivial", "maybe", "--as", "anna"))
                .isNotZero();
        assertThat(site.err).contains("--trivial", "maybe", "refuse");
    }
}
