package app.lodge.desktop.commandline;

import app.lodge.core.books.Problem;
import app.lodge.core.doors.Json;
import app.lodge.core.texts.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One run of the command line: its shared options, its terminal, and how it reaches the site.
final class Session {

    private static final int LONGEST_PASSWORD_FILE = 4096;

    /// Control characters but the end of a line, and marks that turn the direction of writing.
    private static final Pattern OBEYED =
            Pattern.compile("[\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\n]]");

    private static final Pattern ENDLESS = Pattern.compile("(\\S{80})\\S{220,}");

    private final Terminal terminal;
    private final SharedOptions options;
    private final DoorOpener opener;

    Session(Terminal terminal, SharedOptions options, DoorOpener opener) {
        this.terminal = terminal;
        this.options = options;
        this.opener = opener;
    }

    Texts texts() {
        return terminal.texts();
    }

    /// Names the field and the value, and says what would be right.
    String problem(Problem problem) {
        return text("cli.problem", problem.field(), texts().problem(problem));
    }

    /// A sentence in the reader's language; times in this machine's zone, paths as they are typed.
    String text(String key, Object... arguments) {
        var said = new Object[arguments.length];
        for (var i = 0; i < said.length; i++) {
            said[i] =
                    switch (arguments[i]) {
                        case Instant instant -> texts().time(instant, ZoneId.systemDefault());
                        case Path path -> path.toString();
                        default -> arguments[i];
                    };
        }
        return texts().get(key, said);
    }

    Terminal terminal() {
        return terminal;
    }

    /// @throws WrongUsage if `--home` names nothing that a folder should be called
    Path home() {
        return ownHome().orElseGet(() -> terminal.defaultHome().toAbsolutePath().normalize());
    }

    /// What `--home` named, if it did. An empty name would mean the present folder, by accident.
    Optional<Path> ownHome() {
        var home = options.home;
        if (home == null) {
            return Optional.empty();
        }
        var name = home.toString();
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            throw new WrongUsage("cli.folder-name", "--home", Values.shown(name));
        }
        return Optional.of(home.toAbsolutePath().normalize());
    }

    /// Says what is going on, where it does not disturb a program that reads the result.
    void note(String key, Object... arguments) {
        terminal.err().println(harmless(text(key, arguments)));
        terminal.err().flush();
    }

    /// @throws Refusal if the site cannot be reached or the operator is not let in
    Doors signIn() {
        if (options.operator.isBlank()) {
            throw new WrongUsage("cli.operator-missing");
        }
        var password = password("cli.ask-password", options.operator);
        try {
            return opener.open(home(), options.operator, password, this::note);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /// Who `--as` says.
    String operator() {
        if (options.operator.isBlank()) {
            throw new WrongUsage("cli.operator-missing");
        }
        return options.operator;
    }

    /// Signs in with a password that the command needs itself; the caller wipes it.
    Doors signIn(char[] password) {
        return opener.open(home(), operator(), password, this::note);
    }

    /// From `--password-file`, else asked for at the terminal; never an argument.
    char[] password(String question, Object... arguments) {
        if (options.passwordFile != null) {
            return firstLine(options.passwordFile);
        }
        return terminal.askSecret()
                .apply(text(question, arguments))
                .orElseThrow(() -> new WrongUsage("cli.no-terminal"));
    }

    /// All of a file's lines, else asked for at the terminal; never an argument.
    char[] secret(@Nullable Path file, String question, Object... arguments) {
        if (file != null) {
            return SmallFile.secret(file, LONGEST_PASSWORD_FILE, false)
                    .orElseThrow(() ->
                            new WrongUsage(
                                    "cli.password-file-unreadable", file, LONGEST_PASSWORD_FILE));
        }
        return terminal.askSecret()
                .apply(text(question, arguments))
                .orElseThrow(() -> new WrongUsage("cli.no-terminal"));
    }

    private static char[] firstLine(Path file) {
        var line =
                SmallFile.secret(file, LONGEST_PASSWORD_FILE, true)
                        .orElseThrow(() ->
                                new WrongUsage(
                                        "cli.password-file-unreadable",
                                        file,
                                        LONGEST_PASSWORD_FILE));
        if (line.length == 0) {
            throw new WrongUsage("cli.password-file-empty", file);
        }
        return line;
    }

    /// @return the exit status
    int print(Answer answer) {
        return switch (answer) {
            case Answer.Done(Object facts, List<String> lines) -> {
                say(Map.of("ok", true, "result", facts), lines);
                yield ExitStatus.DONE;
            }
            case Answer.Refused(
                            String key,
                            List<Object> arguments,
                            Object facts,
                            List<String> lines) -> {
                var sentence = text(key, arguments.toArray());
                complain(List.of(sentence));
                var json = new LinkedHashMap<String, Object>();
                json.put("ok", false);
                json.put("refused", key.substring(key.indexOf('.') + 1));
                json.put("message", sentence);
                json.put("result", facts);
                say(json, lines);
                yield ExitStatus.REFUSED;
            }
            case Answer.Faulty(var problems) -> {
                var said = problems.stream().map(this::problem).toList();
                complain(said);
                var json = new LinkedHashMap<String, Object>();
                json.put("ok", false);
                json.put("problems", problems);
                json.put("messages", said);
                say(json, List.of());
                yield ExitStatus.REFUSED;
            }
        };
    }

    /// @return exit status 2
    int printWrongUsage(String sentence) {
        complain(List.of(sentence));
        say(Map.of("ok", false, "wrongUsage", sentence), List.of());
        return ExitStatus.WRONG_USAGE;
    }

    private void say(Map<String, Object> json, List<String> lines) {
        if (options.json) {
            terminal.out().println(Json.pretty(json, Map.class));
        } else {
            lines.stream().map(Session::harmless).forEach(terminal.out()::println);
        }
        terminal.out().flush();
    }

    private void complain(List<String> sentences) {
        sentences.forEach(sentence -> terminal.err().println("lodge: " + harmless(sentence)));
        terminal.err().flush();
    }

    /// What the books or a file gave may hold what a terminal would obey, or be without end.
    private static String harmless(String text) {
        return ENDLESS.matcher(OBEYED.matcher(text).replaceAll("\uFFFD"))
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + "…"));
    }
}
