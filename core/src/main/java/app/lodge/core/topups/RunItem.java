package app.lodge.core.topups;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import org.jspecify.annotations.Nullable;

/// One payment that waits for the next file for the bank.
///
/// @param number of the top-up order to be collected, or of the posting that paid out
/// @param reference end to end
/// @param person null where nobody is known any more
/// @param mandate whose bank details are used; 0 for none
/// @param hindrance why no file can take it; null where the next one does
public record RunItem(
        long number,
        String reference,
        AccountId account,
        @Nullable PersonId person,
        Money amount,
        long mandate,
        @Nullable Hindrance hindrance) {

    /// What keeps a payment out of a file.
    public enum Hindrance {
        /// No mandate gives an IBAN, or the person was erased.
        NO_BANK_DETAILS,
        MANDATE_REVOKED,
        NOT_EUROS
    }

    boolean ready() {
        return hindrance == null;
    }
}
