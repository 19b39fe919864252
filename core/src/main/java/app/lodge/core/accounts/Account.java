package app.lodge.core.accounts;

import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import org.jspecify.annotations.Nullable;

/// A person's stored-value account as it stands now.
///
/// available = balance + overdraft − reserved (ID-20).
///
/// @param blocked independent of the state of any medium (ID-41)
public record Account(
        AccountId id,
        PersonId holder,
        Money balance,
        Money reserved,
        Money overdraft,
        boolean blocked,
        @Nullable BlockReason blockReason) {

    public Money available() {
        return balance.plus(overdraft).minus(reserved);
    }
}
