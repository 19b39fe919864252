package app.lodge.personalization.virtual;

import app.lodge.core.keys.BlockCipher;
import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import app.lodge.personalization.classic.AccessBits;
import app.lodge.personalization.classic.AccessBits.DataRight;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.classic.ValueBlock;
import app.lodge.personalization.plus.PlusKeys;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A MIFARE Plus EV1 card in software: level 0 as the factory ships it, level 3 once committed. It
/// plays its reader too and answers `FF CA 00 00 00`.
public final class VirtualPlus implements VirtualCard {

    private static final byte[] FRESH =
            Bytes.of(0x3B, 0x87, 0x80, 0x01, 0xC1, 0x05, 0x2F, 0x2F, 0x00, 0x35, 0xC7, 0x30);
    private static final byte[] NOT_WRAPPED = Bytes.of(0x6E, 0x00);
    private static final int DONE = 0x90;
    private static final int NOT_ALLOWED = 0x06;
    private static final int WRONG_MAC = 0x08;
    private static final int NO_SUCH_BLOCK = 0x0A;
    private static final int NOT_NOW = 0x0B;
    private static final int WRONG_LENGTH = 0x0C;
    private static final int BLOCK = ClassicSize.BLOCK;
    private static final int NOTHING = -1;

    private final ClassicSize size;
    private final Uid uid;
    private final Random random;
    private final byte[][] blocks;
    private final VirtualPlusKeys keys;
    private byte[] signature = new byte[0];
    private boolean committed;
    private boolean levelThree;
    private int proving = NOTHING;
    private int open = NOTHING;
    private boolean first;
    private byte[] rndB = new byte[0];
    private byte[] transaction = new byte[0];
    private @Nullable PlusKeys session;
    private int reads;
    private int writes;

    private VirtualPlus(ClassicSize size, Uid uid, Random random) {
        this.size = size;
        this.keys = new VirtualPlusKeys(size);
        this.uid = uid;
        this.random = random;
        this.blocks = new byte[size.blocks()][BLOCK];
        for (int sector = 0; sector < size.sectors(); sector++) {
            System.arraycopy(
                    AccessBits.READ_A_WRITE_B.encode(), 0, blocks[size.trailer(sector)], 6, 3);
        }
    }

    /// A card in level 0.
    ///
    /// @param uid seven bytes
    /// @param random makes the card's challenges
    public static VirtualPlus blank(ClassicSize size, Uid uid, Random random) {
        return new VirtualPlus(size, uid, random);
    }

    /// Gives it what its maker signed of its number.
    public VirtualPlus signed(byte[] made) {
        signature = made.clone();
        return this;
    }

    @Override
    public Uid uid() {
        return uid;
    }

    @Override
    public byte[] atr() {
        return FRESH.clone();
    }

    @Override
    public synchronized void reset() {
        levelThree = committed;
        proving = NOTHING;
        transaction = new byte[0];
        end();
    }

    private void end() {
        session = null;
        open = NOTHING;
    }

    @Override
    public synchronized byte[] transmit(byte[] apdu) {
        if (apdu.length >= 4 && apdu[0] == (byte) 0xFF && apdu[1] == (byte) 0xCA) {
            return Bytes.join(uid.bytes(), Bytes.of(0x90, 0x00));
        }
        if (apdu.length < 5 || apdu[0] != (byte) 0x90) {
            return NOT_WRAPPED;
        }
        int length = apdu.length > 5 ? Math.min(apdu[4] & 0xFF, apdu.length - 5) : 0;
        try {
            byte[] answer = carriedOut(apdu[1] & 0xFF, Bytes.slice(apdu, 5, length));
            return Bytes.join(answer, Bytes.of(0x91, DONE));
        } catch (PlusRefusal refusal) {
            proving = NOTHING;
            end();
            return Bytes.of(0x91, refusal.status());
        }
    }

    private byte[] carriedOut(int command, byte[] data) {
        return switch (command) {
            case 0x60 -> version();
            case 0x3C -> {
                require(signature.length > 0, NOT_NOW);
                yield signature;
            }
            case 0xA8 -> personalise(data);
            case 0xAA -> commit();
            case 0x70 -> challenge(data, true);
            case 0x76 -> challenge(data, false);
            case 0x72 -> prove(data);
            case 0x31, 0x33 -> read(command, data);
            case 0xA1, 0xA3 -> write(command, data);
            case 0xB7, 0xB9 -> change(command, data);
            default -> throw new PlusRefusal(NOT_NOW);
        };
    }

    private byte[] version() {
        int storage = size == ClassicSize.FOUR_K ? 0x18 : 0x16;
        byte[] part = Bytes.of(0x04, 0x02, 0x01, 0x11, 0x00, storage, 0x04);
        byte[] batch = Bytes.of(0xBA, 0x5E, 0xBA, 0x11, 0x00, 0x47, 0x26);
        return Bytes.join(part, part, uid.bytes(), batch);
    }

    private static void require(boolean holds, int status) {
        if (!holds) {
            throw new PlusRefusal(status);
        }
    }

    private byte[] personalise(byte[] data) {
        require(!levelThree, NOT_NOW);
        require(data.length == 2 + BLOCK, WRONG_LENGTH);
        int number = (int) Bytes.littleEndian(data, 0, 2);
        byte[] value = Bytes.slice(data, 2, BLOCK);
        if (number < blocks.length) {
            require(number != 0, NOT_ALLOWED);
            blocks[number] = value;
        } else {
            require(keys.known(number), NO_SUCH_BLOCK);
            keys.put(number, value);
        }
        return new byte[0];
    }

    private byte[] commit() {
        require(!levelThree, NOT_NOW);
        require(keys.complete(), NOT_ALLOWED);
        committed = true;
        return new byte[0];
    }

    private byte[] challenge(byte[] data, boolean begins) {
        require(levelThree, NOT_NOW);
        require(data.length >= 2, WRONG_LENGTH);
        require(begins || transaction.length > 0, NOT_NOW);
        int number = (int) Bytes.littleEndian(data, 0, 2);
        require(keys.known(number), NO_SUCH_BLOCK);
        end();
        proving = number;
        first = begins;
        rndB = new byte[BLOCK];
        random.nextBytes(rndB);
        return BlockCipher.aes(keys.key(number)).encrypt(new byte[BLOCK], rndB);
    }

    private byte[] prove(byte[] token) {
        require(proving != NOTHING, NOT_NOW);
        require(token.length == 2 * BLOCK, WRONG_LENGTH);
        byte[] key = keys.key(proving);
        var cipher = BlockCipher.aes(key);
        byte[] plain = cipher.decrypt(new byte[BLOCK], token);
        boolean right = Arrays.equals(Bytes.slice(plain, BLOCK, BLOCK), Bytes.rotateLeft(rndB));
        require(right, NOT_ALLOWED);
        byte[] rndA = Bytes.slice(plain, 0, BLOCK);
        byte[] proof = Bytes.rotateLeft(rndA);
        if (first) {
            transaction = new byte[4];
            random.nextBytes(transaction);
            reads = 0;
            writes = 0;
            proof = Bytes.join(transaction, proof, new byte[12]);
        }
        session = new PlusKeys(key, rndA, rndB, transaction);
        open = proving;
        proving = NOTHING;
        return cipher.encrypt(new byte[BLOCK], proof);
    }

    private PlusKeys talking() {
        return Optional.ofNullable(session).orElseThrow(() -> new PlusRefusal(NOT_NOW));
    }

    private byte[] read(int command, byte[] data) {
        var talk = talking();
        require(data.length == 3 + PlusKeys.MAC, WRONG_LENGTH);
        byte[] header = Bytes.slice(data, 0, 3);
        check(talk.mac(command, reads, header), data, 3);
        int block = (int) Bytes.littleEndian(data, 0, 2);
        byte[] content = new byte[0];
        for (int i = 0; i < data[2]; i++) {
            content = Bytes.join(content, blocks[allowed(block + i, DataRight.READ)]);
        }
        reads++;
        byte[] wire = command == 0x31 ? talk.sealAnswer(reads, writes, content) : content;
        return Bytes.join(wire, talk.mac(DONE, reads, header, wire));
    }

    private static void check(byte[] mac, byte[] data, int at) {
        require(Arrays.equals(mac, Bytes.slice(data, at, PlusKeys.MAC)), WRONG_MAC);
    }

    private int allowed(int block, DataRight right) {
        require(block >= 0 && block < blocks.length, NO_SUCH_BLOCK);
        int sector = size.sectorOf(block);
        require(
                open >= VirtualPlusKeys.SECTOR_KEYS && open < VirtualPlusKeys.CARD_MASTER,
                NOT_ALLOWED);
        require((open - VirtualPlusKeys.SECTOR_KEYS) / 2 == sector, NOT_ALLOWED);
        require(block != size.trailer(sector), NOT_ALLOWED);
        var which =
                (open - VirtualPlusKeys.SECTOR_KEYS) % 2 == 0 ? AccessBits.Key.A : AccessBits.Key.B;
        var bits = AccessBits.decode(Bytes.slice(blocks[size.trailer(sector)], 6, 3));
        boolean may = bits.filter(it -> it.allows(which, size.group(block), right)).isPresent();
        require(may, NOT_ALLOWED);
        return block;
    }

    private byte[] write(int command, byte[] data) {
        var talk = talking();
        require(data.length == 2 + BLOCK + PlusKeys.MAC, WRONG_LENGTH);
        byte[] wire = Bytes.slice(data, 2, BLOCK);
        check(talk.mac(command, writes, Bytes.slice(data, 0, 2), wire), data, 2 + BLOCK);
        byte[] plain = command == 0xA1 ? talk.openCommand(reads, writes, wire) : wire;
        int number = (int) Bytes.littleEndian(data, 0, 2);
        if (number < blocks.length) {
            require(number != 0, NOT_ALLOWED);
            blocks[allowed(number, DataRight.WRITE)] = plain;
        } else {
            boolean own =
                    open == VirtualPlusKeys.CARD_MASTER
                            || open == number && number >= VirtualPlusKeys.SECTOR_KEYS;
            require(command == 0xA1 && keys.known(number) && own, NOT_ALLOWED);
            keys.put(number, plain);
        }
        return written(talk);
    }

    private byte[] change(int command, byte[] data) {
        var talk = talking();
        require(data.length == 4 + BLOCK + PlusKeys.MAC, WRONG_LENGTH);
        byte[] wire = Bytes.slice(data, 4, BLOCK);
        check(talk.mac(command, writes, Bytes.slice(data, 0, 4), wire), data, 4 + BLOCK);
        int amount = (int) Bytes.littleEndian(talk.openCommand(reads, writes, wire), 0, 4);
        var right = command == 0xB7 ? DataRight.INCREMENT : DataRight.DECREMENT;
        int from = allowed((int) Bytes.littleEndian(data, 0, 2), right);
        int to = allowed((int) Bytes.littleEndian(data, 2, 2), DataRight.DECREMENT);
        var held = ValueBlock.decode(blocks[from]).orElseThrow(() -> new PlusRefusal(NOT_ALLOWED));
        int value = held.value() + (command == 0xB7 ? amount : -amount);
        blocks[to] = new ValueBlock(value, held.address()).encode();
        return written(talk);
    }

    private byte[] written(PlusKeys talk) {
        writes++;
        return talk.mac(DONE, writes);
    }
}
