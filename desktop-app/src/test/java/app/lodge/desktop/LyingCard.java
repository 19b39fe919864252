package app.lodge.desktop;

import app.lodge.core.operators.CardEntrance;
import app.lodge.core.operators.CardEntrance.ProveOutcome;
import app.lodge.desktop.signin.CardAtTheDesk;
import java.time.Duration;

/// An operator's card on a reader until somebody takes it away.
final class LyingCard implements CardAtTheDesk {

    volatile boolean gone;

    @Override
    public ProveOutcome prove(CardEntrance entrance) {
        gone = false;
        return entrance.prove("asked", new byte[0]);
    }

    @Override
    public boolean awaitRemoval(Duration wait) {
        return gone;
    }
}
