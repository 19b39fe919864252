package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.IssueCharges;
import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Reach;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fees and deposits for media by the site's tariff, taken from the holder's account (ID-33, ID-63).
public interface MediaCharges {

    static MediaCharges in(Bookkeeping keeping) {
        return new BookedMediaCharges(keeping, (_, _) -> {});
    }

    /// The same, for whoever issues media to some people only.
    static MediaCharges within(Reach reach, Bookkeeping keeping) {
        return new BookedMediaCharges(keeping, reach::require);
    }

    /// Takes what the tariff says as a medium is issued, exactly once for each medium.
    static IssueCharges atIssue(Bookkeeping keeping) {
        return new ChargesAtIssue(keeping);
    }

    /// What a card issued to somebody now would cost: told before it is made.
    ///
    /// @return empty if there is no such person, or no account
    Optional<Due> due(Actor actor, PersonId person);

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

    /// @param replaces why the medium before has to be replaced; null for a first one
    /// @param missing what the holder's account lacks for it; zero where it is covered
    /// @param cashTaken whether the desk may take what is missing in cash
    record Due(
            Money fee,
            Money deposit,
            @Nullable BlockReason replaces,
            Money missing,
            boolean cashTaken) {
        public boolean covered() {
            return !missing.positive();
        }

        public boolean free() {
            return fee.minor() == 0 && deposit.minor() == 0;
        }
    }

    record Charge(MediumId medium, Grounds grounds) {}
}
