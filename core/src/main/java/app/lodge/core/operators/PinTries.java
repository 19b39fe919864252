package app.lodge.core.operators;

import app.lodge.core.books.Tx;
import app.lodge.core.operators.OperatorCard.State;
import app.lodge.core.operators.OperatorCardStore.Known;
import java.util.Map;

/// Counts wrong PINs: three in a row lock the card, wherever they were typed.
final class PinTries {

    private final OperatorCardStore store;

    PinTries(OperatorCardStore store) {
        this.store = store;
    }

    /// @return tries that are left
    int wrong(Tx tx, Known known) {
        int wrong = known.wrongPins() + 1;
        boolean locked = wrong >= CardEntrance.TRIES;
        long number = known.card().number();
        store.setWrongPins(tx, number, wrong, locked ? State.LOCKED : State.ACTIVE);
        tx.journal(
                locked ? "operator-card.locked" : "operator-card.wrong-pin",
                "operator-card:" + number,
                Map.of("attempts", wrong));
        return Math.max(0, CardEntrance.TRIES - wrong);
    }

    void right(Tx tx, Known known) {
        store.setWrongPins(tx, known.card().number(), 0, State.ACTIVE);
    }
}
