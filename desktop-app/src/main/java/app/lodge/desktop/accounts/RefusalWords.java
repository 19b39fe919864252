package app.lodge.desktop.accounts;

import app.lodge.core.accounts.Limit;
import app.lodge.core.accounts.Refusal;
import app.lodge.core.money.Money;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Wording;
import java.util.Currency;

/// Says why money was not moved: which rule, whose, and what remains (ID-13, ID-27).
public final class RefusalWords {

    private RefusalWords() {}

    /// @param currency of the account that a limit's amount is in
    public static Message of(Refusal refusal, Currency currency) {
        return switch (refusal) {
            case Refusal.BelowFloor(var id, var available) ->
                    Message.of("refusal.below-floor", number(id.number()), available);
            case Refusal.NotFromOverdraft(var id, var own) ->
                    Message.of("refusal.not-from-overdraft", number(id.number()), own);
            case Refusal.Blocked(var id, var reason) ->
                    Message.of(
                            "refusal.blocked",
                            number(id.number()),
                            Message.of(Wording.key("block-reason", reason)));
            case Refusal.Closed(var id) -> Message.of("refusal.closed", number(id.number()));
            case Refusal.LimitReached(var limit, long remains) ->
                    Message.of(
                            "refusal.limit-reached",
                            kind(limit.kind()),
                            owner(limit),
                            amount(limit.kind(), limit.most(), currency),
                            amount(limit.kind(), remains, currency));
            case Refusal.AlreadyReversed(long by) ->
                    Message.of("refusal.already-reversed", number(by));
            case Refusal.NotReversible(var kind) ->
                    Message.of(
                            "refusal.not-reversible",
                            Message.of(Wording.key("posting-kind", kind)));
            case Refusal.MoreThanPaid(var remains) -> Message.of("refusal.more-than-paid", remains);
            case Refusal.MoneyReserved(var id, var reserved) ->
                    Message.of("refusal.money-reserved", number(id.number()), reserved);
            case Refusal.Owes(var id, var owed) ->
                    Message.of("refusal.owes", number(id.number()), owed);
            case Refusal.DepositHeld(var deposit) -> Message.of("refusal.deposit-held", deposit);
            case Refusal.InBankFile(long posting, long file) ->
                    Message.of("refusal.in-bank-file", number(file), "LODGE-T-" + posting);
            case Refusal.NoDeposit(var medium) ->
                    Message.of("refusal.no-deposit", number(medium.number()));
        };
    }

    public static Message kind(Limit.Kind kind) {
        return Message.of(Wording.key("limit-kind", kind));
    }

    public static Message owner(Limit limit) {
        return Message.of(Wording.key("limit-owner", limit.owner()), number(limit.whose()));
    }

    /// Money, or a count where the limit counts.
    public static Object amount(Limit.Kind kind, long amount, Currency currency) {
        return kind.counts() ? number(amount) : new Money(amount, currency);
    }

    private static String number(long number) {
        return String.valueOf(number);
    }
}
