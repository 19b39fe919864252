package app.lodge.desktop.secrets;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process of its own that does what it is told line by line, and writes its heap into a file.
final class Watched implements AutoCloseable {

    private static final String DONE = "done ";

    private final Process process;
    private final BufferedReader said;
    private final Path log;
    private final StringBuilder all = new StringBuilder();

    /// @param log where it logs all it can
    Watched(Class<?> main, Path log, List<String> arguments, Path softHsm) throws IOException {
        this.log = log;
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-Dlodge.pcsc.library=/nowhere/libpcsclite.so",
                        "-Dlogback.configurationFile=app/lodge/desktop/secrets/all.xml",
                        "-Dlodge.all.log=" + log));
        command.add(main.getName());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("SOFTHSM2_CONF", softHsm.toString());
        process = builder.start();
        said = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Returns when it has done it.
    ///
    /// @return what it answered
    String does(String line) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).write(line + "\n");
        process.outputWriter(StandardCharsets.UTF_8).flush();
        return answers();
    }

    String answers() throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            if (line.startsWith(DONE)) {
                return line.substring(DONE.length());
            }
        }
        throw new AssertionError("It ended, saying\n" + all);
    }

    String said() {
        return all.toString();
    }

    Path log() {
        return log;
    }

    @Override
    public void close() throws Exception {
        process.outputWriter(StandardCharsets.UTF_8).close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    interface Work {
        String on(String[] words) throws Exception;
    }

    /// In the process itself: answers `dump FILE all|live` itself and leaves the rest to the work.
    static void serve(String begun, Work work) throws Exception {
        say(begun);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var words = line.split(" ");
            if (words[0].equals("dump")) {
                dump(words[1], words[2].equals("live"));
                say("dumped");
            } else {
                say(work.on(words));
            }
        }
    }

    private static void dump(String file, boolean live) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, live);
    }

    private static void say(String what) {
        System.out.println(DONE + what);
        System.out.flush();
    }
}
