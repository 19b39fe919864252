package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.settings.SiteSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Wrong, missing, hostile and huge words: exit status 2, a sentence that names field, value and
/// remedy, and no door is asked to change anything.
class WrongUsageTest {

    private static final String HUGE = "9".repeat(100_000);
    private static final String HOSTILE = "\u001b[2J'; drop table person; --\u0000";

    @TempDir Path folder;

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("no such word", "lodge", "pepole"),
                wrong("no such word of a group", "lodge people", "people", "lst"),
                wrong("a group alone", "import, list, member, photos", "people"),
                wrong("no such option", "--colour", "people", "list", "--colour", "red"),
                wrong("limit no number", "--limit", "people", "list", "--limit", "many"),
                wrong("limit zero", "--limit", "people", "list", "--limit", "0"),
                wrong("limit below zero", "--limit", "people", "list", "--limit", "-1"),
                wrong("limit huge", "--limit", "people", "list", "--limit", HUGE),
                wrong("import without file", "FILE", "people", "import"),
                wrong("import of nothing there", "FILE", "people", "import", "/no/such/file.csv"),
                wrong("import of a folder", "FILE", "people", "import", "/"),
                wrong("photographs from nowhere", "FOLDER", "people", "photos", "/no/such"),
                wrong("photographs from no name", "FOLDER", "people", "photos", ""),
                wrong("person no number", "PERSON", "account", "show", "anna"),
                wrong("person zero", "PERSON", "account", "show", "0"),
                wrong("person negative", "PERSON", "account", "show", "--", "-4"),
                wrong("person huge", "PERSON", "account", "show", HUGE),
                wrong("person hostile", "PERSON", "account", "show", HOSTILE),
                wrong("movements huge", "--limit", "account", "show", "4", "--limit", "501"),
                wrong("top-up without amount", "AMOUNT", "account", "topup", "4"),
                wrong("amount zero", "AMOUNT", "account", "topup", "4", "0.00"),
                wrong("amount negative", "AMOUNT", "account", "topup", "4", "--", "-5"),
                wrong("amount with comma", "AMOUNT", "account", "topup", "4", "12,50"),
                wrong("amount too fine", "AMOUNT", "account", "topup", "4", "12.505"),
                wrong("amount in words", "AMOUNT", "account", "topup", "4", "NaN"),
                wrong("amount in scientific notation", "AMOUNT", "account", "topup", "4", "1e9"),
                wrong("amount huge", "AMOUNT", "account", "topup", "4", HUGE),
                wrong("means unknown", "--means", "account", "topup", "4", "5", "--means", "gold"),
                wrong(
                        "request hostile",
                        "--request",
                        "account",
                        "topup",
                        "4",
                        "5",
                        "--request",
                        HOSTILE),
                wrong("request huge", "--request", "account", "topup", "4", "5", "--request", HUGE),
                wrong("card no number", "CARD", "card", "block", "17", "--reason", "lost"),
                wrong("card hostile", "CARD", "card", "block", HOSTILE, "--reason", "lost"),
                wrong("block without reason", "--reason", "card", "block", "0000004-01"),
                wrong(
                        "medium no kind",
                        "MEDIUM",
                        "virtual",
                        "act",
                        "l-1",
                        "open",
                        "04A1",
                        "felica"),
                wrong("medium hostile", "MEDIUM", "virtual", "act", "l-1", "open", "04A1", HOSTILE),
                wrong(
                        "reason unknown",
                        "--reason",
                        "card",
                        "block",
                        "0000004-01",
                        "--reason",
                        "eaten"),
                wrong(
                        "wait too long",
                        "--wait",
                        "card",
                        "block",
                        "0000004-01",
                        "--reason",
                        "lost",
                        "--wait",
                        "601"),
                wrong("device without kind", "--kind", "device", "add", "till-1"),
                wrong("kind unknown", "--kind", "device", "add", "till-1", "--kind", "rocket"),
                wrong(
                        "setting without value",
                        "KEY=VALUE",
                        "device",
                        "config",
                        "till-1",
                        "offline.limit"),
                wrong("setting without key", "KEY=VALUE", "device", "config", "till-1", "=5"),
                wrong(
                        "compartment no number",
                        "COMPARTMENT",
                        "device",
                        "assign",
                        "lockers",
                        "seven",
                        "4"),
                wrong("compartment zero", "COMPARTMENT", "device", "assign", "lockers", "0", "4"),
                wrong("report unknown", "KIND", "report", "everything"),
                wrong(
                        "report as picture",
                        "--format",
                        "report",
                        "issued-cards",
                        "--format",
                        "pages"),
                wrong(
                        "report as hologram",
                        "--format",
                        "report",
                        "issued-cards",
                        "--format",
                        "holo"),
                wrong("report parameter alone", "NAME=VALUE", "report", "issued-cards", "person"),
                wrong("card without printer", "--printer", "card", "issue", "4"),
                wrong(
                        "printer without scheme",
                        "--printer",
                        "card",
                        "issue",
                        "4",
                        "--printer",
                        "Primacy"),
                wrong("read without reader", "--reader", "card", "read"),
                wrong("find nothing", "NUMBER", "card", "find"),
                wrong("find both ways", "--port", "card", "find", "123", "--port", "COM1"),
                wrong("simulated device hostile", "NAME", "device", "simulate", HOSTILE),
                wrong(
                        "simulated device without its code",
                        "--code-file",
                        "device",
                        "simulate",
                        "till-1",
                        "--code-file",
                        "/no/such/code"),
                wrong("restore without secret", "--unlock-file", "restore", "/etc/hostname"),
                wrong(
                        "restore of nothing there",
                        "BACKUP",
                        "restore",
                        "/no/such.zip",
                        "--unlock-file",
                        "/etc/hostname"),
                wrong(
                        "site without name",
                        "--name",
                        "site",
                        "init",
                        "--currency",
                        "EUR",
                        "--admin",
                        "anna"),
                wrong(
                        "site name blank",
                        "--name",
                        "site",
                        "init",
                        "--name",
                        "  ",
                        "--currency",
                        "EUR",
                        "--admin",
                        "anna"),
                wrong(
                        "site name huge",
                        "--name",
                        "site",
                        "init",
                        "--name",
                        HUGE,
                        "--currency",
                        "EUR",
                        "--admin",
                        "anna"),
                wrong(
                        "currency unknown",
                        "--currency",
                        "site",
                        "init",
                        "--name",
                        "x",
                        "--currency",
                        "EURO",
                        "--admin",
                        "anna"),
                wrong(
                        "currency that is no money",
                        "--currency",
                        "site",
                        "init",
                        "--name",
                        "x",
                        "--currency",
                        "XXX",
                        "--admin",
                        "anna"),
                wrong(
                        "zone unknown",
                        "--zone",
                        "site",
                        "init",
                        "--name",
                        "x",
                        "--currency",
                        "EUR",
                        "--zone",
                        "Mars/Base",
                        "--admin",
                        "anna"),
                wrong(
                        "language unknown",
                        "--language",
                        "site",
                        "init",
                        "--name",
                        "x",
                        "--currency",
                        "EUR",
                        "--language",
                        "tlh",
                        "--admin",
                        "anna"),
                wrong("demo without folder", "--out", "demo", "--headless"),
                wrong("demo folder without headless", "--headless", "demo", "--out", "/tmp/x"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void namesTheFieldAndChangesNothing(String what, String field, String[] words) {
        for (var language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            var run = run(language);
            assertThat(run.run(signedIn(words))).as(what + ": " + run.err).isEqualTo(2);
            assertThat(run.err).contains(field);
            assertThat(run.err.lines().findFirst().orElse(""))
                    .startsWith("lodge: ")
                    .hasSizeLessThan(700);
            assertThat(run.err)
                    .as("no control characters reach the terminal")
                    .doesNotContain("\u001b[2J", "\u0000");
            assertThat(run.calls).as("doors asked").isSubsetOf("Settings.site");
            assertThat(run.programs).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void asksWhoSignsIn() {
        var run = run(Locale.ENGLISH);
        assertThat(run.run("people", "list")).isEqualTo(2);
        assertThat(run.err).contains("--as").contains("--password-file");
    }

    @Test
    void takesThePasswordFromNoArgument() {
        var run = run(Locale.ENGLISH);
        assertThat(run.run("people", "list", "--as", "anna", "--password", "secret")).isEqualTo(2);
        assertThat(run.run("people", "list", "--as", "anna", "--password=secret")).isEqualTo(2);
    }

    @Test
    void saysWhatToDoWithoutATerminal() {
        var run = run(Locale.ENGLISH).withoutTerminal();
        assertThat(run.run("people", "list", "--as", "anna")).isEqualTo(2);
        assertThat(run.err).contains("--password-file");
    }

    @Test
    void refusesAPasswordFileThatHoldsNoPassword(@TempDir Path other) throws Exception {
        var empty = Files.writeString(other.resolve("empty"), "\nsecond line\n");
        var large = Files.write(other.resolve("large"), new byte[5000]);
        for (var file : new Path[] {empty, large, other, other.resolve("missing")}) {
            var run = run(Locale.ENGLISH);
            assertThat(run.run("people", "list", "--as", "a", "--password-file", file.toString()))
                    .isEqualTo(2);
            assertThat(run.err).contains("--password-file").contains(file.toString());
        }
    }

    @Test
    void saysWrongUsageAsJsonToo() {
        var run = run(Locale.ENGLISH);
        assertThat(run.run("--json", "--as", "anna", "account", "show", "x")).isEqualTo(2);
        assertThat(run.out).contains("\"ok\" : false").contains("wrongUsage").contains("PERSON");
    }

    private CommandRun run(Locale language) {
        return new CommandRun(folder, language)
                .answering(
                        "Settings.site",
                        _ ->
                                SiteSettings.of(
                                        "Riverside",
                                        Currency.getInstance("EUR"),
                                        ZoneId.of("Europe/Berlin"),
                                        "en"));
    }

    private static String[] signedIn(String[] words) {
        return Stream.concat(Stream.of("--as", "anna"), Stream.of(words)).toArray(String[]::new);
    }

    private static Arguments wrong(String what, String field, String... words) {
        return Arguments.of(what, field, words);
    }
}
