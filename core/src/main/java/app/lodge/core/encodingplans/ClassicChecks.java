package app.lodge.core.encodingplans;

import app.lodge.core.encodingplans.PlannedMedium.Classic;
import app.lodge.core.encodingplans.PlannedMedium.Sector;
import app.lodge.core.encodingplans.PlannedMedium.SectorKey;
import app.lodge.core.encodingplans.PlannedMedium.TrailerAccess;
import java.util.HashSet;

/// Sectors, blocks, keys and the directory of a Classic plan.
record ClassicChecks(Classic card, Findings found) {

    private static final int ONE_K = 1024;
    private static final int FOUR_K = 4096;
    private static final int SECOND_DIRECTORY = 16;

    void run() {
        found.caution("medium", "MIFARE Classic", "plan.weak-chip");
        if (card.size() != ONE_K && card.size() != FOUR_K) {
            found.blocks("medium.size", card.size(), "plan.one-of", "1024, 4096");
        }
        int last = card.size() == FOUR_K ? 39 : 15;
        var numbers = new HashSet<Integer>();
        for (var sector : card.sectors()) {
            var path = "sector " + sector.number();
            found.range(path + ".number", sector.number(), 0, last);
            if (!numbers.add(sector.number())) {
                found.blocks(path + ".number", sector.number(), "plan.twice");
            }
            sector(path, sector);
        }
    }

    private void sector(String path, Sector sector) {
        boolean directory =
                sector.number() == 0 || sector.number() == SECOND_DIRECTORY && card.size() > ONE_K;
        if (directory && card.directory()) {
            found.blocks(path + ".number", sector.number(), "plan.directory-sector");
        }
        boolean named = sector.application().matches("[0-9A-F]{4}");
        if (card.directory() && !named || !sector.application().isEmpty() && !named) {
            found.blocks(path + ".application", sector.application(), "plan.directory-entry");
        }
        if (sector.keyA() == SectorKey.FACTORY) {
            found.blocks(path + ".keyA", sector.keyA(), "plan.weak-key");
        }
        if (sector.keyB() == SectorKey.FACTORY || sector.keyB() == SectorKey.PUBLIC_DIRECTORY) {
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
        new BlockChecks(found, false).run(path, sector.number(), sector.blocks());
    }
}
