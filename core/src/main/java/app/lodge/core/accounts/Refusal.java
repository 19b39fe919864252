package app.lodge.core.accounts;

import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;

/// Why money was not moved: which rule, whose, and what remains.
public sealed interface Refusal {

    /// @param available what may still be taken
    record BelowFloor(AccountId account, Money available) implements Refusal {}

    /// Overdraft is for paying, not for giving away.
    ///
    /// @param own money on the account that is not reserved
    record NotFromOverdraft(AccountId account, Money own) implements Refusal {}

    record Blocked(AccountId account, BlockReason reason) implements Refusal {}

    record Closed(AccountId account) implements Refusal {}

    /// @param remains in minor units, or as a count where the limit counts
    record LimitReached(Limit limit, long remains) implements Refusal {}

    record AlreadyReversed(long by) implements Refusal {}

    /// A purchase that has been refunded, a reversal, or what settled an account.
    record NotReversible(PostingKind kind) implements Refusal {}

    /// @param remains of what was paid and not yet given back
    record MoreThanPaid(Money remains) implements Refusal {}

    /// Payments are under way: settle when they have ended.
    record MoneyReserved(AccountId account, Money reserved) implements Refusal {}

    /// The holder owes money; have it paid in, or correct it, first.
    record Owes(AccountId account, Money owed) implements Refusal {}

    /// The medium's deposit was taken before.
    record DepositHeld(Money deposit) implements Refusal {}

    /// A pay-out that the bank has been told of: it comes back as the bank's return of that file.
    record InBankFile(long posting, long file) implements Refusal {}

    record NoDeposit(MediumId medium) implements Refusal {}
}
