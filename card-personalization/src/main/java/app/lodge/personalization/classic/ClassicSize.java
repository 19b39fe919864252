package app.lodge.personalization.classic;

/// How a MIFARE Classic card's memory is cut (MF1S50yyX_V1 §8.6, MF1S70yyX_V1 §8.6): sectors of four
/// blocks, from sector 32 on of sixteen; blocks of 16 bytes; the last block of a sector is its
/// trailer.
public enum ClassicSize {
    MINI(5),
    ONE_K(16),
    /// Of MIFARE Plus only.
    TWO_K(32),
    FOUR_K(40);

    /// Bytes of a block.
    public static final int BLOCK = 16;

    private static final int SMALL_SECTORS = 32;
    private static final int SMALL = 4;
    private static final int LARGE = 16;

    private final int sectors;

    /// A MIFARE Plus of so many bytes.
    public static ClassicSize plus(int bytes) {
        return bytes == FOUR_K.blocks() * BLOCK ? FOUR_K : TWO_K;
    }

    ClassicSize(int sectors) {
        this.sectors = sectors;
    }

    public int sectors() {
        return sectors;
    }

    public int blocks() {
        return trailer(sectors - 1) + 1;
    }

    /// First block of a sector, counted through the card from 0.
    public int first(int sector) {
        check(sector);
        return sector < SMALL_SECTORS
                ? sector * SMALL
                : SMALL_SECTORS * SMALL + (sector - SMALL_SECTORS) * LARGE;
    }

    /// The sector's last block.
    public int trailer(int sector) {
        return first(sector) + (sector < SMALL_SECTORS ? SMALL : LARGE) - 1;
    }

    public int sectorOf(int block) {
        if (block < 0 || block >= blocks()) {
            throw new IllegalArgumentException(
                    "Block %d is outside 0 to %d".formatted(block, blocks() - 1));
        }
        int small = SMALL_SECTORS * SMALL;
        return block < small ? block / SMALL : SMALL_SECTORS + (block - small) / LARGE;
    }

    /// Which of the four access conditions holds for a block: 0 to 2 data, 3 the trailer. In sectors
    /// of sixteen blocks five data blocks share one.
    public int group(int block) {
        int sector = sectorOf(block);
        int within = block - first(sector);
        return sector < SMALL_SECTORS ? within : within / 5;
    }

    private void check(int sector) {
        if (sector < 0 || sector >= sectors) {
            throw new IllegalArgumentException(
                    "Sector %d is outside 0 to %d".formatted(sector, sectors - 1));
        }
    }
}
