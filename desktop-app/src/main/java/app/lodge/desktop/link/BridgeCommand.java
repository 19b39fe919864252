package app.lodge.desktop.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a second process of this very Lodge is started: from a class path through `java`, or from an
/// installed image through its launcher.
///
/// @param words the command up to `bridge`
/// @param environment what is set for it beside this process's own environment
public record BridgeCommand(List<String> words, Map<String, String> environment) {

    /// Where `Lodge` looks for the file that it is to log to.
    public static final String LOG_FILE = "LODGE_LOG_FILE";

    private static final List<String> QUICK =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final String MAIN = "app.lodge.desktop.Lodge";
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final int LINES_SHOWN = 5;

    public BridgeCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    public static BridgeCommand likeThisProcess() {
        var program =
                ProcessHandle.current()
                        .info()
                        .command()
                        .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var words = new ArrayList<String>();
        words.add(program);
        if (!Path.of(program).getFileName().toString().matches("javaw?(\\.exe)?")) {
            return new BridgeCommand(words, Map.of());
        }
        words.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        words.add(MAIN);
        // The class path may be longer than some systems allow in a command line.
        return new BridgeCommand(words, Map.of("CLASSPATH", System.getProperty("java.class.path")));
    }

    /// The same for a process that lives for a minute: it starts sooner, and would be slower after hours.
    public BridgeCommand quick() {
        if (!words.getLast().equals(MAIN)) {
            var more = new HashMap<>(environment);
            more.put("JAVA_TOOL_OPTIONS", String.join(" ", QUICK));
            return new BridgeCommand(words, more);
        }
        var more = new ArrayList<>(words);
        more.addAll(1, QUICK);
        return new BridgeCommand(more, environment);
    }

    /// `lodge bridge` for a home, with nothing to read; what it prints beside its log is kept too. It
    /// outlives this process, and Ctrl+C at this terminal is not meant for it.
    public ProcessBuilder bridge(Path home, Path log) throws IOException {
        var console = console(log);
        Files.deleteIfExists(console);
        var nothing = System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null";
        return builder(log, "bridge", "--home", home.toString())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of(nothing).toFile()))
                .redirectErrorStream(true)
                .redirectOutput(console.toFile());
    }

    /// Any word of Lodge as a process of its own, for the caller to talk to.
    public ProcessBuilder builder(Path log, String... rest) {
        var line = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            line.add(SETSID.toString());
        }
        line.addAll(words);
        line.addAll(List.of(rest));
        var builder = new ProcessBuilder(line);
        // By this an image's launcher knows that it runs for the second time; the new one runs for
        // the first.
        builder.environment().remove("_JPACKAGE_LAUNCHER");
        builder.environment().putAll(environment);
        builder.environment().put(LOG_FILE, log.toString());
        return builder;
    }

    /// What a process that did not come up said last: at its console, else in its log.
    static String lastLines(Path home, Path log) {
        for (var file : List.of(console(log), log)) {
            try {
                var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
                if (!lines.isEmpty()) {
                    return String.join(
                            System.lineSeparator(),
                            lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
                }
            } catch (IOException e) {
                // The next file may say more.
                continue;
            }
        }
        return home + ": it said nothing";
    }

    private static Path console(Path log) {
        return log.resolveSibling(
                log.getFileName().toString().replaceFirst("(\\.log)?$", "-console.log"));
    }
}
