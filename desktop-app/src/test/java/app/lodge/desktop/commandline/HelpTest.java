package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.texts.Texts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

class HelpTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "hr", "pl", "zh"})
    void everyWordAndEveryOptionIsExplainedInItsOwnLanguage(String language) throws IOException {
        check(own(language), commands(new Texts(Locale.of(language))).spec());
    }

    /// The texts of this language alone; where one is missing, people are shown the English one.
    private static Properties own(String language) throws IOException {
        var own = new Properties();
        var name = "/app/lodge/desktop/texts_" + language + ".properties";
        try (var reader =
                new InputStreamReader(
                        Objects.requireNonNull(HelpTest.class.getResourceAsStream(name), name),
                        StandardCharsets.UTF_8)) {
            own.load(reader);
        }
        return own;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "hr", "pl", "zh"})
    void everyHelpPageCanBeShown(String language) {
        var run = new CommandRun(folder, Locale.of(language));
        show(run, commands(new Texts(Locale.of(language))).spec());
    }

    @Test
    void examplesAreWhatCommandsUnderstand() {
        var run = new CommandRun(folder, Locale.ENGLISH);
        assertThat(run.run("account", "topup", "--help")).isZero();
        assertThat(run.out).contains("lodge account topup 1234 20.00 --as anna");
    }

    @Test
    void saysItsVersion() {
        var run = new CommandRun(folder, Locale.ENGLISH);
        assertThat(run.run("--version")).isZero();
        assertThat(run.out).matches("(?s)Lodge \\d+\\.\\d+\\.\\d+.*Java 2[5-9].*");
    }

    @Test
    void opensTheDesktopWithoutAWord() {
        var run = new CommandRun(folder, Locale.ENGLISH);
        assertThat(run.run()).isZero();
        assertThat(run.run("--home", folder.resolve("x").toString())).isZero();
        assertThat(run.programs)
                .containsExactly("desktop " + folder, "desktop " + folder.resolve("x"));
    }

    private static void show(CommandRun run, CommandSpec spec) {
        var words = (spec.qualifiedName(" ") + " --help").split(" ");
        assertThat(run.run(java.util.Arrays.copyOfRange(words, 1, words.length))).isZero();
        assertThat(run.out).contains("Usage:").doesNotContain("{", "''");
        spec.subcommands().values().forEach(sub -> show(run, sub.getCommandSpec()));
    }

    private static void check(Properties texts, CommandSpec spec) {
        assertThat(texts.getProperty("help." + spec.qualifiedName(".") + ".usage.header"))
                .as(spec.qualifiedName())
                .isNotBlank();
        for (var argument : spec.args()) {
            assertThat(texts.getProperty("help." + argument.descriptionKey()))
                    .as(
                            spec.qualifiedName()
                                    + " "
                                    + argument.paramLabel()
                                    + " "
                                    + argument.descriptionKey())
                    .isNotBlank();
        }
        spec.subcommands().values().forEach(sub -> check(texts, sub.getCommandSpec()));
    }

    private Commands commands(Texts texts) {
        var nowhere = new PrintWriter(Writer.nullWriter());
        return new Commands(
                new Terminal(nowhere, nowhere, texts, _ -> Optional.empty(), folder, "desk-1"),
                (_, _, _, _) -> {
                    throw new AssertionError("Nobody may open doors");
                },
                new Programs() {
                    @Override
                    public int desktop(Path home) {
                        return 0;
                    }

                    @Override
                    public int bridge(Terminal terminal, Path home) {
                        return 0;
                    }

                    @Override
                    public int demo(
                            Terminal terminal, Optional<Path> headless, Optional<Path> home) {
                        return 0;
                    }
                });
    }
}
