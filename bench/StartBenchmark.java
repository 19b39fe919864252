import app.lodge.desktop.demo.Demo;
import app.lodge.desktop.link.BundledBridge;
import app.lodge.desktop.link.BundledBridge.StartOutcome;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Opens a bare JavaFX window and Lodge's sign-in in turns, and prints the median of each and its ratio to the bare one.
///
/// Argument: how often each (5). The site's bridge runs meanwhile, as it does on a site.
public final class StartBenchmark {

    private static final List<String> NATIVE =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1");

    private StartBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        var home = Files.createTempDirectory("lodge-bench-").resolve("site");
        Demo.create(home, "en");
        if (!(BundledBridge.of(home).start() instanceof StartOutcome.Started started)) {
            throw new IllegalStateException("The bridge did not start");
        }
        try {
            measure(times, home);
        } finally {
            started.process().destroy();
            started.process().onExit().join();
        }
        System.exit(0);
    }

    private static void measure(int times, Path home) throws Exception {
        var programs = programs();
        var took = new LinkedHashMap<String, List<Long>>();
        for (var round = 0; round <= times; round++) { // the first round only warms the disk's cache
            for (var program : programs.entrySet()) {
                var millis = start(program.getValue(), home);
                if (round > 0) {
                    took.computeIfAbsent(program.getKey(), _ -> new ArrayList<>()).add(millis);
                }
            }
        }
        var bare = median(took.sequencedValues().getFirst());
        took.forEach((name, all) ->
                System.out.printf(
                        "%-58s %6d ms (%d to %d of %d)  %.2f times bare%n",
                        name,
                        median(all),
                        all.stream().min(Long::compare).orElseThrow(),
                        all.stream().max(Long::compare).orElseThrow(),
                        all.size(),
                        (double) median(all) / bare));
    }

    private static Map<String, List<String>> programs() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var path = System.getProperty("java.class.path");
        var programs = new LinkedHashMap<String, List<String>>();
        var signIn = List.of("SignInWindow");
        programs.put("bare JavaFX window", line(java, List.of(), path, List.of("BareWindow")));
        programs.put("sign-in, class path without cache (./lodge)", line(java, List.of(), path, signIn));
        var image = Path.of("installer", "target", "lodge-desktop", "lib");
        if (Files.exists(image.resolve("app").resolve("desktop.aot"))) {
            programs.put("sign-in, installed image with its cache", image(image, signIn));
        }
        return programs;
    }

    private static List<String> image(Path image, List<String> signIn) {
        var app = image.resolve("app");
        try {
            var path = new ArrayList<String>();
            for (var setting : Files.readAllLines(app.resolve("lodge-desktop.cfg"))) {
                if (setting.startsWith("app.classpath=")) {
                    path.add(app + setting.substring("app.classpath=$APPDIR".length()));
                }
            }
            path.add(System.getenv("LODGE_BENCH_CLASSES"));
            return line(
                    image.resolve("runtime").resolve("bin").resolve("java").toString(),
                    List.of("-XX:AOTCache=" + app.resolve("desktop.aot")),
                    String.join(":", path),
                    signIn);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> line(String java, List<String> options, String path, List<String> words) {
        var line = new ArrayList<String>(List.of(java));
        line.addAll(NATIVE);
        line.addAll(options);
        line.addAll(List.of("-cp", path));
        line.addAll(words);
        return line;
    }

    private static long start(List<String> line, Path home) throws Exception {
        var whole = new ArrayList<>(line);
        whole.add(1, "-Dbench.begun=" + System.currentTimeMillis());
        var builder = new ProcessBuilder(whole).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LODGE_HOME", home.toString());
        var process = builder.start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            for (var said = out.readLine(); said != null; said = out.readLine()) {
                if (said.startsWith("usable ")) {
                    return Long.parseLong(said.substring(7));
                }
            }
        }
        throw new IllegalStateException("No window: " + String.join(" ", line));
    }

    private static long median(List<Long> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
