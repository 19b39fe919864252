package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lodge.core.doors.Connection;
import app.lodge.core.doors.Json;
import app.lodge.desktop.Lodge;
import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole site whose books are in a PostgreSQL, as the README says to set it up, by the very
/// commands, each a process of its own: made, filled, paid into while its bridge is killed, checked.
@Tag("ID-34")
@Tag("ID-50")
class PostgreSqlSiteTest {

    private static final String PASSWORD = "a 'password' with \\ and blanks";

    @TempDir private Path folder;
    private EmbeddedPostgres server;
    private Path home;

    @BeforeEach
    void setUp() throws Exception {
        server = EmbeddedPostgres.builder().start();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create role lodge login password '%s'".formatted(PASSWORD.replace("'", "''")));
            statement.execute("create database lodge owner lodge");
        }
        home = home("site");
        Files.writeString(folder.resolve("pw"), "correct horse battery staple\n");
    }

    @AfterEach
    void stop() throws IOException {
        bridge().ifPresent(ProcessHandle::destroyForcibly);
        server.close();
    }

    @Test
    void livesThroughTheDeathOfItsBridge() throws Exception {
        assertThat(
                        lodge(
                                        home,
                                        "site",
                                        "init",
                                        "--name",
                                        "Riverside",
                                        "--currency",
                                        "EUR",
                                        "--admin",
                                        "anna")
                                .status())
                .isZero();
        Path staff = folder.resolve("staff.csv");
        Files.writeString(staff, "Personnel number;Given name;Family name\n17;Eva;Moser\n");
        assertThat(lodge(home, "people", "import", staff.toString(), "--write", "--as", "anna"))
                .returns(0, Run::status);
        topUp("first", 0);

        var dying = start(home, topUpWords("second"));
        var bridge = bridge().orElseThrow();
        var killing = Thread.ofVirtual().start(() -> kill(bridge));
        dying.waitFor(60, TimeUnit.SECONDS);
        killing.join();
        topUp("second", 0);
        topUp("first", 0);

        var account = lodge(home, "account", "show", "1", "--as", "anna").result();
        assertThat(account.at("/account/balance/minor").asLong()).isEqualTo(4_000);
        assertThat(account.at("/movements")).hasSize(2);
        var verified = lodge(home, "journal", "verify", "--as", "anna").result();
        assertThat(verified.at("/intact").asBoolean()).isTrue();
        assertThat(verified.at("/findings")).isEmpty();
        assertThat(Files.exists(home.resolve("books.mv.db"))).isFalse();
    }

    @Test
    void takesNoDatabaseThatHoldsAnotherSite() throws Exception {
        assertThat(
                        lodge(
                                        home,
                                        "site",
                                        "init",
                                        "--name",
                                        "x",
                                        "--currency",
                                        "EUR",
                                        "--admin",
                                        "anna")
                                .status())
                .isZero();

        var second =
                lodge(
                        home("second"),
                        "site",
                        "init",
                        "--name",
                        "y",
                        "--currency",
                        "CHF",
                        "--admin",
                        "otto");

        assertThat(second.status()).isEqualTo(1);
        assertThat(second.err())
                .startsWith("lodge: books.url: ")
                .doesNotContain("Exception", "\tat ");
        assertThat(folder.resolve("second/vault.lodge")).doesNotExist();
        var verified = lodge(home, "journal", "verify", "--as", "anna");
        assertThat(verified.status()).as(verified.err()).isZero();
    }

    @Test
    void saysWhenTheDatabaseLetsNobodyIn() throws Exception {
        var settings = home.resolve("lodge.properties");
        var stranger = Files.readString(settings).replace("user=lodge", "user=stranger");
        Files.writeString(settings, stranger);

        var run = lodge(home, "site", "init", "--name", "x", "--currency", "EUR", "--admin", "an");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("lodge: books: ").doesNotContain("\tat ");
        try (var left = Files.list(home)) {
            assertThat(left).containsExactly(home.resolve("lodge.properties"));
        }
    }

    private Path home(String name) throws IOException {
        Path made = Files.createDirectories(folder.resolve(name));
        Path password = Files.writeString(folder.resolve("books.password"), PASSWORD + "\n");
        Files.writeString(
                made.resolve("lodge.properties"),
                """
                books.url=jdbc:postgresql://127.0.0.1:%d/lodge
                books.user=lodge
                books.password-file=%s
                """
                        .formatted(server.getPort(), password));
        return made;
    }

    private void topUp(String request, int status) throws Exception {
        assertThat(lodge(home, topUpWords(request))).returns(status, Run::status);
    }

    private static String[] topUpWords(String request) {
        return new String[] {
            "account", "topup", "1", "20.00", "--request", request, "--as", "anna"
        };
    }

    /// In the middle of what the command does: when it has come as far as asking the bridge.
    private static void kill(ProcessHandle bridge) {
        await().pollDelay(Duration.ofMillis(900)).until(() -> true);
        bridge.destroyForcibly();
    }

    private java.util.Optional<ProcessHandle> bridge() {
        return Connection.read(home).flatMap(there -> ProcessHandle.of(there.pid()));
    }

    private record Run(int status, String out, String err) {

        JsonNode result() {
            return Json.tree(out.getBytes(StandardCharsets.UTF_8)).get("result");
        }
    }

    private Run lodge(Path at, String... words) throws Exception {
        var process = start(at, words);
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(folder.resolve("out")),
                Files.readString(folder.resolve("err")));
    }

    private Process start(Path at, String... words) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx400m", "-cp")
                .forEach(command::add);
        command.add(System.getProperty("java.class.path"));
        command.add(Lodge.class.getName());
        command.addAll(List.of(words));
        command.addAll(List.of("--json", "--home", at.toString()));
        command.addAll(List.of("--password-file", folder.resolve("pw").toString()));
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(folder.resolve("out").toFile())
                        .redirectError(folder.resolve("err").toFile());
        builder.environment().put("LANG", "C.UTF-8");
        return builder.start();
    }
}
