package app.lodge.desktop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;

/// A demo as a terminal starts it, and all that it may leave behind on this machine.
final class DemoProcess implements AutoCloseable {

    private static final Path ENV = Path.of("/usr/bin/env");
    private static final long PATIENCE_S = 180;

    private final Path folder;
    private final Process process;
    private final BufferedReader lines;
    private final StringBuilder said = new StringBuilder();

    private DemoProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /// @param folder where everything of it lies, temporary folders too: by this its processes are known
    static DemoProcess start(Path folder, String main, String... words) throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(Path.of("/proc/self")) && Files.isExecutable(ENV),
                "SKIPPED: needs Linux, whose signals this is about");
        var temporary = Files.createDirectories(folder.resolve("tmp"));
        var command = new ArrayList<String>();
        // A shell's background jobs hand down that they ignore Ctrl+C.
        command.addAll(List.of(ENV.toString(), "--default-signal=INT,TERM"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-Djava.io.tmpdir=" + temporary, "-Djava.awt.headless=true"));
        // Whatever PC/SC this machine has is for others.
        command.add("-Dlodge.pcsc.library=/nowhere/libpcsclite.so");
        command.add(main);
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return new DemoProcess(folder, builder.start());
    }

    /// Reads on until a line begins like this.
    void says(String beginning) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(beginning)) {
                return;
            }
        }
        throw new AssertionError("It never said '" + beginning + "' but\n" + said);
    }

    void until(BooleanSupplier reached) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!reached.getAsBoolean()) {
            assertThat(process.isAlive() && System.nanoTime() < end).as(said.toString()).isTrue();
            Thread.sleep(5);
        }
    }

    /// @param name `INT` as Ctrl+C, `TERM` as systemd
    /// @return its exit code
    int signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
        return exit();
    }

    int exit() throws IOException, InterruptedException {
        lines.lines().forEach(line -> said.append(line).append('\n'));
        assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /// Command lines of processes that have to do with the folder, this one's own left out.
    List<String> left() {
        return ProcessHandle.allProcesses()
                .filter(one -> one.pid() != process.pid())
                .flatMap(one -> one.info().commandLine().stream())
                .filter(line -> line.contains(folder.toString()))
                .toList();
    }

    String said() {
        return said.toString();
    }

    Path temporary() {
        return folder.resolve("tmp");
    }

    @Override
    public void close() {
        process.destroyForcibly();
        ProcessHandle.allProcesses()
                .filter(one ->
                        one.info()
                                .commandLine()
                                .filter(l -> l.contains(folder.toString()))
                                .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
    }
}
