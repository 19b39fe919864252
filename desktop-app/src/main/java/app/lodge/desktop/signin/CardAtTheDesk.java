package app.lodge.desktop.signin;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.operators.CardEntrance;
import app.lodge.core.operators.CardEntrance.ProveOutcome;
import java.time.Duration;

/// The readers of this workstation, for somebody who signs in by card (CHAIN-16). Waits for devices: call
/// it in the background.
public interface CardAtTheDesk {

    /// Lets the first card that lies on a reader prove itself.
    ///
    /// @throws DeviceException if none came, or it is no operator's card
    ProveOutcome prove(CardEntrance entrance) throws DeviceException;

    /// Returns when the card that proved itself has left its reader, or the time is up. At a desk with one
    /// reader it never counts as gone: that reader is needed for people's cards.
    ///
    /// @return whether it is gone
    boolean awaitRemoval(Duration wait);

    /// Where there are no readers.
    static CardAtTheDesk none() {
        return new CardAtTheDesk() {
            @Override
            public ProveOutcome prove(CardEntrance entrance) {
                return new ProveOutcome.Refuted();
            }

            @Override
            public boolean awaitRemoval(Duration wait) {
                return false;
            }
        };
    }
}
