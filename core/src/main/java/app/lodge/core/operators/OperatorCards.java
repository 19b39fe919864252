package app.lodge.core.operators;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.OperatorCard.Level;
import java.time.LocalDate;
import java.util.List;

/// Cards of staff: issued, listed, revoked (CHAIN-09, CHAIN-10). Sign-in with one goes through
/// {@link CardEntrance}.
public interface OperatorCards {

    /// The application on the card, with keys of its own purpose.
    String APPLICATION = "4C4F50";

    /// The key that proves a card.
    int PROOF = 1;

    /// @return both the door and the entrance
    static Both in(
            Books books, KeyVault vault, CardKeys keys, Operators operators, PasswordHash hashes) {
        return new BookedOperatorCards(books, vault, keys, operators, hashes);
    }

    /// One implementation, seen from the desk, from its entrance and from terminals.
    interface Both extends OperatorCards, CardEntrance {
        TerminalEntrance terminals();
    }

    List<OperatorCard> list(Actor actor);

    /// Notes a card before it is written: it counts only once it proves itself with its keys. An earlier
    /// card of the same chip is revoked.
    ///
    /// @param pin 4 to 8 digits, typed by its owner; the caller wipes it
    IssueOutcome issue(Actor actor, RequestId request, Order order, char[] pin);

    /// @param validUntil last day
    record Order(long operator, Uid uid, Level level, String place, LocalDate validUntil) {}

    /// A lost card opens nothing from now on.
    RevokeOutcome revoke(Actor actor, RequestId request, long number);

    /// The cards of whoever asks, the newest first.
    List<OperatorCard> own(Actor actor);

    /// A card's owner gives it another PIN. Wrong present PINs count as at the entrance: three in a row
    /// lock the card.
    ///
    /// @param present and `next` are wiped by the caller
    PinOutcome changePin(Actor actor, RequestId request, long number, char[] present, char[] next);

    sealed interface PinOutcome {
        record Changed(OperatorCard card) implements PinOutcome {}

        record WrongPin(int triesLeft) implements PinOutcome {}

        /// An administrator issues the card anew.
        record Locked() implements PinOutcome {}

        /// There is no such card, or it is somebody else's, or revoked.
        record NotYours() implements PinOutcome {}

        record Rejected(List<Problem> problems) implements PinOutcome {
            public Rejected {
                problems = List.copyOf(problems);
            }
        }
    }

    sealed interface IssueOutcome {
        record Issued(OperatorCard card) implements IssueOutcome {}

        record Rejected(List<Problem> problems) implements IssueOutcome {}
    }

    sealed interface RevokeOutcome {
        record Revoked(OperatorCard card) implements RevokeOutcome {}

        record Unknown() implements RevokeOutcome {}
    }
}
