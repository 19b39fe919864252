package app.lodge.personalization.classic;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.cards.RawCommands;
import app.lodge.personalization.cards.StorageLink;
import java.util.Optional;

/// A MIFARE Classic card on a PC/SC reader (MF1S50yyX_V1 §10 to §12). After any refusal the card has halted: begin a new link.
public final class ClassicCard {

    private static final int TYPE_A = 0x60;
    private static final int TYPE_B = 0x61;
    private static final int RESTORE = 0xC2;
    private static final int TRANSFER = 0xB0;
    private static final int SLOT = 0;
    private static final int NOTHING_OPEN = -1;

    private final StorageLink link;
    private final RawCommands raw;
    private final ClassicSize size;
    private final ValueStyle style;
    private int open = NOTHING_OPEN;

    /// On a reader that is known to pass value commands through its PN532.
    public ClassicCard(CardLink link, ClassicSize size) {
        this(link, size, ValueStyle.DIRECT);
    }

    /// @param style how this reader does value commands
    public ClassicCard(CardLink link, ClassicSize size, ValueStyle style) {
        this.link = new StorageLink(link);
        this.raw = new RawCommands(link);
        this.size = size;
        this.style = style;
    }

    /// How a reader raises, lowers and copies value blocks; no two makers agree.
    public enum ValueStyle {
        /// The chip's own commands through the PN532 (ACR122U API §4).
        DIRECT,
        /// `FF D7`, most significant byte first (ACS' readers).
        ACS,
        /// None: read, compute, write. Wants a key that may write, and is not the chip's own doing.
        NONE
    }

    /// What changes a value block.
    private enum Operation {
        INCREMENT(0xC1, 1),
        DECREMENT(0xC0, 2);

        private final int chip;
        private final int acs;

        Operation(int chip, int acs) {
            this.chip = chip;
            this.acs = acs;
        }
    }

    public ClassicSize size() {
        return size;
    }

    /// @param block holds a value
    /// @param amount 0 or more
    public void increment(int block, int amount) throws DeviceException {
        change(Operation.INCREMENT, block, amount);
    }

    /// @param block holds a value
    /// @param amount 0 or more
    public void decrement(int block, int amount) throws DeviceException {
        change(Operation.DECREMENT, block, amount);
    }

    private void change(Operation operation, int block, int amount) throws DeviceException {
        requireOpen(block);
        if (amount < 0) {
            throw new IllegalArgumentException("Amount %d is below zero".formatted(amount));
        }
        switch (style) {
            case DIRECT -> {
                byte[] load =
                        Bytes.join(Bytes.of(operation.chip, block), Bytes.littleEndian(amount, 4));
                done(operation.name(), raw.exchange(load));
                transfer(block);
            }
            case ACS ->
                    link.send(
                                    0xD7,
                                    0,
                                    block,
                                    Bytes.join(Bytes.of(operation.acs), bigEndian(amount)),
                                    -1)
                            .orRefuse(operation.name());
            case NONE -> {
                var held = value(block).orElseThrow(() -> refused(operation.name()));
                int by = operation == Operation.INCREMENT ? amount : -amount;
                write(block, held.plus(by).encode());
            }
        }
    }

    /// Copies a value block within the open sector.
    public void copy(int from, int to) throws DeviceException {
        requireOpen(from);
        requireOpen(to);
        switch (style) {
            case DIRECT -> {
                byte[] load = Bytes.join(Bytes.of(RESTORE, from), new byte[4]);
                done("Restore", raw.exchange(load));
                transfer(to);
            }
            case ACS -> link.send(0xD7, 0, from, Bytes.of(3, to), -1).orRefuse("Restore");
            case NONE -> write(to, read(from));
        }
    }

    private void transfer(int block) throws DeviceException {
        done("Transfer", raw.exchange(Bytes.of(TRANSFER, block)));
    }

    /// @return empty if the block holds no number, or a torn one
    public Optional<ValueBlock> value(int block) throws DeviceException {
        return ValueBlock.decode(read(block));
    }

    private static void done(String command, Optional<byte[]> answer) throws DeviceException {
        if (answer.isEmpty()) {
            throw refused(command);
        }
    }

    private static DeviceException refused(String command) {
        return new DeviceException(new DeviceFault.CardRefused(command, 0x6300));
    }

    private static byte[] bigEndian(int amount) {
        return Bytes.of(amount >>> 24, amount >>> 16 & 0xFF, amount >>> 8 & 0xFF, amount & 0xFF);
    }

    /// Both keys of a blank card.
    public static byte[] factoryKey() {
        return Bytes.of(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF);
    }

    /// Key A of a directory's sectors, the same on every card (AN10787 §3.3).
    public static byte[] directoryKey() {
        return Bytes.of(0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5);
    }

    /// @return whether the sector is open now; if not, the card has halted
    public boolean open(int sector, AccessBits.Key which, byte[] key) throws DeviceException {
        open = NOTHING_OPEN;
        link.loadKey(SLOT, key).orRefuse("LoadKey");
        int type = which == AccessBits.Key.A ? TYPE_A : TYPE_B;
        boolean opened = link.authenticate(size.trailer(sector), type, SLOT).done();
        if (opened) {
            open = sector;
        }
        return opened;
    }

    /// @throws DeviceException with CardRefused if the key that opened the sector may not read it
    public byte[] read(int block) throws DeviceException {
        requireOpen(block);
        return link.read(block, ClassicSize.BLOCK).orRefuse("Read");
    }

    /// Writes a data block, never a trailer.
    public void write(int block, byte[] data) throws DeviceException {
        requireOpen(block);
        if (block == 0 || block == size.trailer(size.sectorOf(block))) {
            throw new IllegalArgumentException("Block %d is no data block".formatted(block));
        }
        if (data.length != ClassicSize.BLOCK) {
            throw new IllegalArgumentException("A block is 16 bytes, not " + data.length);
        }
        link.write(block, data).orRefuse("Write");
    }

    /// Writes keys and rights of the open sector. Whoever holds the new key B must be able to change
    /// them again: frozen rights are refused here.
    public void write(SectorTrailer trailer) throws DeviceException {
        if (open == NOTHING_OPEN) {
            throw new IllegalStateException("No sector is open");
        }
        if (trailer.access().frozen()) {
            throw new IllegalArgumentException("Rights %s can never be changed".formatted(trailer));
        }
        link.write(size.trailer(open), trailer.encode()).orRefuse("Write");
    }

    /// The application directory, if the card has one that the public key opens.
    public Optional<ApplicationDirectory> directory() throws DeviceException {
        if (!open(0, AccessBits.Key.A, directoryKey())) {
            return Optional.empty();
        }
        int general = read(size.trailer(0))[9] & 0xFF;
        boolean there = (general & 0x80) != 0;
        if (!there) {
            return Optional.empty();
        }
        byte[] first = Bytes.join(read(1), read(2));
        boolean both = (general & 0x03) == 2 && size == ClassicSize.FOUR_K;
        if (both && open(16, AccessBits.Key.A, directoryKey())) {
            int at = size.first(16);
            return ApplicationDirectory.decode(
                    first, Bytes.join(read(at), read(at + 1), read(at + 2)));
        }
        return ApplicationDirectory.decode(first, new byte[0]);
    }

    private void requireOpen(int block) {
        if (size.sectorOf(block) != open) {
            throw new IllegalStateException(
                    "Block %d lies in sector %d, and sector %d is open"
                            .formatted(block, size.sectorOf(block), open));
        }
    }
}
