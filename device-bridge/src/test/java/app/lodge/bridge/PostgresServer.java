package app.lodge.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A PostgreSQL of a test's own, with its own defaults: what it commits is on the disk. It can be killed,
/// stopped for a while as by a disk that stands still, and started again on what it left.
final class PostgresServer implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");
    private static final String SUPERUSER = "postgres";

    private final Path bin;
    private final Path folder;
    private final int port;

    /// In a folder that its own user may enter.
    PostgresServer() throws Exception {
        this.bin = programs();
        this.folder = Files.createTempDirectory("lodge-postgres");
        this.port = MosquittoBroker.freePort();
        if (asRoot()) {
            run(List.of("chown", SUPERUSER, folder.toString()));
        }
        run(as("initdb", "-D", data(), "-U", SUPERUSER, "-A", "trust"));
        startAgain();
        run(
                as(
                        "createdb",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(port),
                        "-U",
                        SUPERUSER,
                        "lodge"));
    }

    static boolean installed() {
        try {
            return Files.exists(programs().resolve("initdb"));
        } catch (IOException e) {
            return false;
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/lodge".formatted(port);
    }

    String user() {
        return SUPERUSER;
    }

    void startAgain() throws Exception {
        run(
                as(
                        "pg_ctl",
                        "-D",
                        data(),
                        "-l",
                        folder.resolve("log").toString(),
                        "-w",
                        "-t",
                        "60",
                        "-o",
                        "-p %d -h 127.0.0.1 -k %s".formatted(port, folder),
                        "start"));
    }

    /// SIGKILL to all of it at once.
    void kill() throws Exception {
        var all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        for (var each : all) {
            each.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    /// All of it stands still, until it is let go on.
    void standStill() throws Exception {
        signal("-STOP");
    }

    void goOn() throws Exception {
        signal("-CONT");
    }

    @Override
    public void close() throws Exception {
        run(as("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop"));
        SimulatedSite.discard(folder);
    }

    /// A test that fails half-way leaves no server behind.
    private void killWhatIsLeft() {
        try {
            if (Files.exists(folder.resolve("data").resolve("postmaster.pid"))) {
                processes().forEach(ProcessHandle::destroyForcibly);
            }
        } catch (IOException e) {
            // it ended meanwhile
        }
    }

    private void signal(String signal) throws Exception {
        for (var process : processes()) {
            // One that ended meanwhile needs no signal.
            new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    private List<ProcessHandle> processes() throws IOException {
        var pid = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).stream()
                .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
                .toList();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private List<String> as(String program, String... arguments) {
        var words = new ArrayList<String>();
        if (asRoot()) {
            words.addAll(List.of("runuser", "-u", SUPERUSER, "--"));
        }
        words.add(bin.resolve(program).toString());
        words.addAll(List.of(arguments));
        return words;
    }

    private void run(List<String> words) throws Exception {
        var process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
                        .start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("%s in time", words).isTrue();
        assertThat(process.exitValue()).as("%s", words).isZero();
    }

    private static boolean asRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static Path programs() throws IOException {
        try (var versions = Files.list(PROGRAMS)) {
            return versions.map(version -> version.resolve("bin")).sorted().toList().getLast();
        }
    }
}
