package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import app.lodge.personalization.classic.AccessBits;
import app.lodge.personalization.classic.AccessBits.DataRight;
import app.lodge.personalization.classic.AccessBits.Key;
import app.lodge.personalization.classic.AccessBits.TrailerRight;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.classic.ValueBlock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A MIFARE Classic chip (MF1S50yyX_V1 §10 to §12): sectors open to a key, with its rights; value
/// blocks through the transfer buffer. Crypto1 itself is between reader and chip and not played.
final class ClassicChip implements StorageChip {

    private static final int AUTHENTICATE_A = 0x60;
    private static final int AUTHENTICATE_B = 0x61;
    private static final int READ = 0x30;
    private static final int WRITE = 0xA0;
    private static final int DECREMENT = 0xC0;
    private static final int INCREMENT = 0xC1;
    private static final int RESTORE = 0xC2;
    private static final int TRANSFER = 0xB0;
    private static final int KEY = 6;
    private static final int BITS_AT = 6;
    private static final int KEY_B_AT = 10;
    private static final int CLOSED = -1;

    private final ClassicSize size;
    private final Uid uid;
    private final byte[][] blocks;
    private int open = CLOSED;
    private Key with = Key.A;
    private @Nullable ValueBlock buffer;
    private boolean tearing;

    /// @param uid four bytes
    ClassicChip(ClassicSize size, Uid uid) {
        this.size = size;
        this.uid = uid;
        this.blocks = new byte[size.blocks()][ClassicSize.BLOCK];
        byte[] number = uid.bytes();
        if (number.length != 4) {
            throw new IllegalArgumentException("A Classic chip's UID has four bytes: " + uid.hex());
        }
        int check = number[0] ^ number[1] ^ number[2] ^ number[3];
        blocks[0] = Arrays.copyOf(Bytes.join(number, Bytes.of(check, sak(), 0x04, 0x00)), 16);
        byte[] free = Bytes.of(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF);
        for (int sector = 0; sector < size.sectors(); sector++) {
            blocks[size.trailer(sector)] =
                    Bytes.join(free, AccessBits.TRANSPORT.encode(), Bytes.of(0x69), free);
        }
    }

    @Override
    public Uid uid() {
        return uid;
    }

    @Override
    public int atqa() {
        return size == ClassicSize.FOUR_K ? 0x0002 : 0x0004;
    }

    @Override
    public int sak() {
        return switch (size) {
            case MINI -> 0x09;
            case ONE_K, TWO_K -> 0x08;
            case FOUR_K -> 0x18;
        };
    }

    @Override
    public int storageName() {
        return switch (size) {
            case ONE_K -> 0x0001;
            case TWO_K -> 0x0036;
            case FOUR_K -> 0x0002;
            case MINI -> 0x0026;
        };
    }

    @Override
    public int unit() {
        return ClassicSize.BLOCK;
    }

    @Override
    public void tearing(boolean now) {
        tearing = now;
    }

    @Override
    public void reset() {
        open = CLOSED;
        buffer = null;
    }

    @Override
    public Optional<byte[]> exchange(byte[] command) {
        if (command.length < 2 || (command[1] & 0xFF) >= blocks.length) {
            return halted();
        }
        int block = command[1] & 0xFF;
        var answer =
                switch (command[0] & 0xFF) {
                    case AUTHENTICATE_A -> authenticate(Key.A, block, command);
                    case AUTHENTICATE_B -> authenticate(Key.B, block, command);
                    case READ -> read(block);
                    case WRITE -> write(block, Arrays.copyOfRange(command, 2, command.length));
                    case DECREMENT, INCREMENT, RESTORE -> load(command[0] & 0xFF, block, command);
                    case TRANSFER -> transfer(block);
                    default -> Optional.<byte[]>empty();
                };
        return answer.isPresent() ? answer : halted();
    }

    private Optional<byte[]> halted() {
        reset();
        return Optional.empty();
    }

    private static Optional<byte[]> acknowledged() {
        return Optional.of(new byte[0]);
    }

    private Optional<byte[]> authenticate(Key which, int block, byte[] command) {
        reset();
        if (command.length < 2 + KEY) {
            return Optional.empty();
        }
        int sector = size.sectorOf(block);
        byte[] trailer = blocks[size.trailer(sector)];
        byte[] key = Bytes.slice(trailer, which == Key.A ? 0 : KEY_B_AT, KEY);
        if (!Arrays.equals(key, Bytes.slice(command, 2, KEY))) {
            return Optional.empty();
        }
        open = sector;
        with = which;
        return acknowledged();
    }

    /// Empty if the sector is closed, or lost for ever to contradictory bits.
    private Optional<AccessBits> access(int block) {
        if (size.sectorOf(block) != open) {
            return Optional.empty();
        }
        return AccessBits.decode(Bytes.slice(blocks[size.trailer(open)], BITS_AT, 3));
    }

    private boolean may(int block, DataRight right) {
        return block != size.trailer(size.sectorOf(block))
                && access(block)
                        .filter(it -> it.allows(with, size.group(block), right))
                        .isPresent();
    }

    private Optional<byte[]> read(int block) {
        if (block == size.trailer(size.sectorOf(block))) {
            return access(block).map(bits -> shown(bits, blocks[block]));
        }
        return may(block, DataRight.READ) ? Optional.of(blocks[block].clone()) : Optional.empty();
    }

    private byte[] shown(AccessBits bits, byte[] trailer) {
        byte[] shown = trailer.clone();
        Arrays.fill(shown, 0, KEY, (byte) 0);
        if (!bits.allows(with, TrailerRight.READ_KEY_B)) {
            Arrays.fill(shown, KEY_B_AT, KEY_B_AT + KEY, (byte) 0);
        }
        return shown;
    }

    private Optional<byte[]> write(int block, byte[] data) {
        if (data.length != ClassicSize.BLOCK || block == 0) {
            return Optional.empty();
        }
        if (block == size.trailer(size.sectorOf(block))) {
            return access(block).flatMap(bits -> writeTrailer(bits, block, data));
        }
        if (!may(block, DataRight.WRITE)) {
            return Optional.empty();
        }
        put(block, data);
        return acknowledged();
    }

    private Optional<byte[]> writeTrailer(AccessBits bits, int block, byte[] data) {
        boolean keyA = bits.allows(with, TrailerRight.WRITE_KEY_A);
        boolean rights = bits.allows(with, TrailerRight.WRITE_BITS);
        boolean keyB = bits.allows(with, TrailerRight.WRITE_KEY_B);
        if (!keyA && !rights && !keyB) {
            return Optional.empty();
        }
        byte[] trailer = blocks[block];
        if (keyA) {
            System.arraycopy(data, 0, trailer, 0, KEY);
        }
        if (rights) {
            System.arraycopy(data, BITS_AT, trailer, BITS_AT, KEY_B_AT - BITS_AT);
        }
        if (keyB) {
            System.arraycopy(data, KEY_B_AT, trailer, KEY_B_AT, KEY);
        }
        return acknowledged();
    }

    private Optional<byte[]> load(int operation, int block, byte[] command) {
        var right = operation == INCREMENT ? DataRight.INCREMENT : DataRight.DECREMENT;
        if (!may(block, right) || command.length < 6) {
            return Optional.empty();
        }
        var value = ValueBlock.decode(blocks[block]);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        int amount = (int) Bytes.littleEndian(command, 2, 4);
        int before = value.get().value();
        int after =
                switch (operation) {
                    case INCREMENT -> before + amount;
                    case DECREMENT -> before - amount;
                    default -> before;
                };
        buffer = new ValueBlock(after, value.get().address());
        return acknowledged();
    }

    private Optional<byte[]> transfer(int block) {
        var held = buffer;
        if (held == null || !may(block, DataRight.DECREMENT)) {
            return Optional.empty();
        }
        put(block, held.encode());
        return acknowledged();
    }

    private void put(int block, byte[] data) {
        byte[] written = data.clone();
        if (tearing) {
            int half = ClassicSize.BLOCK / 2;
            System.arraycopy(blocks[block], half, written, half, half);
        }
        blocks[block] = written;
    }
}
