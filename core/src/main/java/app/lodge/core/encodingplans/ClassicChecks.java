package app.lodge.core.encodingplans;

import app.lodge.core.encodingplans.PlannedMedium.Block;
import app.lodge.core.encodingplans.PlannedMedium.BlockAccess;
import app.lodge.core.encodingplans.PlannedMedium.Classic;
import app.lodge.core.encodingplans.PlannedMedium.Sector;
import app.lodge.core.encodingplans.PlannedMedium.SectorKey;
import app.lodge.core.encodingplans.PlannedMedium.TrailerAccess;
import java.util.HashSet;
import java.util.List;

/// Sectors, blocks, keys and the directory of a Classic plan.
record ClassicChecks(Classic card, Findings found) {

    private static final int ONE_K = 1024;
    private static final int FOUR_K = 4096;
    private static final int SECOND_DIRECTORY = 16;
    private static final int LARGE_FROM = 32;
    private static final int BLOCK = 16;

    void run() {
        found.caution("medium", "MIFARE Classic", "plan.weak-chip");
        if (card.size() != ONE_K && card.size() != FOUR_K) {
            found.blocks("medium.size", card.size(), "plan.one-of", "1024, 4096");
        }
        int last = card.size() == FOUR_K ? 39 : 15;
        var numbers = new HashSet<Integer>();
        for (var sector : card.sectors()) {
            var path = "sector " + sector.number();
            found.range(path, sector.number(), 0, last);
            if (!numbers.add(sector.number())) {
                found.blocks(path, sector.number(), "plan.twice");
            }
            sector(path, sector);
        }
    }

    private void sector(String path, Sector sector) {
        boolean directory =
                sector.number() == 0 || sector.number() == SECOND_DIRECTORY && card.size() > ONE_K;
        if (directory && card.directory()) {
            found.blocks(path, sector.number(), "plan.directory-sector");
        }
        boolean named = sector.application().matches("[0-9A-F]{4}");
        if (card.directory() && !named || !sector.application().isEmpty() && !named) {
            found.blocks(path + ".application", sector.application(), "plan.directory-entry");
        }
        if (sector.keyA() == SectorKey.FACTORY || sector.keyB() == SectorKey.FACTORY) {
            found.blocks(path + ".keys", SectorKey.FACTORY, "plan.weak-key");
        }
        if (sector.keyB() == SectorKey.PUBLIC_DIRECTORY) {
            found.blocks(path + ".keyB", sector.keyB(), "plan.weak-key");
        }
        if (sector.keyA() == SectorKey.PUBLIC_DIRECTORY) {
            found.caution(path + ".keyA", sector.keyA(), "plan.anybody-reads");
        }
        if (sector.keyA() == sector.keyB() && sector.keyA() != SectorKey.FACTORY) {
            found.blocks(path + ".keyB", sector.keyB(), "plan.same-key");
        }
        if (sector.trailer() == TrailerAccess.FROZEN) {
            found.done.add(Irreversible.SECTOR_FROZEN);
        }
        if (sector.trailer() == TrailerAccess.KEY_A_CHANGES) {
            // with this condition key B can be read and opens nothing (MF1S50yyX_V1 §8.7.2)
            found.blocks(path + ".trailer", sector.trailer(), "plan.key-b-shown");
        }
        groups(path, sector);
        var blocks = new HashSet<Integer>();
        for (var block : sector.blocks()) {
            var at = path + "/" + block.name();
            int first = sector.number() == 0 ? 1 : 0;
            found.range(at + ".number", block.number(), first, last(sector));
            if (!blocks.add(block.number())) {
                found.blocks(at + ".number", block.number(), "plan.twice");
            }
            block(at, block);
        }
    }

    private static int last(Sector sector) {
        return sector.number() < LARGE_FROM ? 2 : 14;
    }

    /// In large sectors five blocks share one condition.
    private void groups(String path, Sector sector) {
        if (sector.number() < LARGE_FROM) {
            return;
        }
        for (Block one : sector.blocks()) {
            for (Block other : sector.blocks()) {
                if (one.number() / 5 == other.number() / 5
                        && one.number() < other.number()
                        && one.access() != other.access()) {
                    found.blocks(
                            path + "/" + other.name() + ".access",
                            other.access(),
                            "plan.shared-access",
                            one.access());
                }
            }
        }
    }

    private void block(String path, Block block) {
        found.place(path, block.name());
        boolean writes = block.value().isPresent() || !block.fields().isEmpty();
        if (!block.access().readable()) {
            found.blocks(path + ".access", block.access(), "plan.nobody-reads");
        }
        if (block.value().isPresent()) {
            if (!block.fields().isEmpty()) {
                found.blocks(path + ".fields", block.fields().size(), "plan.value-or-fields");
            }
            if (block.access() != BlockAccess.VALUE_A_LOWERS_B_RAISES
                    && block.access() != BlockAccess.ANY_KEY) {
                found.blocks(
                        path + ".access",
                        block.access(),
                        "plan.one-of",
                        List.of(BlockAccess.VALUE_A_LOWERS_B_RAISES));
            }
        }
        if (block.access() == BlockAccess.ANY_KEY) {
            found.caution(path + ".access", block.access(), "plan.reader-writes");
        }
        if (block.access() == BlockAccess.READ_ONLY) {
            found.caution(path + ".access", block.access(), "plan.nobody-writes-again");
        }
        new FieldChecks(found).run(path, block.fields(), BLOCK);
        if (writes) {
            found.written.add(block.name());
            if (block.access().readable()) {
                found.readable.add(block.name());
            }
        }
    }
}
