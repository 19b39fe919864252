package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Problem;
import app.lodge.core.operators.OperatorCards.PinOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lodge operator card pin`: both PINs come from files or the terminal, are wiped afterwards, and stand
/// in no answer.
@Tag("CHAIN-09")
@Tag("CHAIN-16")
class ChangePinTest {

    private static final String PRESENT = "73915826";
    private static final String NEXT = "60284713";

    @TempDir Path folder;
    private CommandRun site;
    private final List<char[]> heard = new ArrayList<>();
    private final List<String> pins = new ArrayList<>();

    @BeforeEach
    void site() {
        site = new CommandRun(folder, Locale.ENGLISH);
    }

    private int change(PinOutcome outcome) throws Exception {
        site.answering(
                "OperatorCards.changePin",
                given -> {
                    assertThat(given.get(1)).isEqualTo(4711L);
                    for (var pin : List.of(given.get(2), given.get(3))) {
                        heard.add((char[]) pin);
                        pins.add(new String((char[]) pin));
                    }
                    return outcome;
                });
        var present = Files.writeString(folder.resolve("present"), PRESENT + "\n");
        var next = Files.writeString(folder.resolve("next"), NEXT + "\n");
        int status =
                site.run(
                        "operator",
                        "card",
                        "pin",
                        "4711",
                        "--pin-file",
                        present.toString(),
                        "--new-pin-file",
                        next.toString(),
                        "--as",
                        "anna");
        assertThat(site.out + site.err).doesNotContain(PRESENT, NEXT);
        return status;
    }

    @Test
    void bothPinsGoToTheDoorAndAreWiped() throws Exception {
        assertThat(change(new PinOutcome.WrongPin(2))).isEqualTo(ExitStatus.REFUSED);
        assertThat(pins).containsExactly(PRESENT, NEXT);
        assertThat(heard)
                .allSatisfy(pin -> assertThat(new String(pin)).isBlank())
                .noneSatisfy(pin -> assertThat(Arrays.equals(pin, PRESENT.toCharArray())).isTrue());
        assertThat(site.err).contains("2");
    }

    @Test
    void aLockedCardAndSomebodyElsesAreSaidSo() throws Exception {
        assertThat(change(new PinOutcome.Locked())).isEqualTo(ExitStatus.REFUSED);
        var locked = site.err;
        assertThat(change(new PinOutcome.NotYours())).isEqualTo(ExitStatus.REFUSED);
        assertThat(site.err).contains("4711").isNotEqualTo(locked);
    }

    @Test
    void aPinThatWillNotDoIsNamed() throws Exception {
        var wrong = Problem.of("pin", "", "operator-cards.pin-form", 4, 8);
        assertThat(change(new PinOutcome.Rejected(List.of(wrong)))).isNotZero();
        assertThat(site.out).isEmpty();
        assertThat(site.err).isNotBlank();
    }

    @Test
    void withoutFilesTheTerminalIsAskedForBoth() {
        site.answering(
                "OperatorCards.changePin",
                given -> {
                    pins.add(new String((char[]) given.get(2)));
                    pins.add(new String((char[]) given.get(3)));
                    return new PinOutcome.WrongPin(1);
                });
        assertThat(site.run("operator", "card", "pin", "4711", "--as", "anna"))
                .isEqualTo(ExitStatus.REFUSED);
        assertThat(pins).containsExactly("secret", "secret");
    }

    @Test
    void withoutTerminalAndFilesNothingIsAsked() {
        site.withoutTerminal();
        assertThat(site.run("operator", "card", "pin", "4711", "--as", "anna")).isNotZero();
        assertThat(site.calls).isEmpty();
        assertThat(site.err).isNotBlank();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(
                        site.run(
                                "operator",
                                "card",
                                "pin",
                                "4711",
                                "--pin-file",
                                folder.resolve("nowhere").toString(),
                                "--as",
                                "anna"))
                .isNotZero();
        assertThat(site.err).contains("nowhere");
        assertThat(site.calls).isEmpty();
    }
}
