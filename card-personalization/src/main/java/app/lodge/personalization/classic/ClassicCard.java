package app.lodge.personalization.classic;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.cards.StorageLink;
import java.util.Optional;

/// A MIFARE Classic card on a PC/SC reader. After any refusal the card has halted: begin a new link.
public final class ClassicCard {

    private static final int TYPE_A = 0x60;
    private static final int TYPE_B = 0x61;
    private static final int SLOT = 0;
    private static final int NOTHING_OPEN = -1;

    private final StorageLink link;
    private final ClassicSize size;
    private int open = NOTHING_OPEN;

    public ClassicCard(CardLink link, ClassicSize size) {
        this.link = new StorageLink(link);
        this.size = size;
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
