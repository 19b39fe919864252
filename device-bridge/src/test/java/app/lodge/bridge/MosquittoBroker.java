package app.lodge.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real Mosquitto with the configuration that the bridge wrote for it.
final class MosquittoBroker implements AutoCloseable {

    private final Path folder;
    private Process process;

    /// @param folder where the bridge left `mosquitto.conf`
    MosquittoBroker(Path folder) throws IOException {
        this.folder = folder;
        process = start();
    }

    static boolean installed() {
        return program() != null;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /// SIGKILL, and a new one on what it left.
    void kill() throws Exception {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    void startAgain() throws IOException {
        process = start();
    }

    @Override
    public void close() {
        process.destroy();
    }

    private Process start() throws IOException {
        ownUser();
        return new ProcessBuilder(
                        List.of(program(), "-c", folder.resolve("mosquitto.conf").toString()))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("mosquitto.log").toFile()))
                .start();
    }

    /// As root it would become another user, who may not read a test's folder. A bridge that starts again
    /// has written the configuration anew.
    private void ownUser() throws IOException {
        var configuration = folder.resolve("mosquitto.conf");
        var line = "user " + System.getProperty("user.name");
        if (!Files.readAllLines(configuration).contains(line)) {
            Files.writeString(configuration, "\n" + line + "\n", StandardOpenOption.APPEND);
        }
    }

    private static String program() {
        for (var path : List.of("/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto")) {
            if (Files.isExecutable(Path.of(path))) {
                return path;
            }
        }
        return null;
    }
}
