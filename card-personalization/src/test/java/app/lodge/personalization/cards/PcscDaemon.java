package app.lodge.personalization.cards;

import static org.awaitility.Awaitility.await;

import app.lodge.personalization.virtual.VirtualReader;
import app.lodge.personalization.virtual.VpcdLink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The machine's pcscd with its virtual reader, started if none runs. One for all classes that are
/// extended with it, for Java keeps the one connection to the daemon that it made first; it ends
/// with the last of them. Without it the class is skipped, loudly.
final class PcscDaemon implements BeforeAllCallback {

    private static final Logger LOG = LoggerFactory.getLogger(PcscDaemon.class);
    private static final Path DAEMON = Path.of("/usr/sbin/pcscd");
    private static final Path DRIVER = Path.of("/etc/reader.conf.d/vpcd");
    private static final Duration WAIT = Duration.ofSeconds(10);

    @Override
    public void beforeAll(ExtensionContext context) {
        var running =
                context.getRoot()
                        .getStore(ExtensionContext.Namespace.create(PcscDaemon.class))
                        .computeIfAbsent(Running.class, _ -> Running.start(), Running.class);
        if (!running.missing.isEmpty()) {
            LOG.warn("SKIPPED: {}", running.missing);
        }
        Assumptions.assumeTrue(running.missing.isEmpty(), "SKIPPED: " + running.missing);
    }

    /// @param missing what is to be had before the tests can run, empty if nothing
    private record Running(String missing, Process... ours) implements AutoCloseable {

        static Running start() {
            if (!Files.isExecutable(DAEMON) || !Files.exists(DRIVER)) {
                return new Running(
                        "needs pcscd and vsmartcard-vpcd (apt-get install pcscd vsmartcard-vpcd)");
            }
            try {
                Process[] ours = listening() ? new Process[0] : new Process[] {launch()};
                await().atMost(WAIT)
                        .until(() -> listening() || ours.length > 0 && !ours[0].isAlive());
                if (!listening()) {
                    return new Running("needs pcscd, and it did not start");
                }
                await().atMost(WAIT)
                        .until(() -> PcscReaders.list().contains(VirtualReader.PCSC_NAME));
                return new Running("", ours);
            } catch (IOException e) {
                return new Running("needs pcscd, and it did not start: " + e.getMessage());
            }
        }

        private static Process launch() throws IOException {
            return new ProcessBuilder(DAEMON.toString(), "--foreground")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }

        private static boolean listening() {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), VpcdLink.USUAL_PORT)) {
                return socket.isConnected();
            } catch (IOException _) {
                return false;
            }
        }

        @Override
        public void close() throws InterruptedException {
            for (Process daemon : ours) {
                daemon.destroy();
                daemon.waitFor(5, TimeUnit.SECONDS);
            }
        }
    }
}
