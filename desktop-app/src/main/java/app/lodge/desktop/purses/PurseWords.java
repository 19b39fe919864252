package app.lodge.desktop.purses;

import app.lodge.core.books.Actor;
import app.lodge.core.media.Media;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import app.lodge.core.purse.PurseRefusal;
import app.lodge.core.purse.PurseState;
import app.lodge.core.purse.Purses.Settled;
import app.lodge.desktop.accounts.RefusalWords;
import app.lodge.desktop.shell.Message;
import app.lodge.personalization.purse.PurseDesk.Visit;
import app.lodge.personalization.purse.PurseOutcome;
import java.util.Currency;

/// Outcomes of purses in words: which rule, whose, what remains.
public final class PurseWords {

    private PurseWords() {}

    /// What is printed on a card, for one that the books number.
    public interface CardNames {
        String of(MediumId medium);
    }

    /// Asks the books; waits for the bridge.
    public static CardNames names(Actor actor, Media media) {
        return id -> media.find(actor, id).map(Medium::number).orElse(name(id.number()));
    }

    /// How a visit at the counter ended.
    public static Message of(Visit visit, Currency currency, CardNames names) {
        return switch (visit) {
            case Visit.Done(var look, var receipt) -> {
                var value = new Money(look.card().value(), currency);
                yield receipt == null
                        ? Message.of("purse.done", value)
                        : Message.of(
                                "purse.done-receipt",
                                value,
                                "%s-%06d".formatted(receipt.series(), receipt.number()));
            }
            case Visit.NotOurs(var uid) -> Message.of("purse.not-ours", uid.hex());
            case Visit.Refused(var refusal) -> of(refusal, names);
            case Visit.NoMoney(var refusal) -> RefusalWords.of(refusal, currency);
            case Visit.Rejected(var problems) -> Message.of(problems.getFirst());
            case Visit.CardRefused(var outcome) -> of(outcome);
            case Visit.NeedsApproval(var matter, var above) ->
                    Message.of("purse.needs-approval", matter.amount(), above);
            case Visit.NotApproved _ -> Message.of("purse.not-approved");
            case Visit.Torn _ -> Message.of("purse.torn");
        };
    }

    private static Message of(PurseOutcome outcome) {
        return switch (outcome) {
            case PurseOutcome.Done _ -> Message.of("purse.on-card");
            case PurseOutcome.Insufficient _,
                    PurseOutcome.Expired _,
                    PurseOutcome.OtherCurrency _ ->
                    Message.of("purse.card-refused");
            case PurseOutcome.Inconsistent _ -> Message.of("purse.inconsistent");
        };
    }

    public static Message of(PurseRefusal refusal, CardNames names) {
        return switch (refusal) {
            case PurseRefusal.AboveMaximum(var medium, var maximum, var remains) ->
                    Message.of("purse.refusal.above-maximum", names.of(medium), maximum, remains);
            case PurseRefusal.Insufficient(var medium, var value) ->
                    Message.of("purse.refusal.insufficient", names.of(medium), value);
            case PurseRefusal.Expired(var medium, var last) ->
                    Message.of("purse.refusal.expired", names.of(medium), last.toString());
            case PurseRefusal.NotActive(var medium, _) ->
                    Message.of("purse.refusal.not-active", names.of(medium));
            case PurseRefusal.NoPurse(var medium) ->
                    Message.of("purse.refusal.no-purse", names.of(medium));
            case PurseRefusal.NameNeeded(var medium, var above) ->
                    Message.of("purse.refusal.name-needed", names.of(medium), above);
            case PurseRefusal.LossNotTaken(var medium) ->
                    Message.of("purse.refusal.loss-not-taken", names.of(medium));
            case PurseRefusal.TooEarly(var medium, var until) ->
                    Message.of(
                            "purse.refusal.too-early",
                            names.of(medium),
                            until.toString().substring(0, 10));
            case PurseRefusal.NotItsReplacement(var medium) ->
                    Message.of("purse.refusal.not-its-replacement", names.of(medium));
            case PurseRefusal.NoSuchPurchase(var medium, long counter, var remains) ->
                    Message.of(
                            "purse.refusal.no-such-purchase",
                            names.of(medium),
                            name(counter),
                            remains);
            case PurseRefusal.UnderSuspicion(var medium, long alarms) ->
                    Message.of("purse.refusal.under-suspicion", names.of(medium), alarms);
            case PurseRefusal.OrderWaiting(var medium, long order) ->
                    Message.of("purse.refusal.order-waiting", names.of(medium), name(order));
        };
    }

    /// What became of an order that had been in doubt.
    public static Message of(Settled settled) {
        return Message.of(
                settled.onCard() ? "purse.settled-on-card" : "purse.settled-given-back",
                settled.amount());
    }

    /// @param number a currency's of ISO 4217
    public static Currency currency(int number, Currency otherwise) {
        return PurseState.currency(number).orElse(otherwise);
    }

    private static String name(long number) {
        return String.valueOf(number);
    }
}
