package app.lodge.personalization.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardDesk;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.ForeignClient;
import app.lodge.personalization.cards.ForeignClient.Said;
import app.lodge.personalization.cards.PcscDaemon;
import app.lodge.personalization.cards.PcscReaders;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.classic.AccessBits;
import app.lodge.personalization.classic.ApplicationDirectory;
import app.lodge.personalization.classic.ClassicCard;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.classic.SectorTrailer;
import app.lodge.personalization.encoding.MediumEncoder;
import app.lodge.personalization.encoding.SamplePlans;
import app.lodge.personalization.ultralight.UltralightType;
import app.lodge.personalization.virtual.DryRun;
import app.lodge.personalization.virtual.VirtualCard;
import app.lodge.personalization.virtual.VirtualReader;
import app.lodge.personalization.virtual.VirtualStorageCard;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// MIFARE Classic and Ultralight through the real pcscd: what libfreefare writes is what we read, and
/// what we write is what libfreefare reads. It drives the reader as an ACR122U, command by command.
@Tag("ID-47")
@ExtendWith(PcscDaemon.class)
class ForeignStorageClientsTest {

    private static final Logger LOG = LoggerFactory.getLogger(ForeignStorageClientsTest.class);
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Uid FOUR = new Uid("DEADBEEF");
    private static final byte[] GREETING = Bytes.of(0xD1, 0x01, 0x03, 0x54, 0x02, 'e', 'n', '!');
    private static final byte[] NDEF_KEY = Bytes.of(0xD3, 0xF7, 0xD3, 0xF7, 0xD3, 0xF7);

    @TempDir private Path folder;
    private VirtualReader lying;

    @AfterEach
    void takeTheCardOff() {
        if (lying != null) {
            lying.close();
        }
    }

    private String lay(VirtualCard card) throws Exception {
        var name =
                PcscReaders.list().stream()
                        .filter(each -> each.startsWith(PcscDaemon.ACR122))
                        .findFirst();
        needs(name.isPresent(), "a pcscd that these tests start themselves; another one runs");
        needs(
                ForeignClient.hasLibnfc(),
                "libfreefare over a libnfc with PC/SC, which scripts/libnfc-pcsc.sh builds");
        lying = VirtualReader.layAt(card, name.get(), PcscDaemon.ACR122_PORT);
        try (var link = lying.connect(WAIT)) {
            assertThat(link.atr()).isEqualTo(card.atr());
        }
        return name.get();
    }

    private Said foreign(String reader, String... command) throws Exception {
        var said = new ForeignClient(folder, "acr122_pcsc:" + reader).run(command);
        needs(said.status() != -1, "libfreefare-bin and libnfc-bin (" + command[0] + ")");
        return said;
    }

    @Test
    void weReadTheDirectoryThatLibfreefareWrote() throws Exception {
        String name = lay(VirtualStorageCard.classic(ClassicSize.ONE_K, FOUR));
        Path message = Files.write(folder.resolve("message"), GREETING);

        var said = foreign(name, "mifare-classic-write-ndef", "-y", "-i", message.toString());

        assertThat(said.status()).as(said.output() + said.errors()).isZero();
        assertThat(new Recogniser().look(lying, WAIT).contents())
                .isEqualTo(new Contents.Others(List.of("E103")));
    }

    @Test
    void libfreefareReadsTheMessageThatWeWrote() throws Exception {
        String name = lay(VirtualStorageCard.classic(ClassicSize.ONE_K, FOUR));
        writeMessage(lying);

        Path read = folder.resolve("read");
        var said = foreign(name, "mifare-classic-read-ndef", "-y", "-o", read.toString());

        assertThat(said.status()).as(said.output() + said.errors()).isZero();
        assertThat(Files.readAllBytes(read)).isEqualTo(GREETING);
    }

    private static void writeMessage(CardReader reader) throws Exception {
        byte[] keyB = ClassicCard.factoryKey();
        try (var link = reader.connect(WAIT)) {
            var card = new ClassicCard(link, ClassicSize.ONE_K);
            assertThat(card.open(1, AccessBits.Key.A, ClassicCard.factoryKey())).isTrue();
            byte[] wrapped = Bytes.join(Bytes.of(3, GREETING.length), GREETING, Bytes.of(0xFE));
            card.write(4, Arrays.copyOf(wrapped, ClassicSize.BLOCK));
            card.write(new SectorTrailer(NDEF_KEY, AccessBits.of(0, 0, 0, 3), 0x40, keyB));
            List<Integer> applications = new ArrayList<>(Collections.nCopies(15, 0));
            applications.set(0, ApplicationDirectory.NDEF);
            byte[] directory = new ApplicationDirectory(1, applications).first();
            assertThat(card.open(0, AccessBits.Key.A, ClassicCard.factoryKey())).isTrue();
            card.write(1, Bytes.slice(directory, 0, 16));
            card.write(2, Bytes.slice(directory, 16, 16));
            card.write(
                    new SectorTrailer(
                            ClassicCard.directoryKey(), AccessBits.READ_A_WRITE_B, 0xC1, keyB));
        }
    }

    @Test
    void libfreefareNamesOurUltralight() throws Exception {
        String name =
                lay(
                        VirtualStorageCard.ultralight(
                                UltralightType.ULTRALIGHT, new Uid("04A1B2C3D4E5F6")));

        var said = foreign(name, "mifare-ultralight-info");

        assertThat(said.output()).as(said.errors()).contains("04a1b2c3d4e5f6");
    }

    @Test
    void libnfcDumpsTheTagThatOurPlanWrote() throws Exception {
        var plan = SamplePlans.ntag();
        String name = lay(DryRun.blank(plan, new Random(3)));
        var encoder = MediumEncoder.of(new CardDesk(folder, "rathaus").keys, plan);
        var uid = encoder.identify(CardDesk.CLERK, lying, WAIT).uid();
        var facts = Optional.of(CardFacts.of(CardDesk.NUMBER));
        encoder.encode(CardDesk.CLERK, lying, WAIT, uid, facts, Step.Log.none());
        byte[] ours = encoder.verify(CardDesk.CLERK, lying, WAIT, uid, facts).getFirst().bytes();

        Path dump = folder.resolve("dump");
        var said = foreign(name, "nfc-mfultralight", "r", dump.toString());

        assertThat(Files.exists(dump)).as(said.output() + said.errors()).isTrue();
        byte[] pages = Files.readAllBytes(dump);
        assertThat(Arrays.copyOfRange(pages, 16, 16 + ours.length)).isEqualTo(ours);
        assertThat(new String(pages, StandardCharsets.US_ASCII)).contains("id.example/0001234-02");
    }

    private static void needs(boolean here, String what) {
        if (!here) {
            LOG.warn("SKIPPED: needs {}", what);
        }
        Assumptions.assumeTrue(here, "SKIPPED: needs " + what);
    }
}
