package app.lodge.core.operators;

import app.lodge.core.books.Tx;
import app.lodge.core.operators.Operators.AddOutcome;
import java.util.Map;

/// Somebody who was deactivated may sign in again: what they had is still there, so whoever lets them in
/// must be allowed as much.
final class Reactivation {

    private final OperatorStore store;

    Reactivation(OperatorStore store) {
        this.store = store;
    }

    AddOutcome of(Tx tx, long id) {
        var known = store.find(tx.sql(), id);
        if (known.isEmpty()) {
            return BookedOperators.unknown(id);
        }
        var operator = known.get();
        if (operator.active()) {
            return BookedOperators.rejected(
                    "operator", operator.name(), "operators.active-already");
        }
        var mandate = BookedRoles.mandate(operator.staffRole(), operator.scope());
        if (!tx.actor().mandate().covers(mandate)) {
            return BookedOperators.rejected("role", operator.name(), "operators.beyond-yours");
        }
        store.reactivate(tx, id);
        tx.journal("operator.reactivated", "operator:" + id, Map.of());
        return new AddOutcome.Done(store.find(tx.sql(), id).orElseThrow());
    }
}
