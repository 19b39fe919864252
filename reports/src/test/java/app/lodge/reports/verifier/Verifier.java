package app.lodge.reports.verifier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/// The auditor's program as it is shipped, compiled here and run in this process.
final class Verifier {

    static final Path SOURCE = Path.of("verifier", "LodgeVerify.java");
    private static final Pattern FAULT = Pattern.compile("FAULT line (\\d+), byte (\\d+): (.*)");

    private final Method run;

    /// @param folder for the compiled program
    Verifier(Path folder) throws Exception {
        var classes = Files.createDirectories(folder.resolve("classes"));
        var status =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "--release",
                                "17",
                                "-Xlint:all",
                                "-Werror",
                                "-d",
                                classes.toString(),
                                SOURCE.toString());
        if (status != 0) {
            throw new IllegalStateException("%s does not compile".formatted(SOURCE));
        }
        var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
        run =
                loader.loadClass("LodgeVerify")
                        .getMethod("run", String[].class, InputStream.class, PrintStream.class);
    }

    record Fault(long line, long at, String what) {}

    record Verdict(int status, List<Fault> faults, String said) {
        Fault first() {
            return faults.getFirst();
        }
    }

    Verdict check(byte[] journal, String... words) {
        var all = new ArrayList<String>(List.of("-"));
        all.addAll(List.of(words));
        return run(new ByteArrayInputStream(journal), all.toArray(String[]::new));
    }

    Verdict run(InputStream in, String... words) {
        var bytes = new ByteArrayOutputStream();
        int status;
        try (var out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            status = (int) run.invoke(null, words, in, out);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The verifier failed", e);
        }
        var said = bytes.toString(StandardCharsets.UTF_8);
        var faults =
                FAULT.matcher(said)
                        .results()
                        .map(found ->
                                new Fault(
                                        Long.parseLong(found.group(1)),
                                        Long.parseLong(found.group(2)),
                                        found.group(3)))
                        .toList();
        return new Verdict(status, faults, said);
    }
}
