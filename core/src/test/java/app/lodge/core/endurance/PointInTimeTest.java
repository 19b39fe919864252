package app.lodge.core.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Recovery of a site on PostgreSQL to a point in time, by the commands and settings of
/// `docs/operations.md` on a server of its own: what was booked until the moment is there, what came after
/// it is not, and booking goes on. `scripts/point-in-time.sh` does the same with the command line's site.
///
/// PostgreSQL's own programs are needed; the server that other tests start comes without `pg_basebackup`.
@Tag("ID-15")
final class PointInTimeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final boolean ROOT = System.getProperty("user.name").equals("root");

    private Path programs;
    private Path folder;
    private int port;

    @BeforeEach
    void serve() throws Exception {
        var found = programs();
        Assumptions.assumeTrue(
                found.isPresent(), "SKIPPED: needs PostgreSQL's programs with pg_basebackup");
        Assumptions.assumeTrue(
                !ROOT || Files.isExecutable(Path.of("/usr/sbin/runuser")),
                "SKIPPED: PostgreSQL refuses to be root, and there is no runuser");
        programs = found.get();
        folder = Files.createTempDirectory("point-in-time");
        if (ROOT) {
            done("chown", "postgres", folder.toString());
        }
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        as("initdb", "-D", data(), "-U", "postgres", "-A", "trust", "--no-sync");
        as("mkdir", at("archive"));
        configure(
                "port = " + port,
                "listen_addresses = '127.0.0.1'",
                "unix_socket_directories = '" + folder + "'",
                "archive_mode = on",
                "archive_command = 'test ! -f %1$s/%%f && cp %%p %1$s/%%f'"
                        .formatted(at("archive")));
        start();
    }

    @AfterEach
    void stop() throws Exception {
        if (folder != null) {
            if (Files.exists(Path.of(data(), "postmaster.pid"))) {
                as("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
            }
            done("rm", "-rf", folder.toString());
        }
    }

    @Test
    void theSiteIsAsItWasAtTheMomentAndBooksOn() throws Exception {
        List<Integer> wanted;
        String moment;
        try (var site = EnduringSite.open(url())) {
            play(site, 1);
            as(
                    Stream.of(
                            "pg_basebackup", "-h", "127.0.0.1", "-p", "" + port, "-U", "postgres"),
                    "-D",
                    at("base"),
                    "-c",
                    "fast");
            play(site, 2); // in the archive only
            wanted = site.rows();
            moment = sql("select clock_timestamp()");
            sql("select pg_sleep(0.01)");
            play(site, 3);
            assertThat(site.rows()).isNotEqualTo(wanted);
        }
        sql("select pg_switch_wal()");
        as("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop");
        as("mv", data(), at("lost"));

        as("cp", "-R", at("base"), data());
        configure(
                "restore_command = 'cp %s/%%f %%p'".formatted(at("archive")),
                "recovery_target_time = '" + moment + "'",
                "recovery_target_action = 'promote'");
        as("touch", data() + "/recovery.signal");
        start();
        awaitRecovered();

        try (var site = EnduringSite.open(url())) {
            assertThat(site.rows()).isEqualTo(wanted);
            site.requireSound("after the recovery");
            play(site, 4);
            site.requireSound("when it books on");
        }
    }

    /// Two workers' days; the numbers of the stories grow, as the site's time does.
    private static void play(EnduringSite site, int number) {
        site.now = Story.time(number);
        new Story(() -> site, 2, number, (_, _, _) -> {}).play();
        new Story(() -> site, 3, number, (_, _, _) -> {}).play();
    }

    private static Optional<Path> programs() throws IOException {
        var named = System.getenv("PG_BIN");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        var parents = new ArrayList<Path>();
        var debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (var versions = Files.list(debian)) {
                versions.sorted().map(version -> version.resolve("bin")).forEach(parents::add);
            }
        }
        return parents.reversed().stream()
                .filter(bin ->
                        Stream.of("initdb", "pg_ctl", "psql", "pg_basebackup")
                                .allMatch(name -> Files.isExecutable(bin.resolve(name))))
                .findFirst();
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private String data() {
        return at("data");
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    /// Whoever the server runs as owns the file; only its content is added to.
    private void configure(String... lines) throws IOException {
        Files.write(Path.of(data(), "postgresql.conf"), List.of(lines), StandardOpenOption.APPEND);
    }

    private void start() throws Exception {
        as("pg_ctl", "-D", data(), "-l", at("log"), "-w", "-t", "60", "start");
    }

    private void awaitRecovered() throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!sql("select pg_is_in_recovery()").equals("f")) {
            assertThat(System.nanoTime()).as("still in recovery").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private String sql(String query) throws Exception {
        return as(
                Stream.of("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"),
                "-h",
                "127.0.0.1",
                "-p",
                "" + port,
                "-U",
                "postgres",
                "-c",
                query);
    }

    private String as(Stream<String> first, String... more) throws Exception {
        return as(Stream.concat(first, Arrays.stream(more)).toArray(String[]::new));
    }

    /// As the account that PostgreSQL accepts.
    private String as(String... command) throws Exception {
        var all = new ArrayList<String>();
        if (ROOT) {
            all.addAll(List.of("/usr/sbin/runuser", "-u", "postgres", "--"));
        }
        var own = programs.resolve(command[0]);
        all.add(Files.isExecutable(own) ? own.toString() : command[0]);
        all.addAll(Arrays.asList(command).subList(1, command.length));
        return done(all.toArray(String[]::new));
    }

    /// What the command says; its own file takes it, because a server that it leaves behind keeps a pipe open.
    private String done(String... command) throws Exception {
        var said = Files.createTempFile("said", ".txt");
        try {
            var process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as(String.join(" ", command))
                    .isTrue();
            assertThat(process.exitValue())
                    .as(String.join(" ", command) + ": " + Files.readString(said))
                    .isZero();
            return Files.readString(said).strip();
        } finally {
            Files.delete(said);
        }
    }
}
