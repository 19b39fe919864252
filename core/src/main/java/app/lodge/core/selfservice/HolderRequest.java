package app.lodge.core.selfservice;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Limit;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a holder does with a login. A portal sends it, or a clerk enters it on the holder's behalf: the
/// checks are the same (requirements 0.1).
public sealed interface HolderRequest {

    /// Which accounts it is linked to, and how they stand.
    record See() implements HolderRequest {}

    /// Has a code sent to whoever owns the account (ID-23).
    record AskRelease(Link.Wanted wanted) implements HolderRequest {}

    /// The code from the owner's mail.
    record Release(long link, String code) implements HolderRequest {}

    record Unlink(long link) implements HolderRequest {}

    /// @param after a page's `next`, or null for the first page
    record Movements(AccountId account, @Nullable String after) implements HolderRequest {}

    /// Whose account it is, masked: to be looked at before money goes there (ID-26).
    record Recipient(AccountId account) implements HolderRequest {}

    /// @param recipient the masked name as it was shown and agreed to
    record Transfer(AccountId from, AccountId to, Money amount, String recipient)
            implements HolderRequest {}

    /// From the owner's bank account, by the mandate that there is (ID-28).
    record TopUp(AccountId account, Money amount) implements HolderRequest {}

    /// @param most minor units or a count; null takes the limit away
    record SetLimit(AccountId account, Limit.Kind kind, @Nullable Long most)
            implements HolderRequest {}

    /// The holder's own data, and what was asked to be changed (ID-09).
    record OwnData() implements HolderRequest {}

    record ChangeData(Map<PersonField, String> wanted) implements HolderRequest {
        public ChangeData {
            wanted = Map.copyOf(wanted);
        }
    }

    /// The code from the mail to the new address (ID-24).
    record ConfirmAddress(long request, String code) implements HolderRequest {}
}
