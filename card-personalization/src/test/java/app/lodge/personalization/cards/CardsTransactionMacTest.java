package app.lodge.personalization.cards;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static app.lodge.personalization.cards.CardDesk.UID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKey;
import app.lodge.personalization.cards.DesfireFiles.LimitedCredit;
import app.lodge.personalization.cards.DesfireFiles.Proof;
import app.lodge.personalization.cards.DesfireFiles.ValueLimits;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualDesfire.Generation;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a card says of its own transactions, checked by the vault alone.
@Tag("CHAIN-14")
@Tag("CHAIN-15")
class CardsTransactionMacTest {

    private static final String AID = "123456";
    private static final CardKey MASTER = new CardKey.FactoryAes(0);
    private static final FileRights RIGHTS = new FileRights(1, 1, 0, 0);
    private static final int VALUE = 2;
    private static final int RECORDS = 3;
    private static final int PROOF = 15;
    private static final int VERSION = 1;

    @TempDir private Path folder;
    private CardDesk desk;
    private VirtualDesfire card;

    @BeforeEach
    void setUp() throws Exception {
        desk = new CardDesk(folder, "rathaus");
        card = VirtualDesfire.blank(Generation.EV2, UID, new Random(7));
    }

    private DesfireTalk application(FileRights proofRights) throws Exception {
        desk.reader.insert(card);
        var link = desk.reader.connect(CardDesk.SOON);
        new DesfireLink(link)
                .send(Instruction.CREATE_APPLICATION, Aid.wire(AID), Bytes.of(0x0F, 0x83))
                .orRefuse("CreateApplication");
        var talk = DesfireTalk.on(link, desk.keys, CLERK);
        talk.select(AID);
        talk.createTransactionMac(AID, MASTER, PROOF, CommMode.MAC, proofRights, VERSION);
        var files = talk.open(MASTER);
        files.createValue(
                VALUE,
                CommMode.FULL,
                RIGHTS,
                new ValueLimits(0, 10_000, 500, LimitedCredit.ALLOWED));
        files.createCyclic(RECORDS, CommMode.MAC, RIGHTS, 16, 3);
        return talk;
    }

    private static Proof pay(DesfireFiles files, int amount) throws Exception {
        files.getValue(VALUE, CommMode.FULL);
        files.debit(VALUE, CommMode.FULL, amount);
        files.writeRecord(RECORDS, CommMode.MAC, 0, Bytes.join(Bytes.of(amount), new byte[15]));
        return files.commitWithProof();
    }

    private static FileRights free() {
        return new FileRights(0, FileRights.NEVER, FileRights.NEVER, 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Generation.class,
            names = {"EV2", "EV3"})
    void everyTransactionCountsAndIsVouchedFor(Generation generation) throws Exception {
        card = VirtualDesfire.blank(generation, UID, new Random(7));
        var talk = application(free());

        var first = pay(talk.open(MASTER), 30);
        var files = talk.open(MASTER);
        var second = pay(files, 40);

        assertThat(first.counter()).isEqualTo(1);
        assertThat(second.counter()).isEqualTo(2);
        assertThat(talk.vouchedFor(AID, VERSION, first)).isTrue();
        assertThat(talk.vouchedFor(AID, VERSION, second)).isTrue();
        assertThat(files.readData(PROOF, CommMode.MAC, 0, 12))
                .isEqualTo(Bytes.join(Bytes.littleEndian(2, 4), second.value()));
    }

    @Test
    void aChangedAmountCounterOrVersionIsNotVouchedFor() throws Exception {
        var talk = application(free());
        var proof = pay(talk.open(MASTER), 30);
        byte[] input = proof.input();
        input[18] ^= 1;

        assertThat(talk.vouchedFor(AID, VERSION, new Proof(1, proof.value(), input))).isFalse();
        assertThat(talk.vouchedFor(AID, VERSION, new Proof(2, proof.value(), proof.input())))
                .isFalse();
        assertThat(talk.vouchedFor(AID, VERSION + 1, proof)).isFalse();
        assertThat(talk.vouchedFor(AID, VERSION, new Proof(0, proof.value(), proof.input())))
                .isFalse();
    }

    @Test
    void aCardThatWasRolledBackRepeatsACounter() throws Exception {
        Path file = folder.resolve("card");
        Path copy = folder.resolve("copy");
        card = VirtualDesfire.keptIn(file, Generation.EV2, UID, new Random(7));
        var talk = application(free());
        pay(talk.open(MASTER), 1);
        java.nio.file.Files.copy(file, copy);
        var real = pay(talk.open(MASTER), 30);

        var rolledBack = VirtualDesfire.keptIn(copy, Generation.EV2, UID, new Random(8));
        desk.reader.insert(rolledBack);
        var again = DesfireTalk.on(desk.reader.connect(CardDesk.SOON), desk.keys, CLERK);
        again.select(AID);
        var repeated = pay(again.open(MASTER), 50);

        assertThat(repeated.counter()).isEqualTo(real.counter());
        assertThat(repeated.value()).isNotEqualTo(real.value());
        assertThat(again.vouchedFor(AID, VERSION, repeated)).isTrue();
    }

    @Test
    void anAbortedTransactionDoesNotCount() throws Exception {
        var talk = application(free());
        var files = talk.open(MASTER);
        files.debit(VALUE, CommMode.FULL, 100);
        files.abort();

        var proof = pay(files, 30);

        assertThat(proof.counter()).isEqualTo(1);
        assertThat(talk.vouchedFor(AID, VERSION, proof)).isTrue();
    }

    @Test
    void aReaderMustNameItselfWhereTheFileSaysSo() throws Exception {
        var talk = application(new FileRights(1, FileRights.NEVER, 0, 0));
        assertThatThrownBy(() -> pay(talk.open(MASTER), 30)).isInstanceOf(DeviceException.class);

        var files = talk.open(MASTER);
        files.debit(VALUE, CommMode.FULL, 30);
        byte[] before = files.nameReader(Bytes.join(new byte[15], Bytes.of(7)));
        var proof = files.commitWithProof();

        assertThat(before).hasSize(16);
        assertThat(talk.vouchedFor(AID, VERSION, proof)).isTrue();
    }

    @Test
    void anEv1CardHasNone() {
        card = VirtualDesfire.blank(Generation.EV1, UID, new Random(7));

        assertThatThrownBy(() -> application(free())).isInstanceOf(DeviceException.class);
    }
}
