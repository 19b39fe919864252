package app.lodge.desktop.carddesk;

import app.lodge.core.accounts.Movement;
import app.lodge.core.media.Media.Spread;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import app.lodge.core.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a matter at the desk has come; each case is what the clerk sees now.
public sealed interface DeskFlow {

    /// It waits for a card on the reader, or for the site's answer.
    record Working() implements DeskFlow {}

    /// The lost card is blocked; a replacement may follow, or it was in the other pocket after all.
    ///
    /// @param spread null until it was asked for
    record LostBlocked(Medium medium, @Nullable Spread spread) implements DeskFlow {}

    /// The new card is in the holder's hand.
    ///
    /// @param charges what it cost, as booked, the newest first; empty for nothing
    record Replaced(Medium before, String number, List<Movement> charges) implements DeskFlow {}

    /// The lost card lives again.
    record Found(Medium medium) implements DeskFlow {}

    /// It was replaced meanwhile, and stays dead.
    record FoundTooLate(Medium medium) implements DeskFlow {}

    /// The card is back.
    ///
    /// @param deposit what was given back to the account; empty for none
    /// @param balance what the account holds; empty where there is none
    record Returned(Medium medium, Optional<Money> deposit, Optional<Money> balance)
            implements DeskFlow {}

    /// The balance left the cash desk.
    record PaidOut(Medium medium, Money amount) implements DeskFlow {}

    record Destroyed(Medium medium) implements DeskFlow {}

    record Lent(Medium medium, Instant until) implements DeskFlow {}

    /// Whether a medium can be reported lost: the holder's own, and valid or blocked.
    static boolean canBeLost(Medium medium) {
        return !medium.loan()
                && (medium.state() == MediumState.ACTIVE || medium.state() == MediumState.BLOCKED);
    }

    static boolean canComeBack(Medium medium) {
        return medium.state().canBecome(MediumState.RETURNED);
    }
}
