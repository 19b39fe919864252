package app.lodge.personalization.cards;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static app.lodge.personalization.cards.CardDesk.NUMBER;
import static app.lodge.personalization.cards.CardDesk.UID;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.doors.Json;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.OpenedVault;
import app.lodge.core.keys.PurseSlots;
import app.lodge.core.purse.PurseChange;
import app.lodge.core.purse.PurseKind;
import app.lodge.core.purse.PurseState;
import app.lodge.personalization.encoding.MediumEncoder;
import app.lodge.personalization.purse.DesfirePurse;
import app.lodge.personalization.purse.PurseEncoder;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A card that our encoder personalised, read through pcscd by clients that we did not write:
/// libfreefare (EV1's secure messaging), and Python on pyscard (EV2's, computed a second time from
/// the published documents). What they read is what our encoder meant.
@Tag("ID-40")
@Tag("CHAIN-08")
@Tag("CHAIN-12")
@ExtendWith(PcscDaemon.class)
class ForeignClientsTest {

    private static final Logger LOG = LoggerFactory.getLogger(ForeignClientsTest.class);
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int FILE = 1;
    private static final int LENGTH = CardContent.LENGTH + CardContent.MAC_LENGTH;

    @TempDir private Path folder;
    private ForeignClient foreign;
    private CardKeys keys;
    private OpenedVault vault;
    private VirtualReader reader;

    @BeforeEach
    void encodeACard() throws Exception {
        var desk = new CardDesk(folder, "rathaus");
        keys = desk.keys;
        foreign = new ForeignClient(folder);
        vault = new OpenedVault(folder.resolve("rathaus.lodge"), new byte[] {1});
        reader = VirtualReader.lay(CardDesk.blank());
        assertThat(reader.path()).isEqualTo("pcscd");
        desk.encoder.encode(CLERK, reader, WAIT, UID, NUMBER);
    }

    @AfterEach
    void takeTheCardOff() {
        reader.close();
    }

    @Test
    void libfreefareNamesAFactoryCard() throws Exception {
        needsLibnfc();
        reader.close();
        reader =
                VirtualReader.lay(
                        VirtualDesfire.blank(VirtualDesfire.Generation.EV1, UID, new Random(1)));

        var said = foreign.run("mifare-desfire-info");

        needs(said.status() != -1, "libfreefare-bin (mifare-desfire-info)");
        assertThat(said.output())
                .as(said.errors())
                .contains("Version information for tag")
                .contains("UID:                      0x04a1b2c3d4e5f6")
                .contains("Master Key settings (0x0f)");
    }

    @Test
    void libfreefareReadsTheIdWithTheCardsOwnKey() throws Exception {
        byte[] key = vault.cardKey(LodgeId.aid(), readSlot(), UID);

        var said = readByLibfreefare(key);

        assertThat(said.status()).as(said.errors()).isZero();
        byte[] content =
                new CardContent(NUMBER.person(), NUMBER.issueNumber(), 1, "rathaus").encode();
        assertThat(said.output()).startsWith(HEX.formatHex(content)).hasSize(2 * 48);
    }

    @Test
    void libfreefareIsRefusedWithAKeyThatIsOneBitOff() throws Exception {
        byte[] key = vault.cardKey(LodgeId.aid(), readSlot(), UID);
        key[15] ^= 1;

        var said = readByLibfreefare(key);

        assertThat(said.status()).as(said.errors()).isEqualTo(3);
        assertThat(said.errors()).contains("AE");
        assertThat(said.output()).isEmpty();
    }

    @Test
    void pythonReadsTheIdFromTheSitesMasterKeyAlone() throws Exception {
        var said = readByPython(vault.siteMaster());

        assertThat(said.status()).as(said.errors()).isZero();
        assertThat(Json.read(said.output().getBytes(), Map.class))
                .isEqualTo(
                        Map.of(
                                "uid", UID.hex(),
                                "generation", 2,
                                "layout", 1,
                                "person", 1234,
                                "issue", 2,
                                "keyVersion", 1,
                                "site", "rathaus",
                                "checkBytesRight", true));
    }

    @Test
    void pythonIsRefusedWithAnotherSitesMasterKey() throws Exception {
        byte[] master = vault.siteMaster().clone();
        master[0] ^= 1;

        var said = readByPython(master);

        assertThat(said.status()).as(said.errors()).isEqualTo(3);
        assertThat(said.output()).isEmpty();
    }

    @Test
    @Tag("CHAIN-18")
    void libfreefareReadsThePurseOfACardMadeByPlan() throws Exception {
        needsLibnfc();
        reader.close();
        reader = VirtualReader.lay(CardDesk.blank());
        var plan = ShippedPlans.withPurse();
        MediumEncoder.of(keys, plan)
                .encode(
                        CLERK,
                        reader,
                        WAIT,
                        UID,
                        Optional.of(CardFacts.of(NUMBER)),
                        Step.Log.none());
        var first = new PurseState(1, 978, null, 0, 0);
        new PurseEncoder(keys).encode(CLERK, reader, WAIT, UID, first, Integer.MAX_VALUE);
        var load =
                new PurseChange(
                        PurseKind.LOAD,
                        0,
                        1,
                        1,
                        Instant.parse("2026-11-22T20:00:00Z"),
                        1_234,
                        0,
                        978);
        new DesfirePurse(keys).change(CLERK, reader, WAIT, UID, load);

        byte[] credit = vault.cardKey(PurseSlots.APPLICATION, PurseSlots.CREDIT, UID);
        byte[] read = vault.cardKey(PurseSlots.APPLICATION, PurseSlots.READ, UID);
        var value = byLibfreefare(credit, PurseSlots.APPLICATION, PurseSlots.CREDIT, 1, 0);
        var state =
                byLibfreefare(read, PurseSlots.APPLICATION, PurseSlots.READ, 2, PurseState.LENGTH);

        assertThat(value.output()).as(value.errors()).isEqualTo("1234");
        assertThat(state.output())
                .as(state.errors())
                .isEqualTo(HEX.formatHex(first.at(1, 0).encode()));
    }

    private ForeignClient.Said readByLibfreefare(byte[] key) throws Exception {
        return byLibfreefare(key, LodgeId.aid(), readSlot(), FILE, LENGTH);
    }

    private ForeignClient.Said byLibfreefare(
            byte[] key, String application, int slot, int file, int length) throws Exception {
        needsLibnfc();
        var program = foreign.compiled("read_id_by_libfreefare.c");
        needs(program.isPresent(), "a C compiler and libfreefare-dev");
        Path keyFile = Files.writeString(folder.resolve("key.hex"), HEX.formatHex(key));
        return foreign.run(
                program.orElseThrow().toString(),
                keyFile.toString(),
                application,
                String.valueOf(slot),
                String.valueOf(file),
                String.valueOf(length));
    }

    private ForeignClient.Said readByPython(byte[] master) throws Exception {
        var missing =
                foreign.missingOfPython(
                        List.of("smartcard.System", "cryptography.hazmat.primitives.cmac"));
        needs(missing.isEmpty(), "python3-pyscard and python3-cryptography: " + missing);
        var site = new HashMap<String, Object>(vault.numbers());
        site.put("master", HEX.formatHex(master));
        site.put("siteId", vault.siteId());
        site.put("application", LodgeId.aid());
        site.put("keyNumber", readSlot());
        site.put("file", FILE);
        site.put("length", LENGTH);
        Path siteFile = Files.write(folder.resolve("site.json"), Json.bytes(site, Map.class));
        return foreign.run(
                ForeignClient.PYTHON,
                foreign.program("read_id_by_pyscard.py").toString(),
                siteFile.toString(),
                VirtualReader.PCSC_NAME);
    }

    private static int readSlot() {
        return LodgeId.READ;
    }

    private static void needsLibnfc() {
        needs(
                ForeignClient.hasLibnfc(),
                "libfreefare over a libnfc with PC/SC, which scripts/libnfc-pcsc.sh builds");
    }

    private static void needs(boolean here, String what) {
        if (!here) {
            LOG.warn("SKIPPED: needs {}", what);
        }
        Assumptions.assumeTrue(here, "SKIPPED: needs " + what);
    }
}
