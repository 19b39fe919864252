package app.lodge.personalization.purse;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.PurseSlots;
import app.lodge.core.purse.PurseRecord;
import app.lodge.core.purse.PurseState;
import app.lodge.personalization.cards.CommMode;
import app.lodge.personalization.cards.DesfireFiles;
import app.lodge.personalization.cards.DesfireFiles.LimitedCredit;
import app.lodge.personalization.cards.DesfireFiles.ValueLimits;
import app.lodge.personalization.cards.FileRights;
import java.util.List;

/// The files of the purse application, all enciphered: value, state, ring of records.
final class PurseFiles {

    static final int VALUE = 1;
    static final int STATE = 2;
    static final int RECORDS = 3;

    /// Records that stay readable (CHAIN-31).
    static final int KEPT = 10;

    static final CommMode MODE = CommMode.FULL;

    /// Nobody reads it by the reading key: whoever may read may debit, says the chip.
    static final FileRights VALUE_RIGHTS =
            new FileRights(
                    FileRights.NEVER, PurseSlots.DEBIT, PurseSlots.CREDIT, PurseSlots.MASTER);

    static final FileRights RIGHTS =
            new FileRights(PurseSlots.READ, PurseSlots.DEBIT, PurseSlots.CREDIT, PurseSlots.MASTER);

    private PurseFiles() {}

    static void createMissing(DesfireFiles files, int most) throws DeviceException {
        List<Integer> there = files.fileNumbers();
        if (!there.contains(VALUE)) {
            files.createValue(
                    VALUE, MODE, VALUE_RIGHTS, new ValueLimits(0, most, 0, LimitedCredit.ALLOWED));
        }
        if (!there.contains(STATE)) {
            files.createBackup(STATE, MODE, RIGHTS, PurseState.LENGTH);
        }
        if (!there.contains(RECORDS)) {
            files.createCyclic(RECORDS, MODE, RIGHTS, PurseRecord.LENGTH, KEPT);
        }
    }
}
