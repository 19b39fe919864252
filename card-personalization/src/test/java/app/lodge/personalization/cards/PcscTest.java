package app.lodge.personalization.cards;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static app.lodge.personalization.cards.CardDesk.NUMBER;
import static app.lodge.personalization.cards.CardDesk.UID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualReader;
import app.lodge.personalization.virtual.VpcdLink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The encoder through `javax.smartcardio`, the real pcscd and its virtual reader. One class, for Java
/// keeps one connection to the daemon; the daemon is started if none runs.
@Tag("ID-40")
@TestMethodOrder(MethodOrderer.MethodName.class)
class PcscTest {

    private static final Logger LOG = LoggerFactory.getLogger(PcscTest.class);
    private static final Path DAEMON = Path.of("/usr/sbin/pcscd");
    private static final Path DRIVER = Path.of("/etc/reader.conf.d/vpcd");
    private static final Duration WAIT = Duration.ofSeconds(10);

    @TempDir private static Path folder;
    private static Process daemon;

    @BeforeAll
    static void startTheDaemon() throws Exception {
        boolean installed = Files.isExecutable(DAEMON) && Files.exists(DRIVER);
        if (!installed) {
            LOG.warn(
                    "SKIPPED: needs pcscd and vsmartcard-vpcd (apt-get install pcscd vsmartcard-vpcd)");
        }
        Assumptions.assumeTrue(installed, "SKIPPED: needs pcscd and vsmartcard-vpcd");
        if (!listening()) {
            daemon =
                    new ProcessBuilder(DAEMON.toString(), "--foreground")
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("pcscd.log").toFile())
                            .start();
        }
        await().atMost(WAIT).until(() -> listening() || daemon != null && !daemon.isAlive());
        if (!listening()) {
            LOG.warn(
                    "SKIPPED: pcscd did not start: {}",
                    Files.readString(folder.resolve("pcscd.log")));
        }
        Assumptions.assumeTrue(listening(), "SKIPPED: pcscd did not start");
        await().atMost(WAIT).until(() -> PcscReaders.list().contains(VirtualReader.PCSC_NAME));
    }

    @AfterAll
    static void stopTheDaemon() throws Exception {
        if (daemon != null) {
            daemon.destroy();
            daemon.waitFor(5, TimeUnit.SECONDS);
        }
    }

    private static boolean listening() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), VpcdLink.USUAL_PORT)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void encodesAndProvesACardThroughThePcscStack() throws Exception {
        var desk = new CardDesk(folder, "rathaus");
        try (var reader = VirtualReader.lay(CardDesk.blank())) {
            assertThat(reader.path()).isEqualTo("pcscd");

            long start = System.nanoTime();
            assertThat(desk.encoder.identify(CLERK, reader, WAIT).uid()).isEqualTo(UID);
            desk.encoder.encode(CLERK, reader, WAIT, UID, NUMBER);
            desk.encoder.verify(CLERK, reader, WAIT, UID, NUMBER);
            LOG.info(
                    "Identified, encoded and verified through pcscd in {} ms",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));

            assertThat(desk.encoder.read(CLERK, reader, WAIT).number()).isEqualTo(NUMBER);
        }
    }

    @Test
    void tellsARemovedCardFromAMissingOne() throws Exception {
        var card = CardDesk.blank();
        try (var reader = PcscReaders.open(VirtualReader.PCSC_NAME)) {
            var inserted = VpcdLink.insert(card, "127.0.0.1", VpcdLink.USUAL_PORT, WAIT);
            try (var link = reader.connect(WAIT)) {
                assertThat(link.transmit(Bytes.of(0xFF, 0xCA, 0, 0, 0)))
                        .isEqualTo(Bytes.join(UID.bytes(), Bytes.of(0x90, 0)));
                inserted.close();
                assertThat(fault(() -> link.transmit(Bytes.of(0x90, 0x60, 0, 0, 0))))
                        .isEqualTo(new DeviceFault.CardRemoved(VirtualReader.PCSC_NAME));
            }
            assertThat(reader.awaitRemoval(WAIT)).isTrue();
            var soon = Duration.ofMillis(300);
            assertThat(fault(() -> reader.connect(soon)))
                    .isEqualTo(new DeviceFault.NoCard(VirtualReader.PCSC_NAME, soon));
        }
    }

    @Test
    void finishesACardTornOffTheRealStack() throws Exception {
        var desk = new CardDesk(folder, "torn");
        VirtualDesfire card = CardDesk.blank();
        for (int apdu : new int[] {5, 17, 29}) {
            try (var reader = VirtualReader.lay(card)) {
                card.tearAfter(apdu);
                var torn = fault(() -> desk.encoder.encode(CLERK, reader, WAIT, UID, NUMBER));
                assertThat(torn).isEqualTo(new DeviceFault.CardRemoved(VirtualReader.PCSC_NAME));
                assertThat(reader.awaitRemoval(WAIT)).isTrue();
            }
        }
        card.holdStill();
        try (var reader = VirtualReader.lay(card)) {
            desk.encoder.encode(CLERK, reader, WAIT, UID, NUMBER);
            desk.encoder.verify(CLERK, reader, WAIT, UID, NUMBER);
        }
    }

    /// libfreefare did not come from us. Debian's libnfc has no PC/SC driver: put one that has
    /// (`./configure --with-drivers=pcsc`) first in LD_LIBRARY_PATH.
    @Test
    void isReadByLibfreefare() throws Exception {
        var card = VirtualDesfire.blank(VirtualDesfire.Generation.EV1, UID, new Random(1));
        String said;
        try (var reader = VirtualReader.lay(card);
                var link = reader.connect(WAIT)) {
            link.close();
            said = run("mifare-desfire-info");
        }
        boolean heard = said.contains("Version information for tag");
        if (!heard) {
            LOG.warn(
                    "SKIPPED: needs mifare-desfire-info over a libnfc with PC/SC; it said: {}",
                    said);
        }
        Assumptions.assumeTrue(heard, "SKIPPED: needs libfreefare over a libnfc with PC/SC");
        assertThat(said)
                .contains("UID:                      0x04a1b2c3d4e5f6")
                .contains("Master Key settings (0x0f)");
    }

    private static String run(String command) throws InterruptedException {
        try {
            Path output = folder.resolve("said.txt");
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().put("LIBNFC_AUTO_SCAN", "false");
            builder.environment().put("LIBNFC_DEVICE", "pcsc:" + VirtualReader.PCSC_NAME);
            Process process = builder.start();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return Files.readString(output);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void saysWhenAReaderIsNotThere() {
        assertThat(fault(() -> PcscReaders.open("No such reader")))
                .isEqualTo(new DeviceFault.NoReader("No such reader"));
    }

    private static DeviceFault fault(Work work) {
        return catchThrowableOfType(DeviceException.class, work::run).fault();
    }

    private interface Work {
        void run() throws DeviceException;
    }
}
