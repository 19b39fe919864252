package app.lodge.personalization.cards;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.media.Uid;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.ultralight.UltralightType;
import app.lodge.personalization.virtual.VirtualCard;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualDesfire.Generation;
import app.lodge.personalization.virtual.VirtualReader;
import app.lodge.personalization.virtual.VirtualStorageCard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// libfreefare's own tests, unchanged, on our virtual cards through the real pcscd: they were written
/// against NXP's chips, so a virtual card that passes them answers as those did. The programs come from
/// `scripts/libfreefare-tests.sh`.
@Tag("ID-47")
@ExtendWith(PcscDaemon.class)
class LibfreefareSuitesTest {

    private static final Logger LOG = LoggerFactory.getLogger(LibfreefareSuitesTest.class);
    private static final Path SUITES = Path.of("..", "target", "peers", "libfreefare-tests");
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Uid SEVEN = new Uid("04A1B2C3D4E5F6");
    private static final Uid FOUR = new Uid("DEADBEEF");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mad",
                "tlv",
                "mifare_application",
                "mifare_classic_create_trailer_block",
                "mifare_classic_sector_boundaries",
                "mifare_desfire_aes",
                "mifare_desfire_aid",
                "mifare_desfire_des",
                "mifare_desfire_key"
            })
    void theSuitesWithoutACardPassInThisBuild(String suite) throws Exception {
        needs(Files.exists(SUITES.resolve("complete")), "scripts/libfreefare-tests.sh to have run");
        passes(new ForeignClient(folder, "none"), suite, 1);
    }

    @Test
    void theSuiteForDesfirePassesOnAVirtualCard() throws Exception {
        passesOn(VirtualDesfire.blank(Generation.EV1, SEVEN, new Random(1)), "mifare_desfire", 5);
    }

    @Test
    void theSuiteForDesfireEv1PassesOnAVirtualCard() throws Exception {
        passesOn(
                VirtualDesfire.blank(Generation.EV1, SEVEN, new Random(1)),
                "mifare_desfire_ev1",
                7);
    }

    @Test
    void theSuiteForDesfireEv1PassesOnAVirtualEv3() throws Exception {
        passesOn(
                VirtualDesfire.blank(Generation.EV3, SEVEN, new Random(1)),
                "mifare_desfire_ev1",
                7);
    }

    @Test
    void theSuiteForClassicPassesOnAVirtual1k() throws Exception {
        passesOn(
                VirtualStorageCard.classic(ClassicSize.ONE_K, FOUR),
                "mifare_classic",
                11,
                // "MADv2 requires a MIFARE Classic 4K to be tested"
                "test_mifare_classic_mad");
    }

    @Test
    void theSuiteForClassicPassesOnAVirtual4k() throws Exception {
        passesOn(VirtualStorageCard.classic(ClassicSize.FOUR_K, FOUR), "mifare_classic", 11);
    }

    @Test
    void theSuiteForUltralightPassesOnAVirtualUltralight() throws Exception {
        passesOn(
                VirtualStorageCard.ultralight(UltralightType.ULTRALIGHT, SEVEN),
                "mifare_ultralight",
                8,
                // "skipped on Ultralight": the chip has no such authentication
                "test_mifare_ultralightc_authenticate");
    }

    @Test
    void theSuiteForUltralightPassesOnAVirtualUltralightC() throws Exception {
        passesOn(
                VirtualStorageCard.ultralight(UltralightType.ULTRALIGHT_C, SEVEN),
                "mifare_ultralight",
                8,
                // "last page skipped on UltralightC"
                "test_mifare_ultralight_cache_wrap");
    }

    private void passesOn(VirtualDesfire card, String suite, int tests, String... omitted)
            throws Exception {
        passesOn(card, VirtualReader.PCSC_NAME, 35963, "pcsc:", suite, tests, omitted);
    }

    private void passesOn(VirtualStorageCard card, String suite, int tests, String... omitted)
            throws Exception {
        var name =
                PcscReaders.list().stream()
                        .filter(each -> each.startsWith(PcscDaemon.ACR122))
                        .findFirst();
        needs(name.isPresent(), "a pcscd that these tests start themselves; another one runs");
        passesOn(card, name.get(), PcscDaemon.ACR122_PORT, "acr122_pcsc:", suite, tests, omitted);
    }

    private void passesOn(
            VirtualCard card,
            String reader,
            int port,
            String driver,
            String suite,
            int tests,
            String... omitted)
            throws Exception {
        needs(ForeignClient.hasLibnfc(), "a libnfc with PC/SC (scripts/libnfc-pcsc.sh)");
        needs(Files.exists(SUITES.resolve("complete")), "scripts/libfreefare-tests.sh to have run");
        try (var lying = VirtualReader.layAt(card, reader, port)) {
            try (var link = lying.connect(WAIT)) {
                assertThat(link.atr()).isEqualTo(card.atr());
            }
            passes(new ForeignClient(folder, driver + reader), suite, tests, omitted);
        }
    }

    private static void passes(ForeignClient client, String suite, int tests, String... omitted)
            throws Exception {
        var said = client.run(SUITES.resolve(suite).toRealPath().toString());
        LOG.info("{}\n{}", suite, said.output());
        assertThat(said.status()).as(said.output() + said.errors()).isZero();
        assertThat(said.output().lines().filter(line -> !line.startsWith("PASS ")))
                .as(said.output() + said.errors())
                .allMatch(line -> List.of(omitted).contains(line.split(" ")[1]));
        assertThat(said.output().lines().count()).isGreaterThanOrEqualTo(tests);
    }

    private static void needs(boolean here, String what) {
        if (!here) {
            LOG.warn("SKIPPED: needs {}", what);
        }
        Assumptions.assumeTrue(here, "SKIPPED: needs " + what);
    }
}
