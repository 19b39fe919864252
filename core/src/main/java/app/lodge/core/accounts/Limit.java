package app.lodge.core.accounts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One limit, as it was set (ID-13, ID-19).
///
/// @param whose the account's number, or the group's; 0 for the site
/// @param most minor units of the account's currency, or a count
/// @param until the last day on which it holds; null for good
public record Limit(Kind kind, Owner owner, long whose, long most, @Nullable LocalDate until) {

    public enum Kind {
        /// How far below zero payments may take the account.
        OVERDRAFT,
        SPENT_PER_DAY,
        SPENT_PER_WEEK,
        SPENT_PER_MONTH,
        PAYMENTS_PER_DAY,
        PAYMENTS_PER_WEEK,
        PAYMENTS_PER_MONTH,
        BALANCE,
        TRANSFER,
        TRANSFERRED_PER_DAY;

        /// Whether it counts payments instead of money.
        public boolean counts() {
            return this == PAYMENTS_PER_DAY
                    || this == PAYMENTS_PER_WEEK
                    || this == PAYMENTS_PER_MONTH;
        }
    }

    /// A limit on the account wins over any group's, and a group's over the site's; among groups the
    /// smallest wins.
    public enum Owner {
        ACCOUNT,
        GROUP,
        SITE
    }
}
