package app.lodge.personalization.cards;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static app.lodge.personalization.cards.CardDesk.UID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKey;
import app.lodge.core.keys.CardKeys.FinishOutcome.Authenticated;
import app.lodge.personalization.cards.DesfireFiles.LimitedCredit;
import app.lodge.personalization.cards.DesfireFiles.ValueLimits;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualDesfire.Generation;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file command in plain, MAC and enciphered mode, under EV1's and EV2's secure messaging.
@Tag("ID-40")
@Tag("CHAIN-29")
class DesfireFilesTest {

    private static final String AID = "123456";
    private static final CardKey KEY = new CardKey.FactoryAes(0);
    private static final FileRights RIGHTS = new FileRights(1, 1, 0, 0);
    private static final int DATA = 1;
    private static final int VALUE = 2;
    private static final int LINEAR = 3;
    private static final int CYCLIC = 4;
    private static final int STANDARD = 5;
    private static final int BOUNDARY = 0xBE;
    private static final int NOT_ALLOWED = 0xAE;

    @TempDir private Path folder;
    private CardDesk desk;

    @BeforeEach
    void setUp() throws Exception {
        desk = new CardDesk(folder, "rathaus");
    }

    static Stream<Arguments> everyWay() {
        return Stream.of(Generation.EV1, Generation.EV2, Generation.EV3)
                .flatMap(generation ->
                        Arrays.stream(CommMode.values())
                                .map(mode -> Arguments.of(generation, mode)));
    }

    private DesfireFiles files(Generation generation, CommMode mode) throws Exception {
        var card = VirtualDesfire.blank(generation, UID, new Random(7));
        desk.reader.insert(card);
        var link = desk.reader.connect(CardDesk.SOON);
        new DesfireLink(link)
                .send(Instruction.CREATE_APPLICATION, Aid.wire(AID), Bytes.of(0x0F, 0x83))
                .orRefuse("CreateApplication");
        var talk = DesfireTalk.on(link, desk.keys, CLERK);
        assertThat(talk.select(AID)).isTrue();
        var files = talk.open(KEY);
        files.createBackup(DATA, mode, RIGHTS, 100);
        files.createValue(
                VALUE, mode, RIGHTS, new ValueLimits(0, 10_000, 500, LimitedCredit.ALLOWED));
        files.createLinear(LINEAR, mode, RIGHTS, 40, 3);
        files.createCyclic(CYCLIC, mode, RIGHTS, 40, 3);
        files.createStandard(STANDARD, mode, RIGHTS, 100);
        return files;
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void writesReadsAndCommits(Generation generation, CommMode mode) throws Exception {
        var files = files(generation, mode);
        byte[] long70 = bytes(70, 9);

        files.writeData(DATA, mode, 3, long70);
        files.writeData(STANDARD, mode, 0, long70);
        files.credit(VALUE, mode, 300);
        files.debit(VALUE, mode, 100);
        files.writeRecord(LINEAR, mode, 0, bytes(40, 1));
        files.writeRecord(CYCLIC, mode, 0, bytes(40, 2));
        assertThat(files.readData(DATA, mode, 3, 70)).as("not yet").isEqualTo(new byte[70]);
        assertThat(files.readData(STANDARD, mode, 0, 70)).as("at once").isEqualTo(long70);
        assertThat(files.getValue(VALUE, mode)).isEqualTo(500);
        files.commit();

        assertThat(files.readData(DATA, mode, 3, 70)).isEqualTo(long70);
        assertThat(files.getValue(VALUE, mode)).isEqualTo(700);
        assertThat(files.readRecords(LINEAR, mode, 0, 1, 40)).containsExactly(bytes(40, 1));
        assertThat(files.recordCount(CYCLIC)).isEqualTo(1);
        assertThat(files.fileNumbers()).containsExactly(1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void aRingKeepsTheNewestAndALineRefuses(Generation generation, CommMode mode) throws Exception {
        var files = files(generation, mode);
        for (int n = 1; n <= 5; n++) {
            files.writeRecord(CYCLIC, mode, 0, bytes(20, n));
            files.writeRecord(CYCLIC, mode, 20, bytes(20, n));
            files.commit();
        }
        assertThat(files.readRecords(CYCLIC, mode, 0, 3, 40))
                .containsExactly(bytes(40, 3), bytes(40, 4), bytes(40, 5));
        assertThat(files.readRecords(CYCLIC, mode, 1, 1, 40)).containsExactly(bytes(40, 4));

        for (int n = 1; n <= 3; n++) {
            files.writeRecord(LINEAR, mode, 0, bytes(40, n));
            files.commit();
        }
        files.clearRecords(LINEAR);
        files.commit();
        assertThat(files.recordCount(LINEAR)).isZero();
        for (int n = 1; n <= 3; n++) {
            files.writeRecord(LINEAR, mode, 0, bytes(40, n));
            files.commit();
        }
        assertThat(status(() -> files.writeRecord(LINEAR, mode, 0, bytes(40, 4))))
                .isEqualTo(BOUNDARY);
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void abortUndoesAll(Generation generation, CommMode mode) throws Exception {
        var files = files(generation, mode);
        files.debit(VALUE, mode, 100);
        files.writeData(DATA, mode, 0, bytes(10, 1));
        files.abort();

        assertThat(files.getValue(VALUE, mode)).isEqualTo(500);
        assertThat(files.readData(DATA, mode, 0, 10)).isEqualTo(new byte[10]);
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void limitedCreditGivesBackTheLastDebitOnceAndNoMore(Generation generation, CommMode mode)
            throws Exception {
        var files = files(generation, mode);
        files.debit(VALUE, mode, 150);
        files.commit();
        files.limitedCredit(VALUE, mode, 100);
        files.commit();

        assertThat(files.getValue(VALUE, mode)).isEqualTo(450);
        assertThat(status(() -> files.limitedCredit(VALUE, mode, 50))).isEqualTo(BOUNDARY);
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void aKeyThatMayOnlyWriteNeverCredits(Generation generation, CommMode mode) throws Exception {
        files(generation, mode);
        var link = desk.reader.connect(CardDesk.SOON);
        var talk = DesfireTalk.on(link, desk.keys, CLERK);
        talk.select(AID);
        var files = talk.open(new CardKey.FactoryAes(1));
        files.debit(VALUE, mode, 1);
        files.commit();

        assertThat(status(() -> files.credit(VALUE, mode, 1))).isEqualTo(NOT_ALLOWED);
    }

    @Test
    void refusesAnAmountBelowZeroBeforeItReachesTheCard() throws Exception {
        var files = files(Generation.EV2, CommMode.FULL);

        assertThatThrownBy(() -> files.credit(VALUE, CommMode.FULL, -1)).hasMessageContaining("-1");
    }

    /// AN12343, tables 23 to 26: the session's keys, one write and one read each.
    @Test
    void speaksAn12343sExamplesByteForByte() throws Exception {
        byte[] written = bytes(25, 0x22);
        byte[] read = Arrays.copyOf(written, 48);
        var mac =
                new Scripted(
                        "8D00000000190000" + "22".repeat(25) + "68F2C28C575A1628",
                        "0820F68898C2A7F1",
                        "AD000000003000000D9BE191D5960834",
                        "22".repeat(25) + "00".repeat(23) + "A49A44222D926666");
        talks(
                mac,
                session("", "9366FA195EB566F5BD2BAD4020B83002", "E2D3AF69"),
                CommMode.MAC,
                written,
                read);
        var full =
                new Scripted(
                        "8D00000000190000D7446FBC912580C0A65E738D28B609E43ADBB8FB2B4CA68744D1BBEBB37EBD32"
                                + "700ADF7BB9F62A6C",
                        "B9A534A7A73EE0DD",
                        "AD000000003000007CF94F122B3DB05F",
                        "8848D0F9B9FD4495770C89925B2A85C7274D350FA9029C484D43804886662DC4"
                                + "2D7F40A6D7A415E4A71EFF79EB8E5721AC3BF1CAAFE8EB2CAA2DC162E67A97A3"
                                + "8ED7888F22B3A587");
        talks(
                full,
                session(
                        "FFBCFE1F41840A09C9A88D0A4B10DF05",
                        "37E7234B11BEBEFDE41A8F290090EF80",
                        "CD73D8E5"),
                CommMode.FULL,
                written,
                read);
    }

    private static void talks(
            Scripted card, Authenticated session, CommMode mode, byte[] written, byte[] read)
            throws DeviceException {
        var channel = new Ev2Session(new DesfireLink(card), session);
        byte[] write = Bytes.of(0, 0, 0, 0, 25, 0, 0);
        channel.file(Instruction.WRITE_DATA_CHAINED, mode, write, written, 0);
        byte[] header = Bytes.of(0, 0, 0, 0, 48, 0, 0);
        assertThat(channel.file(Instruction.READ_DATA_CHAINED, mode, header, new byte[0], 48))
                .isEqualTo(read);
    }

    private static Authenticated session(String encryption, String mac, String transaction) {
        var hex = HexFormat.of();
        return new Authenticated(
                "", hex.parseHex(encryption), hex.parseHex(mac), hex.parseHex(transaction));
    }

    /// A card that knows one conversation, without its framing.
    private static final class Scripted implements CardLink {

        private final Deque<String> lines;
        private String collected = "";

        Scripted(String... lines) {
            this.lines = new ArrayDeque<>(List.of(lines));
        }

        @Override
        public byte[] atr() {
            return new byte[0];
        }

        @Override
        public byte[] transmit(byte[] apdu) {
            var hex = HexFormat.of().withUpperCase();
            byte[] data = apdu.length > 5 ? Bytes.slice(apdu, 5, apdu[4] & 0xFF) : new byte[0];
            boolean more = (apdu[1] & 0xFF) == 0xAF;
            collected += (more ? "" : hex.formatHex(Bytes.of(apdu[1]))) + hex.formatHex(data);
            if (collected.length() < lines.getFirst().length()) {
                return Bytes.of(0x91, 0xAF);
            }
            assertThat(collected).isEqualTo(lines.removeFirst());
            collected = "";
            return Bytes.join(hex.parseHex(lines.removeFirst()), Bytes.of(0x91, 0x00));
        }

        @Override
        public void close() {}
    }

    private static byte[] bytes(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static int status(Work work) {
        var fault = catchThrowableOfType(DeviceException.class, work::run).fault();
        return ((DeviceFault.CardRefused) fault).status();
    }

    private interface Work {
        void run() throws DeviceException;
    }
}
