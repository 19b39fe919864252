package app.lodge.core.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// SoftHSM2 with tokens of this process's own: its library takes the folder from the environment, once.
public final class SoftHsm {

    public static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    public static final String PIN = "24680135";

    private static final Path FOLDER = folder();

    private SoftHsm() {}

    public static boolean found() {
        return Files.exists(LIBRARY) && Files.exists(Path.of("/usr/bin/softhsm2-util"));
    }

    public static Path tokens() {
        return FOLDER.resolve("tokens");
    }

    /// Makes a token and says which folder it is.
    public static Path token(String label) throws Exception {
        var before = folders();
        var said =
                run(
                        List.of(
                                "softhsm2-util",
                                "--init-token",
                                "--free",
                                "--label",
                                label,
                                "--so-pin",
                                "87654321",
                                "--pin",
                                PIN));
        var after = folders();
        after.removeAll(before);
        if (after.size() != 1) {
            throw new IllegalStateException("softhsm2-util made no token: " + said);
        }
        return after.getFirst();
    }

    private static List<Path> folders() throws IOException {
        try (var each = Files.list(tokens())) {
            return new ArrayList<>(each.toList());
        }
    }

    /// What a program of SoftHSM2's or OpenSC's prints.
    public static String run(List<String> words) throws Exception {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", FOLDER.resolve("softhsm2.conf").toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return said;
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("lodge-softhsm");
            Files.createDirectory(folder.resolve("tokens"));
            var conf = folder.resolve("softhsm2.conf");
            Files.writeString(
                    conf,
                    "directories.tokendir = %s%nobjectstore.backend = file%nlog.level = ERROR%n"
                            .formatted(folder.resolve("tokens")));
            setEnvironment("SOFTHSM2_CONF", conf.toString());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The environment that libraries in this process see.
    private static void setEnvironment(String name, String value) {
        var linker = Linker.nativeLinker();
        var address = linker.defaultLookup().find("setenv");
        if (address.isEmpty()) {
            return;
        }
        var setenv =
                linker.downcallHandle(
                        address.get(),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_INT));
        try (var arena = Arena.ofConfined()) {
            setenv.invokeWithArguments(arena.allocateFrom(name), arena.allocateFrom(value), 1);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
