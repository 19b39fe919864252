package app.lodge.personalization.printers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// The stub libevolis, compiled from C for this machine, and one printer made of files behind it.
public final class StubEvolis {

    public final Path library;
    public final Path printer;

    private StubEvolis(Path library, Path printer) {
        this.library = library;
        this.printer = printer;
    }

    /// Skips the test, loudly, where there is no C compiler.
    public static StubEvolis in(Path folder) throws IOException, InterruptedException {
        var compiler = compiler();
        Assumptions.assumeTrue(
                compiler.isPresent(),
                "SKIPPED: the Evolis driver's tests need a C compiler (cc, gcc or clang) in PATH");
        var source = folder.resolve("stub_libevolis.c");
        try (var stream = StubEvolis.class.getResourceAsStream("stub_libevolis.c")) {
            Files.write(source, stream.readAllBytes());
        }
        var library = folder.resolve("libevolis-stub.so");
        var build =
                new ProcessBuilder(
                                compiler.get(),
                                "-shared",
                                "-fPIC",
                                "-o",
                                library.toString(),
                                source.toString())
                        .redirectErrorStream(true)
                        .start();
        var output = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!build.waitFor(60, TimeUnit.SECONDS) || build.exitValue() != 0) {
            throw new IllegalStateException("The stub does not compile: " + output);
        }
        return new StubEvolis(library, Files.createDirectories(folder.resolve("printer")));
    }

    /// The same library, another printer.
    public StubEvolis another(Path folder) throws IOException {
        return new StubEvolis(library, Files.createDirectories(folder));
    }

    public EvolisDriver driver() {
        return new EvolisDriver(library.toString());
    }

    public String address() {
        return "evolis:" + printer;
    }

    /// @param lines `function nth what`
    public void script(String... lines) throws IOException {
        Files.write(printer.resolve("script"), List.of(lines));
    }

    public void state(int feeder, int ribbon, String warning) throws IOException {
        Files.writeString(
                printer.resolve("state"),
                "feeder %d ribbon %d inside 0 station 0 total 7 fed 0 warning %s error 0\n"
                        .formatted(feeder, ribbon, warning),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    public List<String> journal() throws IOException {
        var file = printer.resolve("journal.log");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /// The number of the card inside, 0 for none.
    public int inside() throws IOException {
        var file = printer.resolve("state");
        return Files.exists(file) ? Integer.parseInt(Files.readString(file).split(" ")[5]) : 0;
    }

    /// Numbers of the cards that came out, or went into the reject box, or were printed.
    public List<Integer> cards(String how) throws IOException {
        return journal().stream()
                .filter(line -> line.matches(how + " [0-9]+"))
                .map(line -> Integer.valueOf(line.substring(how.length() + 1)))
                .toList();
    }

    private static Optional<String> compiler() {
        for (var folder : System.getenv("PATH").split(":")) {
            for (var name : List.of("cc", "gcc", "clang")) {
                var file = Path.of(folder, name);
                if (Files.isExecutable(file)) {
                    return Optional.of(file.toString());
                }
            }
        }
        return Optional.empty();
    }
}
