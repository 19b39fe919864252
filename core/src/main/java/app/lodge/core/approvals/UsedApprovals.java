package app.lodge.core.approvals;

import app.lodge.core.accounts.FourEyes;
import app.lodge.core.books.Tx;
import java.util.Map;

/// Uses an approval up, in the transaction of the movement that it is for.
final class UsedApprovals implements FourEyes {

    private final ApprovalStore store = new ApprovalStore();

    @Override
    public boolean use(Tx tx, long number, Matter matter) {
        var found = store.find(tx.sql(), number, tx.now());
        if (found.isEmpty()) {
            return false;
        }
        var approval = found.get();
        if (approval.state() != ApprovalState.APPROVED
                || approval.askedBy() != tx.actor().operatorId()
                || !approval.matter().equals(matter)
                || !store.use(tx, number)) {
            return false;
        }
        tx.journal("approval.used", "approval:" + number, Map.of());
        return true;
    }
}
