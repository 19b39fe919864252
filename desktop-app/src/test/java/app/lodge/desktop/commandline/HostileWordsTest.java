package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.Bridge;
import app.lodge.bridge.BridgeOrder;
import app.lodge.core.books.Actor;
import app.lodge.core.doors.RemoteDoors;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.JournalRow;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.operators.Operators.SignInOutcome;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.texts.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Every argument of every command, as the command tree has them, with every hostile value, against a
/// real site: a sentence that names the field, no fault of ours, and a journal and a disk that
/// are as before whenever the command was not done.
class HostileWordsTest {

    private static final Map<String, String> HOSTILE =
            Map.ofEntries(
                    Map.entry("nothing", ""),
                    Map.entry("blanks", "  \t "),
                    Map.entry("huge number", "9".repeat(70_000)),
                    Map.entry("huge text", "Ä".repeat(70_000)),
                    Map.entry("below zero", "-1"),
                    Map.entry("zero", "0"),
                    Map.entry("no number", "NaN"),
                    Map.entry("largest whole number and one", "9223372036854775808"),
                    Map.entry("statement", "'; drop table person; --"),
                    Map.entry("terminal", "\u001b[2J\u001b]0;x\u0007\r"),
                    Map.entry("formats", "%s%n%d {0} ${user.home} {0,number}"),
                    Map.entry("path", "../../../../no/such/place"),
                    Map.entry("folder", "/"),
                    Map.entry("device file", "/dev/full"),
                    Map.entry("key and nothing", "="),
                    Map.entry("right to left", "\u202Egnp.exe\u2066"),
                    Map.entry("half a character", "\uD800"),
                    Map.entry("null character", "a\u0000b"));

    /// What a command needs besides, harmless and mostly of something that is not there.
    private static final Map<String, String> USUAL =
            Map.ofEntries(
                    Map.entry("PERSON", "4"),
                    Map.entry("AMOUNT", "5.00"),
                    Map.entry("CARD", "0000004-01"),
                    Map.entry("NUMBER", "1"),
                    Map.entry("--reason", "lost"),
                    Map.entry("--kind", "payment-point"),
                    Map.entry("CABINET", "lockers-9"),
                    Map.entry("COMPARTMENT", "7"),
                    Map.entry("KIND", "issued-cards"),
                    Map.entry("--reader", "no such reader"),
                    Map.entry("--currency", "EUR"),
                    Map.entry("--admin", "anna"));

    /// Every command takes them the same way, so one command tells for all.
    private static final List<String> SHARED = List.of("--home", "--as", "--password-file");

    private static final String SIGNS_IN = "lodge people list";

    private static final String NOT_GIVEN = "\u0001 not given";
    private static int made;

    private static final KdfCost CHEAP = new KdfCost(8, 1, 1);

    @TempDir static Path folder;
    @TempDir static Path elsewhere;
    private static Bridge bridge;
    private static RemoteDoors far;
    private static Actor actor;
    private static Path home;
    private static final StringWriter outText = new StringWriter();
    private static final StringWriter errText = new StringWriter();

    /// Made once: making all commands costs far more than running one.
    private static Commands commands;

    private String out = "";
    private String err = "";

    @BeforeAll
    static void openASite() throws Exception {
        home = folder.resolve("site");
        Site.create(
                new Home(home),
                SiteSettings.of("Riverside", Currency.getInstance("EUR"), ZoneId.of("UTC"), "en"),
                "anna",
                "correct horse battery staple".toCharArray(),
                Clock.systemUTC(),
                CHEAP);
        Files.writeString(
                folder.resolve("people.csv"),
                "Personnel number;Given name;Family name\n17;Eva;Moser\n");
        System.setIn(InputStream.nullInputStream()); // nobody types commands for a virtual reader
        bridge = Bridge.start(new BridgeOrder(new Home(home), Clock.systemUTC(), CHEAP));
        far = new RemoteDoors(bridge.connection());
        var signedIn = far.signIn("anna", "correct horse battery staple".toCharArray(), "desk");
        actor = ((SignInOutcome.SignedIn) signedIn).actor();
        commands = made();
    }

    @Test
    void makesNoSiteInAFolderThatIsInUse() throws Exception {
        var used = Files.createDirectories(elsewhere.resolve("used"));
        Files.writeString(used.resolve("thesis.txt"), "for years");
        var permissions = Files.getPosixFilePermissions(used);
        for (var name : List.of(used.toString(), "/", "", "  ", "\u001b[2J")) {
            var before = state();
            assertThat(
                            run(
                                    "site",
                                    "init",
                                    "--name",
                                    "x",
                                    "--currency",
                                    "EUR",
                                    "--admin",
                                    "anna",
                                    "--home=" + name))
                    .as(name)
                    .isPositive();
            assertThat(err).contains("home");
            assertThat(state()).isEqualTo(before);
        }
        assertThat(Files.getPosixFilePermissions(used)).isEqualTo(permissions);
    }

    @AfterAll
    static void closeTheSite() {
        far.close();
        bridge.close();
    }

    static Stream<String> commands() {
        return leaves(commands.spec()).map(spec -> spec.qualifiedName(" "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void everyArgumentTakesEveryHostileValue(String command) throws Exception {
        var spec = find(command);
        var failures = new ArrayList<String>();
        for (var argument : spec.args()) {
            inside(
                    command, argument,
                    "/"); // so that the folder in use is there before the first run
        }
        var before = state();
        for (var argument : spec.args()) {
            var switchOnly = argument.arity().max() == 0;
            var shared = SHARED.contains(name(argument)) && !SIGNS_IN.equals(command);
            if (switchOnly || shared) {
                continue;
            }
            for (var hostile : HOSTILE.entrySet()) {
                var value = inside(command, argument, hostile.getValue());
                int status = run(words(spec, argument, value));
                var after = state();
                var wrong = wrong(spec, argument, status, after.equals(before));
                before = after;
                if (!wrong.isEmpty()) {
                    failures.add(
                            "%s = %s: exit %d, %s%n    out: %s%n    err: %s"
                                    .formatted(
                                            name(argument),
                                            hostile.getKey(),
                                            status,
                                            wrong,
                                            cut(out),
                                            cut(err)));
                }
            }
        }
        assertThat(failures).as(String.join("\n", failures)).isEmpty();
    }

    /// Paths stay in a folder of the test's, whatever they are called; the root becomes a folder that
    /// is in use.
    private static String inside(String command, ArgSpec argument, String value)
            throws IOException {
        if (argument.type() != Path.class || value.length() > 1000 || value.contains("\u0000")) {
            return value;
        }
        var own = Files.createDirectories(elsewhere.resolve(command.replace(' ', '-')));
        if (value.equals("/")) {
            Files.writeString(own.resolve("somebody's.txt"), "");
            return own.toString();
        }
        return value.isBlank() && name(argument).equals("--home") || value.startsWith("/")
                ? value
                : own.resolve("in") + "/" + value.replace("../", "");
    }

    @Test
    void everyCommandSaysWhatIsMissing() throws Exception {
        for (var command : commands().toList()) {
            var spec = find(command);
            if (spec.args().stream().noneMatch(ArgSpec::required)) {
                continue;
            }
            var before = state();
            assertThat(run(spec.qualifiedName(" ").split(" ", 2)[1].split(" ")))
                    .as(command)
                    .isEqualTo(2);
            assertThat(spec.args().stream().filter(ArgSpec::required))
                    .as(err)
                    .anyMatch(argument -> err.contains(name(argument)));
            assertThat(state()).isEqualTo(before);
        }
    }

    private String wrong(CommandSpec spec, ArgSpec argument, int status, boolean asBefore) {
        if (status < 0 || status > 2) {
            return "no exit status of ours";
        }
        var said = out + err;
        if (said.contains("Exception") || said.contains("\tat ") || said.contains("Lodge itself")) {
            return "a fault of ours";
        }
        if (said.chars().anyMatch(each -> Character.isISOControl(each) && each != '\n')) {
            return "control characters on the terminal";
        }
        if (status == 0) {
            return "";
        }
        if (!err.startsWith("lodge: ") || err.indexOf('\n') > 1_500) {
            return "no sentence";
        }
        if (!namesTheField(spec)) {
            return "the field is not named";
        }
        // A refused sign-in is journalled, and so is a refused join.
        var refused = name(argument).equals("--as") || err.contains("may not join");
        return refused || asBefore ? "" : "something has changed";
    }

    /// By its own name or by the door's (`--label` is `label` there). What a command needs besides is
    /// not there either, and it may come upon that first and name it.
    private boolean namesTheField(CommandSpec spec) {
        var said = err.toLowerCase(Locale.ROOT);
        return said.contains("there is no reader")
                || spec.args().stream()
                        .map(argument -> name(argument).toLowerCase(Locale.ROOT))
                        .anyMatch(name -> said.contains(name.replace("--", "")));
    }

    /// @param row the newest in the journal by the operator; the bridge writes its own meanwhile
    private record State(long row, List<String> files) {}

    private static State state() throws IOException {
        var newest =
                far
                        .door(Journal.class)
                        .page(
                                actor,
                                new Journal.Filter("", "", null, null, actor.name(), null),
                                null,
                                1)
                        .rows()
                        .stream()
                        .mapToLong(JournalRow::number)
                        .findFirst();
        var files = new ArrayList<String>();
        for (var root : List.of(elsewhere, home.resolve("virtual"), Path.of(""))) {
            if (Files.exists(root)) {
                try (var walk = Files.walk(root, 2)) {
                    walk.map(Path::toString)
                            .filter(file -> !file.contains("target") && !file.startsWith("src"))
                            .forEach(files::add);
                }
            }
        }
        return new State(newest.orElse(0), files);
    }

    private static String[] words(CommandSpec spec, ArgSpec hostile, String value) {
        var words = new ArrayList<>(List.of(spec.qualifiedName(" ").split(" ")));
        words.removeFirst();
        var last = new ArrayList<String>();
        for (var argument : spec.args()) {
            var mine = argument.equals(hostile);
            var usual =
                    USUAL_OPTIONS.contains(name(argument))
                            || name(argument).equals("--ground")
                                    && !name(hostile).equals("--release");
            if (!mine && !argument.required() && !usual) {
                continue;
            }
            var given = mine ? value : usual(spec, argument);
            if (given.equals(NOT_GIVEN)) {
                continue;
            }
            if (argument instanceof OptionSpec option) {
                words.add(option.longestName() + "=" + given);
            } else {
                last.add(given);
            }
        }
        words.add("--");
        words.addAll(last);
        return words.toArray(String[]::new);
    }

    private static final List<String> USUAL_OPTIONS = List.of("--as", "--wait", "--out", "--home");

    private static String usual(CommandSpec spec, ArgSpec argument) {
        var missing = folder.resolve("missing").toString();
        return switch (spec.qualifiedName(" ") + " " + name(argument)) {
            case "lodge people import FILE" -> folder.resolve("people.csv").toString();
            case "lodge restore BACKUP", "lodge restore --unlock-file" ->
                    home.resolve("unlock.secret").toString();
            case "lodge site init --name" -> "Riverside";
            case "lodge people hold --ground" -> "dispute";
            case "lodge people erase --ground" -> "term-over";
            case "lodge people export --purpose" -> "audit";
            case "lodge site init --home" -> elsewhere.resolve("new-" + ++made).toString();
            case "lodge device add NAME" -> "till-" + ++made;
            case "lodge card issue --printer" -> "file:" + missing;
            default ->
                    switch (name(argument)) {
                        case "--as" -> "anna";
                        case "--wait" -> "0";
                        case "--out" -> elsewhere.resolve("out-" + ++made).toString();
                        case "--home" -> NOT_GIVEN;
                        case "NAME" -> "till-9";
                        default ->
                                argument.type() == Path.class
                                        ? elsewhere.resolve("usual-" + ++made).toString()
                                        : USUAL.getOrDefault(name(argument), "5");
                    };
        };
    }

    private int run(String... words) {
        outText.getBuffer().setLength(0);
        errText.getBuffer().setLength(0);
        int status = commands.run(words);
        out = outText.toString();
        err = errText.toString();
        return status;
    }

    private static Commands made() {
        var terminal =
                new Terminal(
                        new PrintWriter(outText, true),
                        new PrintWriter(errText, true),
                        new Texts(Locale.ENGLISH),
                        _ -> Optional.of("correct horse battery staple".toCharArray()),
                        home,
                        "desk");
        var real = new BridgeDoors("desk");
        DoorOpener opener =
                (at, operator, password, note) ->
                        at.equals(home) && operator.equals("anna")
                                ? new Near()
                                : real.open(at, operator, password, note);
        return new Commands(terminal, opener, new NoPrograms(), CHEAP);
    }

    private static final class Near implements Doors {

        @Override
        public <D> D door(Class<D> door) {
            return far.door(door);
        }

        @Override
        public Actor actor() {
            return actor;
        }

        @Override
        public void close() {}
    }

    private static final class NoPrograms implements Programs {

        @Override
        public int desktop(Path at) {
            return 0;
        }

        @Override
        public int bridge(Terminal terminal, Path at) {
            return 0;
        }

        @Override
        public int demo(Terminal terminal, Optional<Path> headless, Optional<Path> at) {
            return 0;
        }
    }

    private static CommandSpec find(String command) {
        return leaves(commands.spec())
                .filter(spec -> spec.qualifiedName(" ").equals(command))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<CommandSpec> leaves(CommandSpec spec) {
        return spec.subcommands().isEmpty()
                ? Stream.of(spec)
                : spec.subcommands().values().stream().flatMap(sub -> leaves(sub.getCommandSpec()));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String cut(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
