package app.lodge.core.endurance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A PostgreSQL that can be killed in three ways and comes up again at the same address.
final class MortalPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final EmbeddedPostgres server;
    private final List<String> command;

    MortalPostgres(Path data) throws IOException {
        this.data = data;
        server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .start();
        command =
                Arrays.stream(Files.readString(Path.of("/proc/" + pid() + "/cmdline")).split("\0"))
                        .toList();
    }

    /// Linux shows what a process was started with.
    static boolean possibleHere() {
        return Files.exists(Path.of("/proc/self/cmdline"));
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /// SIGKILL to the server itself; its children notice and go.
    void killServer() throws Exception {
        ProcessHandle.of(pid()).orElseThrow().destroyForcibly();
        startAgain();
    }

    /// `pg_ctl stop -m immediate`: it goes without a checkpoint, and recovers at its next start.
    void stopAtOnce() throws Exception {
        new ProcessBuilder("kill", "-QUIT", Long.toString(pid())).start().waitFor();
        startAgain();
    }

    /// SIGKILL to whoever serves the writer; the server then throws out everybody and recovers by itself.
    void killWritersBackend() throws Exception {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select pid from pg_locks where locktype = 'advisory' and granted")) {
            if (rows.next()) {
                ProcessHandle.of(rows.getLong(1)).orElseThrow().destroyForcibly();
            }
        } catch (SQLException e) {
            // the answer was thrown out with everybody
        }
        awaitAnswer();
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    }

    private void startAgain() throws Exception {
        var all = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            all.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to be root
        }
        all.addAll(command);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var process =
                    new ProcessBuilder(all)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            while (process.isAlive()) {
                if (answers()) {
                    return;
                }
                Thread.sleep(50);
            }
            Thread.sleep(100); // the old one's children are still there
        }
        throw new IllegalStateException("PostgreSQL did not come up again: " + all);
    }

    private void awaitAnswer() throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("PostgreSQL did not come up again");
            }
            Thread.sleep(50);
        }
    }

    private boolean answers() {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
