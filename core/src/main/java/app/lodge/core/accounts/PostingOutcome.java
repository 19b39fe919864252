package app.lodge.core.accounts;

import app.lodge.core.books.Tx.JournalMark;
import app.lodge.core.money.Money;

/// What became of a posting.
sealed interface PostingOutcome {

    /// @param balanceAfter of the first entry's account; zero for a recording account
    record Booked(long number, Money balanceAfter, boolean forced, JournalMark mark)
            implements PostingOutcome {}

    /// It was booked before, under this number.
    record Repeated(long number) implements PostingOutcome {}

    /// An authorising posting would take the account below its floor.
    ///
    /// @param available what may still be taken
    record BelowFloor(AccountId account, Money available) implements PostingOutcome {}
}
