package app.lodge.personalization.cards;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static app.lodge.personalization.cards.CardDesk.NUMBER;
import static app.lodge.personalization.cards.CardDesk.UID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualReader;
import app.lodge.personalization.virtual.VpcdLink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The encoder through the real pcscd and its virtual reader.
@Tag("ID-40")
@ExtendWith(PcscDaemon.class)
class PcscTest {

    private static final Logger LOG = LoggerFactory.getLogger(PcscTest.class);
    private static final Duration WAIT = Duration.ofSeconds(10);

    @TempDir private static Path folder;

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

    @Test
    void goesOnWithTheSameReaderAfterTheDaemonWasRestartedInTheMiddleOfWork() throws Exception {
        var desk = new CardDesk(folder, "restarted");
        VirtualDesfire card = CardDesk.blank();
        try (var reader = PcscReaders.open(VirtualReader.PCSC_NAME)) {
            var lying = VpcdLink.insert(card, "127.0.0.1", VpcdLink.USUAL_PORT, WAIT);
            var link = reader.connect(WAIT);
            assertThat(link.transmit(Bytes.of(0xFF, 0xCA, 0, 0, 0))).hasSize(9);

            boolean restarted = PcscDaemon.restart();
            lying.close();
            Assumptions.assumeTrue(restarted, "SKIPPED: needs a pcscd of its own");

            assertThat(fault(() -> link.transmit(Bytes.of(0xFF, 0xCA, 0, 0, 0))))
                    .isIn(
                            new DeviceFault.NoReader(VirtualReader.PCSC_NAME),
                            new DeviceFault.CardRemoved(VirtualReader.PCSC_NAME));
            link.close();
            var again = VpcdLink.insert(card, "127.0.0.1", VpcdLink.USUAL_PORT, WAIT);
            desk.encoder.encode(CLERK, reader, WAIT, UID, NUMBER);
            desk.encoder.verify(CLERK, reader, WAIT, UID, NUMBER);
            again.close();
            assertThat(reader.awaitRemoval(WAIT)).isTrue();
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
