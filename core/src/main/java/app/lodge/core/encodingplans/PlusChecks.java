package app.lodge.core.encodingplans;

import app.lodge.core.encodingplans.PlannedMedium.Plus;
import java.util.HashSet;

/// Level, sectors and blocks of a MIFARE Plus plan.
record PlusChecks(Plus card, Findings found) {

    private static final int TWO_K = 2048;
    private static final int FOUR_K = 4096;

    void run() {
        if (card.size() != TWO_K && card.size() != FOUR_K) {
            found.blocks("medium.size", card.size(), "plan.one-of", "2048, 4096");
        }
        if (card.levelThree()) {
            found.done.add(Irreversible.LEVEL_SWITCHED);
        } else {
            found.blocks("medium.levelThree", false, "plan.level-zero");
        }
        // 32 sectors of four blocks, and eight of sixteen on a 4K
        int last = card.size() == FOUR_K ? 39 : 31;
        var numbers = new HashSet<Integer>();
        for (var sector : card.sectors()) {
            var path = "sector " + sector.number();
            found.range(path, sector.number(), 0, last);
            if (!numbers.add(sector.number())) {
                found.blocks(path, sector.number(), "plan.twice");
            }
            // contents are written after level 0, when the rights hold already
            new BlockChecks(found, true).run(path, sector.number(), sector.blocks());
        }
    }
}
