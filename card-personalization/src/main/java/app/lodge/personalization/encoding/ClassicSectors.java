package app.lodge.personalization.encoding;

import app.lodge.core.encodingplans.PlannedMedium.Block;
import app.lodge.core.encodingplans.PlannedMedium.BlockAccess;
import app.lodge.core.encodingplans.PlannedMedium.Classic;
import app.lodge.core.encodingplans.PlannedMedium.Sector;
import app.lodge.core.encodingplans.PlannedMedium.SectorKey;
import app.lodge.core.encodingplans.PlannedMedium.TrailerAccess;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.classic.AccessBits;
import app.lodge.personalization.classic.ApplicationDirectory;
import app.lodge.personalization.classic.ClassicCard;
import app.lodge.personalization.classic.ClassicSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A Classic plan as the card has it: the directory's sectors, keys and access bits.
record ClassicSectors(Classic plan) {

    /// General purpose byte of a sector without a directory.
    private static final int PLAIN = 0x69;

    private static final int DIRECTORY_1 = 0xC1;
    private static final int DIRECTORY_2 = 0xC2;
    private static final int SECOND = 16;
    private static final int GROUPS = 3;
    private static final int BOTH_PARTS = 38;
    private static final int FIRST_PART = 15;
    private static final int BITS_AT = 6;
    private static final int BITS = 4;

    /// Content of the directory's blocks by their number in the sector.
    record DirectorySector(Sector sector, Map<Integer, byte[]> blocks) {}

    ClassicSize size() {
        return plan.size() == 4096 ? ClassicSize.FOUR_K : ClassicSize.ONE_K;
    }

    /// The sectors of the directory, written after those that it names.
    List<DirectorySector> directory() {
        if (!plan.directory()) {
            return List.of();
        }
        boolean both = size() == ClassicSize.FOUR_K;
        var entries = new Integer[both ? BOTH_PARTS : FIRST_PART];
        Arrays.fill(entries, ApplicationDirectory.FREE);
        for (var sector : plan.sectors()) {
            int number = sector.number();
            entries[number < SECOND ? number - 1 : number - 2] =
                    Integer.parseInt(sector.application(), 16);
        }
        var directory = new ApplicationDirectory(0, List.of(entries));
        byte[] first = directory.first();
        var sectors = new ArrayList<DirectorySector>();
        sectors.add(new DirectorySector(own(0), blocks(1, first)));
        if (both) {
            sectors.add(new DirectorySector(own(SECOND), blocks(0, directory.second())));
        }
        return sectors;
    }

    private static Map<Integer, byte[]> blocks(int from, byte[] bytes) {
        var blocks = new TreeMap<Integer, byte[]>();
        for (int at = 0; at < bytes.length; at += ClassicSize.BLOCK) {
            blocks.put(from + at / ClassicSize.BLOCK, Bytes.slice(bytes, at, ClassicSize.BLOCK));
        }
        return blocks;
    }

    private static Sector own(int number) {
        return new Sector(
                number,
                "",
                SectorKey.PUBLIC_DIRECTORY,
                SectorKey.SITE_WRITE,
                TrailerAccess.KEY_B_CHANGES,
                List.of());
    }

    AccessBits access(Sector sector) {
        var conditions = new int[GROUPS];
        Arrays.fill(conditions, BlockAccess.READ_A_WRITE_B.condition());
        for (Block block : sector.blocks()) {
            int group = size().group(size().first(sector.number()) + block.number());
            conditions[group] = block.access().condition();
        }
        return AccessBits.of(
                conditions[0], conditions[1], conditions[2], sector.trailer().condition());
    }

    /// The general purpose byte (AN10787 §3.1).
    int general(Sector sector) {
        boolean directory = plan.directory() && (sector.number() == 0 || sector.number() == SECOND);
        if (!directory) {
            return PLAIN;
        }
        return size() == ClassicSize.FOUR_K ? DIRECTORY_2 : DIRECTORY_1;
    }

    byte[] key(SectorKey source, Sector sector, StorageKeys keys, int version) {
        return switch (source) {
            case SITE_READ -> keys.classic(version, "read", "sector " + sector.number());
            case SITE_WRITE -> keys.classic(version, "write", "sector " + sector.number());
            case PUBLIC_DIRECTORY -> ClassicCard.directoryKey();
            case FACTORY -> ClassicCard.factoryKey();
        };
    }

    /// Access bits and general byte of a trailer as it was read.
    static List<Byte> rightsOf(byte[] trailer) {
        var bytes = new ArrayList<Byte>();
        for (int i = BITS_AT; i < BITS_AT + BITS; i++) {
            bytes.add(trailer[i]);
        }
        return bytes;
    }

    /// The same as the plan has them.
    List<Byte> wanted(Sector sector) {
        byte[] trailer = new byte[ClassicSize.BLOCK];
        System.arraycopy(access(sector).encode(), 0, trailer, BITS_AT, 3);
        trailer[BITS_AT + 3] = (byte) general(sector);
        return rightsOf(trailer);
    }
}
