package app.lodge.personalization.plus;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.BlockCipher;
import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.classic.ClassicSize;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A MIFARE Plus card: personalised in level 0, then read and written in level 3. Blocks are those of
/// MIFARE Classic; each sector has two AES keys. After any refusal the session is over.
public final class PlusCard {

    /// Keys that level 3 needs before {@link #commit}.
    public static final int CARD_MASTER = 0x9000;

    public static final int CARD_CONFIGURATION = 0x9001;
    public static final int LEVEL_3_SWITCH = 0x9003;
    private static final int SECTOR_KEYS = 0x4000;

    private static final int WRITE_PERSO = 0xA8;
    private static final int COMMIT_PERSO = 0xAA;
    private static final int FIRST = 0x70;
    private static final int SECOND_PART = 0x72;
    private static final int FOLLOWING = 0x76;
    private static final int READ_SEALED = 0x31;
    private static final int READ_PLAIN = 0x33;
    private static final int WRITE_SEALED = 0xA1;
    private static final int WRITE_PLAIN = 0xA3;
    private static final int INCREMENT_TRANSFER = 0xB7;
    private static final int DECREMENT_TRANSFER = 0xB9;
    private static final int KEY = 16;

    private final PlusLink link;
    private final ClassicSize size;
    private final RandomGenerator random;
    private @Nullable PlusKeys session;
    private byte[] transaction = new byte[0];
    private int reads;
    private int writes;

    public PlusCard(CardLink link, ClassicSize size) {
        this(link, size, new SecureRandom());
    }

    PlusCard(CardLink link, ClassicSize size, RandomGenerator random) {
        this.link = new PlusLink(link);
        this.size = size;
        this.random = random;
    }

    /// How a block travels; always with a MAC both ways.
    public enum Travel {
        PLAIN,
        SEALED
    }

    /// Which of a sector's keys.
    public enum Side {
        A,
        B
    }

    /// The number of a sector's AES key.
    public static int sectorKey(int sector, Side side) {
        return SECTOR_KEYS + 2 * sector + side.ordinal();
    }

    /// What keys are that were not written in level 0.
    public static byte[] factoryKey() {
        byte[] ones = new byte[KEY];
        Arrays.fill(ones, (byte) 0xFF);
        return ones;
    }

    /// Writes a key or block while the card is in level 0, in plain.
    ///
    /// @param number of a key, or of a block
    public void personalise(int number, byte[] sixteen) throws DeviceException {
        if (sixteen.length != KEY) {
            throw new IllegalArgumentException("Keys and blocks are 16 bytes: " + sixteen.length);
        }
        link.send(WRITE_PERSO, Bytes.littleEndian(number, 2), sixteen).orRefuse("WritePerso");
    }

    /// Ends level 0 for ever. The card must have its master and switch keys; take it off the reader
    /// afterwards.
    ///
    /// @param again the same number of the card once more, from whoever decides
    public void commit(Uid card, Uid again) throws DeviceException {
        if (!card.equals(again)) {
            throw new IllegalArgumentException(
                    "%s leaves level 0 only if that is asked twice".formatted(card.hex()));
        }
        link.send(COMMIT_PERSO).orRefuse("CommitPerso");
    }

    /// Opens what a key opens; the first time since the card lies here. Counters begin anew.
    ///
    /// @return whether the card took the key
    /// @throws DeviceException with AnswerForged if the card did not have it itself
    public boolean authenticateFirst(int number, byte[] key) throws DeviceException {
        session = null;
        var challenge = link.send(FIRST, Bytes.littleEndian(number, 2), new byte[1]);
        return challenge.status() == PlusLink.DONE && proven(challenge.data(), key, true);
    }

    /// Another key within the same session.
    public boolean authenticateNext(int number, byte[] key) throws DeviceException {
        if (transaction.length == 0) {
            throw new IllegalStateException("There was no first authentication");
        }
        var challenge = link.send(FOLLOWING, Bytes.littleEndian(number, 2));
        return challenge.status() == PlusLink.DONE && proven(challenge.data(), key, false);
    }

    private boolean proven(byte[] challenge, byte[] key, boolean first) throws DeviceException {
        if (challenge.length != KEY) {
            throw forged("Authenticate");
        }
        var cipher = BlockCipher.aes(key);
        byte[] zero = new byte[KEY];
        byte[] rndB = cipher.decrypt(zero, challenge);
        byte[] rndA = new byte[KEY];
        random.nextBytes(rndA);
        byte[] token = cipher.encrypt(zero, Bytes.join(rndA, Bytes.rotateLeft(rndB)));
        var answer = link.send(SECOND_PART, token);
        if (answer.status() != PlusLink.DONE) {
            return false;
        }
        int wanted = first ? 2 * KEY : KEY;
        if (answer.data().length != wanted) {
            throw forged("Authenticate");
        }
        byte[] plain = cipher.decrypt(zero, answer.data());
        byte[] proof = Bytes.slice(plain, first ? 4 : 0, KEY);
        if (!MessageDigest.isEqual(proof, Bytes.rotateLeft(rndA))) {
            throw forged("Authenticate");
        }
        if (first) {
            transaction = Bytes.slice(plain, 0, 4);
            reads = 0;
            writes = 0;
        }
        session = new PlusKeys(key, rndA, rndB, transaction);
        return true;
    }

    /// @return whole blocks; none may be a trailer's
    public byte[] read(int block, int count, Travel travel) throws DeviceException {
        var keys = open();
        int command = travel == Travel.SEALED ? READ_SEALED : READ_PLAIN;
        byte[] header = Bytes.join(Bytes.littleEndian(block, 2), Bytes.of(count));
        byte[] mac = keys.mac(command, reads, header);
        byte[] answer = answered("Read", link.send(command, header, mac));
        reads++;
        int length = count * ClassicSize.BLOCK;
        if (answer.length != length + PlusKeys.MAC) {
            throw forged("Read");
        }
        byte[] content = Bytes.slice(answer, 0, length);
        byte[] right = keys.mac(PlusLink.DONE, reads, header, content);
        if (!MessageDigest.isEqual(Bytes.slice(answer, length, PlusKeys.MAC), right)) {
            throw forged("Read");
        }
        return travel == Travel.SEALED ? keys.openAnswer(reads, writes, content) : content;
    }

    /// @param content of one block
    public void write(int block, byte[] content, Travel travel) throws DeviceException {
        if (content.length != ClassicSize.BLOCK || block <= 0 || block >= size.blocks()) {
            throw new IllegalArgumentException(
                    "Block %d takes no %d bytes".formatted(block, content.length));
        }
        boolean sealed = travel == Travel.SEALED;
        byte[] wire = sealed ? open().sealCommand(reads, writes, content) : content;
        change("Write", sealed ? WRITE_SEALED : WRITE_PLAIN, Bytes.littleEndian(block, 2), wire);
    }

    /// Puts the sum of a value block into another (or the same).
    ///
    /// @param amount 0 or more
    public void increment(int from, int to, int amount) throws DeviceException {
        value("IncrementTransfer", INCREMENT_TRANSFER, from, to, amount);
    }

    /// @param amount 0 or more
    public void decrement(int from, int to, int amount) throws DeviceException {
        value("DecrementTransfer", DECREMENT_TRANSFER, from, to, amount);
    }

    private void value(String name, int command, int from, int to, int amount)
            throws DeviceException {
        if (amount < 0) {
            throw new IllegalArgumentException("Amount %d is below zero".formatted(amount));
        }
        byte[] plain = Bytes.join(Bytes.littleEndian(amount, 4), Bytes.of(0x80), new byte[KEY - 5]);
        byte[] blocks = Bytes.join(Bytes.littleEndian(from, 2), Bytes.littleEndian(to, 2));
        change(name, command, blocks, open().sealCommand(reads, writes, plain));
    }

    /// Gives a key another value within a session that may (CARD_MASTER for the card's own).
    public void changeKey(int number, byte[] key) throws DeviceException {
        if (key.length != KEY) {
            throw new IllegalArgumentException("A key is 16 bytes, not " + key.length);
        }
        change(
                "WriteKey",
                WRITE_SEALED,
                Bytes.littleEndian(number, 2),
                open().sealCommand(reads, writes, key));
    }

    private void change(String name, int command, byte[] header, byte[] wire)
            throws DeviceException {
        var keys = open();
        byte[] mac = keys.mac(command, writes, header, wire);
        byte[] answer = answered(name, link.send(command, header, wire, mac));
        writes++;
        if (!MessageDigest.isEqual(answer, keys.mac(PlusLink.DONE, writes))) {
            throw forged(name);
        }
    }

    private byte[] answered(String name, PlusLink.Answer answer) throws DeviceException {
        if (answer.status() != PlusLink.DONE) {
            session = null;
        }
        return answer.orRefuse(name);
    }

    private PlusKeys open() {
        return Optional.ofNullable(session)
                .orElseThrow(() -> new IllegalStateException("No session is open"));
    }

    private static DeviceException forged(String command) {
        return new DeviceException(new DeviceFault.AnswerForged(command));
    }
}
