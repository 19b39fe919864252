package app.lodge.core.operators;

import app.lodge.core.books.Actor;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.OperatorCard.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An operator logs on at a terminal with a card, and a PIN where the terminal asks for one (CHAIN-10,
/// CHAIN-27): the card proves its key to the vault over the terminal, which has no key of such cards.
public interface TerminalEntrance {

    /// @param keyVersion as the card says it, 1 to 255
    /// @param encryptedRndB the card's challenge, 16 bytes
    /// @return empty if no such card was ever issued
    Optional<Begun> begin(Actor terminal, Uid uid, int keyVersion, byte[] encryptedRndB);

    /// @param token what the card wants to hear
    /// @param publicKey to seal the PIN to, EC on P-256, X.509
    record Begun(String session, byte[] token, byte[] publicKey) {}

    /// @param proof the card's answer to the token
    /// @param sealedPin null where the terminal asks for the card only
    LogOn logOn(Actor terminal, String session, byte[] proof, byte @Nullable [] sealedPin);

    sealed interface LogOn {
        /// @param card its number
        record LoggedOn(long card, Level level) implements LogOn {}

        record Refused(Why why) implements LogOn {}
    }

    /// Words of the field protocol.
    enum Why {
        /// The card did not prove its key, or its time to do so was over.
        CARD_REFUTED,
        WRONG_PIN,
        /// Too many wrong PINs.
        LOCKED,
        REVOKED,
        EXPIRED,
        OPERATOR_GONE,
        /// The card is for the terminals of another branch.
        OTHER_PLACE
    }
}
