package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.virtual.VirtualRehearsal;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.VaultCardKeys;
import app.lodge.core.keyversions.Ceremonies;
import app.lodge.core.keyversions.KeyVersions;
import app.lodge.core.operators.OperatorCards;
import app.lodge.core.operators.Operators;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.texts.Texts;
import app.lodge.reports.ceremonies.CeremonyPapers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A fresh site and its two custodians at a terminal: the second is added, the ceremony is held from its
/// first word to the transcript, with what stands on the sheets typed back by hand (CHAIN-07).
@Tag("CHAIN-07")
class CeremonyByHandTest {

    private static final String ANNAS = "Quittengelee-im-Juni-9";
    private static final String BENS = "zwölf-Boxkämpfer-jagen";
    private static final Path PDFTOTEXT = Path.of("/usr/bin/pdftotext");
    private static final Pattern GROUPS = Pattern.compile("([0-9A-HJKMNP-TV-Z]{5})(?=\\s|$)");

    @TempDir Path folder;
    private Site site;
    private final Deque<String> typed = new ArrayDeque<>();
    private String out = "";
    private String err = "";

    @BeforeEach
    void open() throws Exception {
        var home = new Home(folder.resolve("site"));
        var cost = new KdfCost(64, 1, 1);
        Site.create(
                home,
                SiteSettings.of(
                        "Test site", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), "en"),
                "anna",
                ANNAS.toCharArray(),
                Clock.systemUTC(),
                cost);
        site = Site.open(home, Clock.systemUTC(), cost);
        site.rehearseWith(new VirtualRehearsal(new Random(7)));
    }

    @AfterEach
    void close() {
        site.close();
    }

    /// @param answers to what the terminal asks, in order; the first is the operator's own password
    private int lodge(List<String> answers, String... words) {
        typed.clear();
        typed.addAll(answers);
        var outText = new StringWriter();
        var errText = new StringWriter();
        var terminal =
                new Terminal(
                        new PrintWriter(outText),
                        new PrintWriter(errText),
                        new Texts(Locale.ENGLISH),
                        _ -> Optional.ofNullable(typed.poll()).map(String::toCharArray),
                        folder,
                        "desk-1");
        var status =
                new Commands(terminal, (_, name, password, _) -> near(name), NoPrograms.NONE)
                        .run(words);
        terminal.out().flush();
        terminal.err().flush();
        out = outText.toString();
        err = errText.toString();
        return status;
    }

    private Doors near(String name) {
        var papers = CeremonyPapers.in(site.ceremonies(), site.settings(), Clock.systemUTC());
        Map<Class<?>, Object> doors =
                Map.of(
                        Ceremonies.class, site.ceremonies(),
                        CeremonyPapers.class, papers,
                        KeyVersions.class, site.keyVersions(),
                        Operators.class, site.operators(),
                        OperatorCards.class, site.operatorCards());
        var actor = new Actor(name.equals("ben") ? 2 : 1, name, Role.ADMINISTRATOR, "desk-1");
        return new Doors() {
            @Override
            public <D> D door(Class<D> door) {
                return door.cast(doors.get(door));
            }

            @Override
            public Actor actor() {
                return actor;
            }

            @Override
            public void close() {}
        };
    }

    private String share(int number) throws Exception {
        var sheet =
                Files.list(folder.resolve("sheets"))
                        .filter(file -> file.toString().contains("-" + number + "."))
                        .findFirst()
                        .orElseThrow();
        var process =
                new ProcessBuilder(PDFTOTEXT.toString(), "-layout", sheet.toString(), "-")
                        .redirectErrorStream(true)
                        .start();
        var text = new String(process.getInputStream().readAllBytes());
        return text;
    }

    @Test
    void fromTheSecondOperatorToTheTranscript() throws Exception {
        Assumptions.assumeTrue(Files.exists(PDFTOTEXT), "SKIPPED: needs poppler-utils");
        assertThat(
                        lodge(
                                List.of(ANNAS, BENS),
                                "operator",
                                "add",
                                "ben",
                                "--role",
                                "administrator",
                                "--as",
                                "anna"))
                .as(err)
                .isZero();
        assertThat(lodge(List.of(ANNAS), "operator", "list", "--as", "anna")).isZero();
        assertThat(out).contains("anna", "ben");
        assertThat(create()).as(err).isZero();
        var sheets = folder.resolve("sheets");
        assertThat(Files.list(sheets)).hasSize(3);
        assertThat(site.keyVersions().status(near("anna").actor()).current()).isEqualTo(2);
        var id = out.replaceAll("(?s).*Transcript ([0-9a-f]{8}).*", "$1");
        assertThat(lodge(List.of(ANNAS), "keys", "ceremony", "transcript", id, "--as", "anna"))
                .as(err)
                .isZero();
        assertThat(out).contains("anna").doesNotContain(groups(share(1)).substring(0, 11));
    }

    /// Holds the first ceremony; the shares are typed as they are on paper by then.
    private int create() throws Exception {
        var sheets = Files.createDirectory(folder.resolve("sheets"));
        var shares = new ArrayDeque<Integer>(List.of(1, 3));
        // anna's own, both custodians', then shares as they are on paper by then
        typed.clear();
        var answers = new ArrayDeque<>(List.of(ANNAS, ANNAS, BENS));
        var outText = new StringWriter();
        var errText = new StringWriter();
        var terminal =
                new Terminal(
                        new PrintWriter(outText),
                        new PrintWriter(errText),
                        new Texts(Locale.ENGLISH),
                        _ -> {
                            if (!answers.isEmpty()) {
                                return Optional.of(answers.poll().toCharArray());
                            }
                            try {
                                return Optional.of(groups(share(shares.poll())).toCharArray());
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        folder,
                        "desk-1");
        var status =
                new Commands(terminal, (_, name, password, _) -> near(name), NoPrograms.NONE)
                        .run(
                                "keys",
                                "ceremony",
                                "create",
                                "--first",
                                "anna",
                                "--second",
                                "ben",
                                "--out",
                                sheets.toString(),
                                "--as",
                                "anna");
        terminal.err().flush();
        terminal.out().flush();
        out = outText.toString();
        err = errText.toString();
        return status;
    }

    @Test
    void whenTheRehearsalCardDoesNotOpenToTheNewKeysNothingChanges() throws Exception {
        Assumptions.assumeTrue(Files.exists(PDFTOTEXT), "SKIPPED: needs poppler-utils");
        lodge(
                List.of(ANNAS, BENS),
                "operator",
                "add",
                "ben",
                "--role",
                "administrator",
                "--as",
                "anna");
        var strangers =
                KeyVault.create(
                        folder.resolve("south.lodge"),
                        new byte[] {1},
                        "south",
                        new KdfCost(64, 1, 1));
        var strange = VaultCardKeys.over(strangers, Clock.systemUTC(), () -> 2);
        site.rehearseWith(
                (present, _) -> new VirtualRehearsal(new Random(7)).rehearse(present, strange));
        var file = folder.resolve("site").resolve("vault.lodge");
        byte[] before = Files.readAllBytes(file);
        assertThat(create()).isEqualTo(ExitStatus.REFUSED);
        assertThat(err).contains("roll-over");
        assertThat(site.keyVersions().status(near("anna").actor()).current()).isEqualTo(1);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(site.ceremonies().standing(near("anna").actor())).isEmpty();
    }

    private static String groups(String sheet) {
        var found = new StringBuilder();
        for (var line : sheet.lines().toList()) {
            var tokens = Arrays.stream(line.strip().split("\\s+")).toList();
            var all = tokens.stream().filter(each -> GROUPS.matcher(each).matches()).toList();
            if (all.size() >= 2) {
                found.append(String.join(" ", all)).append(' ');
            }
        }
        return found.toString().strip();
    }

    @Test
    void aPasswordIsChangedByItsOwnerAndByAnAdministrator() {
        lodge(
                List.of(ANNAS, BENS),
                "operator",
                "add",
                "ben",
                "--role",
                "administrator",
                "--as",
                "anna");
        assertThat(
                        lodge(
                                List.of(BENS, "wrong", "a-new-password"),
                                "operator",
                                "password",
                                "--as",
                                "ben"))
                .isEqualTo(ExitStatus.REFUSED);
        assertThat(
                        lodge(
                                List.of(BENS, BENS, "a-new-password"),
                                "operator",
                                "password",
                                "--as",
                                "ben"))
                .as(err)
                .isZero();
        assertThat(site.operators().signIn("ben", "a-new-password".toCharArray(), "desk-1"))
                .isInstanceOf(Operators.SignInOutcome.SignedIn.class);
        assertThat(lodge(List.of(ANNAS, BENS), "operator", "password", "ben", "--as", "anna"))
                .isZero();
        assertThat(site.operators().signIn("ben", BENS.toCharArray(), "desk-1"))
                .isInstanceOf(Operators.SignInOutcome.SignedIn.class);
        assertThat(lodge(List.of(ANNAS, BENS), "operator", "password", "nobody", "--as", "anna"))
                .isEqualTo(ExitStatus.REFUSED);
        assertThat(
                        lodge(
                                List.of(ANNAS, "1", "2"),
                                "operator",
                                "card",
                                "pin",
                                "4711",
                                "--as",
                                "anna"))
                .isEqualTo(ExitStatus.REFUSED);
    }

    private enum NoPrograms implements Programs {
        NONE;

        @Override
        public int desktop(Path siteHome) {
            return 1;
        }

        @Override
        public int bridge(Terminal terminal, Path siteHome) {
            return 1;
        }

        @Override
        public int demo(Terminal terminal, Optional<Path> headless, Optional<Path> siteHome) {
            return 1;
        }
    }
}
