package app.lodge.personalization.printers;

import app.lodge.personalization.ipp.IppPrinting;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// CUPS' own IPP Everywhere printer, on a bus of its own, doing with a job what the test's script does.
final class EvePrinter implements AutoCloseable {

    private static final Duration STARTING = Duration.ofSeconds(20);

    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    /// Skips the test, loudly, where its programs are missing.
    ///
    /// @param script of a shell; the job's file is `$1`, the folder `$FOLDER`
    EvePrinter(Path folder, String script) throws IOException, InterruptedException {
        var printer = program("ippeveprinter");
        var bus = program("dbus-daemon");
        Assumptions.assumeTrue(
                printer.isPresent() && bus.isPresent(),
                "SKIPPED: a real IPP printer needs ippeveprinter (package cups-ipp-utils) and dbus-daemon");
        this.folder = folder;
        this.port = freePort();
        var command =
                Files.writeString(
                        folder.resolve("print.sh"),
                        "#!/bin/sh\nFOLDER='" + folder + "'\n" + script);
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        var socket = folder.resolve("bus");
        run(new ProcessBuilder(bus.get(), "--nofork", "--config-file=" + busConfig(socket)));
        until(() -> Files.exists(socket));
        var eve =
                new ProcessBuilder(
                        printer.get(),
                        "-p",
                        String.valueOf(port),
                        "-n",
                        "localhost",
                        "-r",
                        "off",
                        "-2",
                        "-f",
                        "application/pdf",
                        "-d",
                        Files.createDirectories(folder.resolve("spool")).toString(),
                        "-c",
                        command.toString(),
                        "Lodge Test");
        eve.environment().put("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + socket);
        run(eve);
        until(this::answers);
    }

    String address() {
        return "ipp://localhost:" + port + "/ipp/print";
    }

    /// A second client of it.
    IppPrinting client() {
        return new IppPrinting(address(), Duration.ofSeconds(5));
    }

    /// Pulls its plug.
    void kill() throws InterruptedException {
        var eve = processes.getLast();
        eve.descendants().forEach(ProcessHandle::destroyForcibly);
        eve.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        for (var process : processes.reversed()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    interface Asked {
        boolean holds() throws IOException;
    }

    static void until(Asked condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + STARTING.toNanos();
        while (!condition.holds()) {
            if (deadline - System.nanoTime() < 0) {
                throw new IllegalStateException("Not within %s".formatted(STARTING));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private boolean answers() {
        try (var client = client()) {
            return !client.printer().stopped();
        } catch (IOException _) {
            return false;
        }
    }

    private void run(ProcessBuilder program) throws IOException {
        var log = folder.resolve("log-" + processes.size()).toFile();
        processes.add(program.redirectErrorStream(true).redirectOutput(log).start());
    }

    private Path busConfig(Path socket) throws IOException {
        return Files.writeString(
                folder.resolve("bus.conf"),
                """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig>
                  <listen>unix:path=%s</listen>
                  <auth>EXTERNAL</auth>
                  <policy context="default">
                    <allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/><allow user="*"/>
                  </policy>
                </busconfig>
                """
                        .formatted(socket));
    }

    private static Optional<String> program(String name) {
        return Stream.concat(
                        Stream.of(System.getenv("PATH").split(":")),
                        Stream.of("/usr/sbin", "/usr/local/sbin", "/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
