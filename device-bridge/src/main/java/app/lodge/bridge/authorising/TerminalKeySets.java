package app.lodge.bridge.authorising;

import app.lodge.core.media.Uid;
import java.security.PublicKey;

/// Gives the vault's keys for payment points, sealed.
public interface TerminalKeySets {

    /// @param number of the payment point
    /// @param terminal its own key, EC on P-256
    /// @return readable by the holder of the private key only
    byte[] sealedTo(long number, PublicKey terminal);

    /// What one Classic card's purse is debited with.
    byte[] ofClassic(Uid card, PublicKey terminal);
}
