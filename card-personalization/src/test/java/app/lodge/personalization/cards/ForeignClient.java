package app.lodge.personalization.cards;

import app.lodge.personalization.virtual.VirtualReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Runs programs on client stacks that we did not write, each against the virtual reader of pcscd.
///
/// @param device as libnfc names reader and driver, `pcsc:Virtual PCD 00 00`
public record ForeignClient(Path folder, String device) {

    /// Where `scripts/libnfc-pcsc.sh` puts a libnfc that has a PC/SC driver; Debian's has none.
    private static final Path LIBNFC = Path.of("..", "target", "peers", "libnfc", "lib");

    /// The system's own Python, which has the system's modules; another one may come first in PATH.
    static final String PYTHON =
            Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";

    private static final int SECONDS = 20;

    ForeignClient(Path folder) {
        this(folder, "pcsc:" + VirtualReader.PCSC_NAME);
    }

    /// What a program printed.
    ///
    /// @param status exit status, -1 if the program is not there or did not end
    public record Said(int status, String output, String errors) {}

    public Said run(String... command) throws InterruptedException, IOException {
        Path output = Files.createTempFile(folder, "said", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
        builder.environment().put("LIBNFC_AUTO_SCAN", "false");
        builder.environment().put("LIBNFC_DEVICE", device);
        if (Files.isDirectory(LIBNFC)) {
            builder.environment().put("LD_LIBRARY_PATH", LIBNFC.toRealPath().toString());
        }
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Said(-1, "", String.valueOf(e.getMessage()));
        }
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        return new Said(
                ended ? process.exitValue() : -1,
                Files.readString(output).strip(),
                Files.readString(errors).strip());
    }

    /// A program of the test's resources as a file.
    Path program(String name) throws IOException {
        Path file = folder.resolve(name);
        try (var in = ForeignClient.class.getResourceAsStream(name)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    /// The C program, compiled and linked with libfreefare.
    ///
    /// @return empty if this machine has no compiler or no libfreefare to compile against
    Optional<Path> compiled(String name) throws IOException, InterruptedException {
        Path source = program(name);
        Path binary = folder.resolve(name.replace(".c", ""));
        var said =
                run(
                        "cc",
                        "-Wall",
                        "-o",
                        binary.toString(),
                        source.toString(),
                        "-lfreefare",
                        "-lnfc");
        boolean here = said.status() != -1 && !said.errors().contains("freefare.h: No such file");
        if (here && said.status() != 0) {
            throw new IllegalStateException(
                    "%s does not compile: %s".formatted(name, said.errors()));
        }
        return here ? Optional.of(binary) : Optional.empty();
    }

    public static boolean hasLibnfc() {
        return Files.isDirectory(LIBNFC);
    }

    /// What is missing of Python's modules, empty if all are there.
    String missingOfPython(List<String> modules) throws IOException, InterruptedException {
        var said = run(PYTHON, "-c", "import " + String.join(", ", modules));
        return said.status() == 0 ? "" : said.errors().lines().reduce("", (_, last) -> last);
    }
}
