package app.lodge.core.operators;

import app.lodge.core.books.Actor;
import app.lodge.core.media.Uid;
import java.util.Optional;

/// Sign-in by an operator's card and PIN, before anybody is signed in (CHAIN-16): the card proves its
/// key first (EV2First), then its owner types the PIN. Three wrong PINs lock the card.
public interface CardEntrance {

    /// PINs that may be wrong in a row.
    int TRIES = 3;

    /// @param keyVersion as the card says it, 1 to 255
    /// @param encryptedRndB the card's challenge, 16 bytes
    /// @return empty if no such card may come in
    Optional<Question> begin(Uid uid, int keyVersion, byte[] encryptedRndB);

    /// @param token what the card wants to hear
    record Question(String session, byte[] token) {}

    /// @param answer the card's
    ProveOutcome prove(String session, byte[] answer);

    /// @param pin the caller wipes it
    EnterOutcome enter(String session, char[] pin, String workstation);

    sealed interface ProveOutcome {
        /// @param session for the PIN, two minutes long
        record Proven(String session, String operator) implements ProveOutcome {}

        record Refuted() implements ProveOutcome {}
    }

    sealed interface EnterOutcome {
        record SignedIn(Actor actor) implements EnterOutcome {}

        record WrongPin(int triesLeft) implements EnterOutcome {}

        /// An administrator issues the card anew.
        record Locked() implements EnterOutcome {}

        /// Its time is over, it was revoked, its owner is let go, or it is for terminals only.
        record NotHere(Why why) implements EnterOutcome {}

        /// Put the card on the reader again.
        record Ended() implements EnterOutcome {}
    }

    enum Why {
        EXPIRED,
        REVOKED,
        OPERATOR_GONE,
        TERMINALS_ONLY
    }
}
