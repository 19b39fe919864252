package app.lodge.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.certificates.Identity;
import app.lodge.bridge.certificates.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The command-line clients of another MQTT implementation, with a device's certificate.
final class Mosquitto {

    private final Path folder;
    private final int port;
    private final List<String> identity = new ArrayList<>();

    Mosquitto(Path folder, String authorityPem, int port) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.port = port;
        Files.writeString(folder.resolve("ca.pem"), authorityPem);
    }

    static boolean installed() {
        return List.of("/usr/bin", "/usr/local/bin").stream()
                .map(Path::of)
                .anyMatch(bin ->
                        Files.isExecutable(bin.resolve("mosquitto_pub"))
                                && Files.isExecutable(bin.resolve("mosquitto_sub")));
    }

    Mosquitto as(Identity device) throws IOException {
        Files.writeString(folder.resolve("cert.pem"), Pem.certificate(device.certificate()));
        Files.writeString(
                folder.resolve("key.pem"), Pem.write("PRIVATE KEY", device.key().getEncoded()));
        identity.addAll(
                List.of(
                        "--cert",
                        folder.resolve("cert.pem").toString(),
                        "--key",
                        folder.resolve("key.pem").toString()));
        return this;
    }

    record Ended(int status, String output) {}

    Ended publish(String client, String topic, String message) throws Exception {
        return run("mosquitto_pub", client, "-t", topic, "-q", "1", "-m", message);
    }

    /// Waits for `count` messages, or `seconds`.
    Process subscribe(String client, String topic, int count, int seconds) throws IOException {
        return start(
                "mosquitto_sub",
                client,
                "-t",
                topic,
                "-q",
                "1",
                "-C",
                String.valueOf(count),
                "-W",
                String.valueOf(seconds),
                "-v");
    }

    private Ended run(String program, String client, String... rest) throws Exception {
        return ended(start(program, client, rest));
    }

    static Ended ended(Process process) throws Exception {
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private Process start(String program, String client, String... rest) throws IOException {
        var command = new ArrayList<String>();
        command.addAll(
                List.of(
                        program,
                        "-V",
                        "5",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(port),
                        "-i",
                        client,
                        "--cafile",
                        folder.resolve("ca.pem").toString()));
        command.addAll(identity);
        command.addAll(List.of(rest));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
