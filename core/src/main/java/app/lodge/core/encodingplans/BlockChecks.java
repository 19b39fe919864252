package app.lodge.core.encodingplans;

import app.lodge.core.encodingplans.PlannedMedium.Block;
import app.lodge.core.encodingplans.PlannedMedium.BlockAccess;
import java.util.HashSet;
import java.util.List;

/// Blocks of one sector, of a Classic or Plus card alike.
///
/// @param rightsFirst whether rights hold before contents are written
record BlockChecks(Findings found, boolean rightsFirst) {

    private static final int LARGE_FROM = 32;
    private static final int BLOCK = 16;

    void run(String path, int sector, List<Block> all) {
        boolean large = sector >= LARGE_FROM;
        if (large) {
            groups(path, all);
        }
        var numbers = new HashSet<Integer>();
        for (var block : all) {
            var at = path + "/" + block.name();
            found.range(at + ".number", block.number(), sector == 0 ? 1 : 0, large ? 14 : 2);
            if (!numbers.add(block.number())) {
                found.blocks(at + ".number", block.number(), "plan.twice");
            }
            block(at, block);
        }
    }

    /// In large sectors five blocks share one condition.
    private void groups(String path, List<Block> all) {
        for (Block one : all) {
            for (Block other : all) {
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
            if (rightsFirst) {
                found.blocks(path + ".access", block.access(), "plan.nobody-writes");
            } else {
                found.caution(path + ".access", block.access(), "plan.nobody-writes-again");
            }
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
