package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.Limit;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.Receipt;
import app.lodge.core.accounts.Refusal;
import app.lodge.core.accounts.Refusal.LimitReached;
import app.lodge.core.money.Money;
import app.lodge.core.settings.Settings;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What commands say of money that was moved, or was not.
final class MoveAnswers {

    private final Session session;
    private final Currency currency;

    MoveAnswers(Session session, Doors doors) {
        this(session, doors.door(Settings.class).site(doors.actor()).currency());
    }

    /// @param currency of the account that is moved
    MoveAnswers(Session session, Currency currency) {
        this.session = session;
        this.currency = currency;
    }

    Currency currency() {
        return currency;
    }

    /// @throws app.lodge.desktop.commandline.Refusal if nobody has the number
    static Account accountOf(Doors doors, String field, String typed) {
        var person = Values.person(field, typed);
        return doors.door(Accounts.class)
                .ofPerson(doors.actor(), person)
                .orElseThrow(() ->
                        new app.lodge.desktop.commandline.Refusal(
                                "cli.no-such-person", String.valueOf(person.number())));
    }

    Answer of(MoveOutcome outcome) {
        return switch (outcome) {
            case MoveOutcome.Moved(long posting, Account account, var receipt) ->
                    new Answer.Done(
                            facts(posting, account, receipt), lines(posting, account, receipt));
            case MoveOutcome.Refused(Refusal refusal) -> refused(refusal);
            case MoveOutcome.NeedsApproval(Matter matter, Money above) ->
                    Answer.refused(
                            "cli.account.needs-approval",
                            matter.amount().toString(),
                            above.toString());
            case MoveOutcome.NotApproved(long approval) ->
                    Answer.refused("cli.account.not-approved", String.valueOf(approval));
            case MoveOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private static Map<String, Object> facts(
            long posting, Account account, @Nullable Receipt receipt) {
        var facts = new HashMap<String, Object>();
        facts.put("posting", posting);
        facts.put("account", account);
        if (receipt != null) {
            facts.put("receipt", receipt);
        }
        return facts;
    }

    private List<String> lines(long posting, Account account, @Nullable Receipt receipt) {
        var lines = new ArrayList<String>();
        lines.add(
                session.text(
                        "cli.account.moved",
                        String.valueOf(posting),
                        String.valueOf(account.id().number()),
                        account.balance().toString()));
        if (receipt != null) {
            lines.add(
                    session.text(
                            "cli.account.receipt",
                            receipt.series(),
                            String.valueOf(receipt.number()),
                            String.valueOf(receipt.journalNumber()),
                            receipt.journalHash()));
        }
        return lines;
    }

    private Answer refused(Refusal refusal) {
        return switch (refusal) {
            case Refusal.BelowFloor(var account, Money available) ->
                    Answer.refused(
                            "refusal.below-floor", number(account.number()), text(available));
            case Refusal.NotFromOverdraft(var account, Money own) ->
                    Answer.refused(
                            "refusal.not-from-overdraft", number(account.number()), text(own));
            case Refusal.Blocked(var account, var reason) ->
                    Answer.refused(
                            "refusal.blocked", number(account.number()), Values.kebab(reason));
            case Refusal.Closed(var account) ->
                    Answer.refused("refusal.closed", number(account.number()));
            case LimitReached(Limit limit, long remains) ->
                    Answer.refused(
                            "refusal.limit-reached",
                            session.text("limit-kind." + Values.kebab(limit.kind())),
                            owner(limit),
                            most(limit, limit.most()),
                            most(limit, remains));
            case Refusal.AlreadyReversed(long by) ->
                    Answer.refused("refusal.already-reversed", number(by));
            case Refusal.NotReversible(var kind) ->
                    Answer.refused(
                            "refusal.not-reversible",
                            session.text("posting-kind." + Values.kebab(kind)));
            case Refusal.MoreThanPaid(Money remains) ->
                    Answer.refused("refusal.more-than-paid", text(remains));
            case Refusal.MoneyReserved(var account, Money reserved) ->
                    Answer.refused(
                            "refusal.money-reserved", number(account.number()), text(reserved));
            case Refusal.Owes(var account, Money owed) ->
                    Answer.refused("refusal.owes", number(account.number()), text(owed));
            case Refusal.DepositHeld(Money deposit) ->
                    Answer.refused("refusal.deposit-held", text(deposit));
            case Refusal.InBankFile(long posting, long file) ->
                    Answer.refused("refusal.in-bank-file", number(file), "LODGE-T-" + posting);
            case Refusal.NoDeposit(var medium) ->
                    Answer.refused("refusal.no-deposit", number(medium.number()));
        };
    }

    String owner(Limit limit) {
        return session.text("limit-owner." + Values.kebab(limit.owner()), number(limit.whose()));
    }

    String most(Limit limit, long amount) {
        return limit.kind().counts() ? number(amount) : new Money(amount, currency).toString();
    }

    private static String text(Money money) {
        return money.toString();
    }

    private static String number(long number) {
        return String.valueOf(number);
    }
}
