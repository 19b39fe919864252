package app.lodge.core.accounts;

import app.lodge.core.money.Money;

/// One line of a posting.
///
/// @param amount positive raises the account; never zero, at most 10^15 minor units either way
record Entry(AccountId account, Money amount) {

    private static final long MOST = 1_000_000_000_000_000L;

    Entry {
        if (amount.minor() == 0 || amount.minor() > MOST || amount.minor() < -MOST) {
            throw new IllegalArgumentException(
                    "An entry of %s on account %d: must be other than 0 and at most 10^15 minor units"
                            .formatted(amount, account.number()));
        }
    }
}
