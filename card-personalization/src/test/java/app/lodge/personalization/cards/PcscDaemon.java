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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The machine's pcscd with its virtual reader, started if none runs; one that we start also has the
/// virtual reader under the name of an ACR122U, which some clients drive in its own way. One for all classes that are
/// extended with it, for Java keeps the one connection to the daemon that it made first; it ends
/// with the last of them. Without it the class is skipped, loudly.
public final class PcscDaemon implements BeforeAllCallback {

    private static final Logger LOG = LoggerFactory.getLogger(PcscDaemon.class);
    private static final Path DAEMON = Path.of("/usr/sbin/pcscd");
    private static final Pattern LIBRARY = Pattern.compile("(?m)^LIBPATH\\s+(\\S+)");
    private static final Path DRIVER = Path.of("/etc/reader.conf.d/vpcd");
    private static final Duration WAIT = Duration.ofSeconds(10);

    /// As its driver names the ACR122U.
    public static final String ACR122 = "ACS ACR122U PICC Interface";

    /// Where the card of that reader is inserted.
    public static final int ACR122_PORT = VpcdLink.USUAL_PORT + 32;

    /// Ends the daemon and starts it again, as an update of the system does.
    ///
    /// @return false if it is not ours to end
    public static boolean restart() throws Exception {
        return restart(() -> {});
    }

    /// @param meanwhile what is to be seen while there is none
    static boolean restart(Runnable meanwhile) throws Exception {
        var now = Running.now;
        if (now == null || now.ours.length == 0) {
            return false;
        }
        now.ours[0].destroy();
        now.ours[0].waitFor(5, TimeUnit.SECONDS);
        await().atMost(WAIT).until(() -> !Running.listening());
        meanwhile.run();
        now.ours[0] = now.again();
        await().atMost(WAIT).until(Running::listening);
        await().atMost(WAIT).until(() -> PcscReaders.list().contains(VirtualReader.PCSC_NAME));
        return true;
    }

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

        /// The one of this process, once there is one.
        private static @Nullable Running now;

        private Process again() throws IOException {
            return launch();
        }

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
                now = new Running("", ours);
                return now;
            } catch (IOException e) {
                return new Running("needs pcscd, and it did not start: " + e.getMessage());
            }
        }

        private static Process launch() throws IOException {
            return new ProcessBuilder(DAEMON.toString(), "--foreground", "-c", readers().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }

        /// The driver keeps its readers in a static table, so each has a copy of it.
        private static Path readers() throws IOException {
            Path folder = Files.createTempDirectory("lodge-pcscd-");
            String usual = Files.readString(DRIVER);
            var library = LIBRARY.matcher(usual);
            if (!library.find()) {
                throw new IOException(DRIVER + " names no library");
            }
            Path copy = Files.copy(Path.of(library.group(1)), folder.resolve("libifdvpcd-acs.so"));
            Path readers = Files.createDirectory(folder.resolve("readers"));
            Files.writeString(readers.resolve("usual"), usual);
            Files.writeString(
                    readers.resolve("acs"),
                    """
                    FRIENDLYNAME "%s"
                    DEVICENAME /dev/null:0x%X
                    LIBPATH %s
                    CHANNELID 0x%X
                    """
                            .formatted(ACR122, ACR122_PORT, copy, ACR122_PORT));
            return readers;
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
