package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import java.util.Optional;

/// Fees and deposits for media by the site's tariff, taken from the holder's account (ID-33, ID-63).
public interface MediaCharges {

    static MediaCharges in(Bookkeeping keeping) {
        return new BookedMediaCharges(keeping);
    }

    /// The issue fee and the deposit, both or neither. A medium's deposit is taken once.
    MoveOutcome issue(Actor actor, RequestId request, Charge charge);

    /// The fee for making a medium again.
    ///
    /// @param why the one before has to be replaced
    MoveOutcome replace(Actor actor, RequestId request, Charge charge, BlockReason why);

    /// Gives the deposit back, for a medium that came back.
    MoveOutcome giveBack(Actor actor, RequestId request, Charge charge);

    /// @return empty if there is no such medium, or nobody's
    Optional<Money> depositHeld(Actor actor, MediumId medium);

    record Charge(MediumId medium, Grounds grounds) {}
}
