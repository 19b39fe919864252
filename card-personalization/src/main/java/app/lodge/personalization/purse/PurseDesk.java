package app.lodge.personalization.purse;

import app.lodge.core.accounts.FourEyes;
import app.lodge.core.accounts.PurseReceipt;
import app.lodge.core.accounts.Refusal;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.purse.PurseChange;
import app.lodge.core.purse.PurseKind;
import app.lodge.core.purse.PurseOnCard;
import app.lodge.core.purse.PurseRefusal;
import app.lodge.core.purse.Purses;
import app.lodge.core.purse.Purses.OpenOutcome;
import app.lodge.core.purse.Purses.OrderOutcome;
import app.lodge.core.purse.Purses.Purse;
import app.lodge.core.purse.Purses.SeenOutcome;
import app.lodge.core.purse.Purses.Settled;
import app.lodge.core.purse.Purses.Source;
import app.lodge.core.purse.Purses.Wish;
import app.lodge.personalization.cards.CardReader;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The counter's work with purses: look, prepare, load, refund, pay out, move (CHAIN-22, CHAIN-32).
///
/// The order comes into the books first, then onto the card, then the card is read and the books are
/// told. Killed anywhere between, the next {@link #look} at the card settles it to the cent. Where a second
/// person has to approve, that comes before the order: until then neither books nor card change (ID-27).
public final class PurseDesk {

    private final Purses purses;
    private final AnyPurse card;
    private final PurseEncoder encoder;

    public PurseDesk(Purses purses, CardKeys keys) {
        this.purses = purses;
        this.card = AnyPurse.ofOffice(keys);
        this.encoder = new PurseEncoder(keys);
    }

    /// @param purse as the books have it now; null if the card is none of ours
    public record Look(PurseOnCard card, @Nullable Purse purse, List<Settled> settled) {}

    /// How a visit at the counter ended.
    public sealed interface Visit {

        /// @param receipt null where nothing went over the counter
        record Done(Look look, @Nullable PurseReceipt receipt) implements Visit {}

        record NotOurs(Uid uid) implements Visit {}

        record Refused(PurseRefusal refusal) implements Visit {}

        record NoMoney(Refusal refusal) implements Visit {}

        record Rejected(List<Problem> problems) implements Visit {}

        /// Come again with a second person's approval; the card is as it was.
        ///
        /// @param above up to this nobody is asked
        record NeedsApproval(FourEyes.Matter matter, Money above) implements Visit {}

        /// The approval is for something else, used, one's own, or none at all; the card is as it was.
        record NotApproved(long approval) implements Visit {}

        /// The card did not take it; the next look gives the money back.
        record CardRefused(PurseOutcome outcome) implements Visit {}

        /// The card went away: whether it has it, the card itself knows. {@link PurseDesk#finish} with
        /// the same card.
        record Torn(Uid uid, OrderOutcome.Ordered order, DeviceFault fault) implements Visit {}
    }

    /// Reads the card, and takes over what the books did not know.
    public Look look(Actor actor, CardReader reader, Duration wait) throws DeviceException {
        var seen = card.look(actor, reader, wait);
        SeenOutcome told = purses.seen(actor, RequestId.fresh(), seen);
        return new Look(seen, told.purse(), told.settled());
    }

    /// Puts an empty purse on a card of ours; one that is there keeps its value.
    ///
    /// @return whether the card can have one
    public boolean prepare(Actor actor, CardReader reader, Duration wait, MediumId medium, Uid uid)
            throws DeviceException {
        return switch (purses.open(actor, RequestId.fresh(), medium)) {
            case OpenOutcome.NotPossible _ -> false;
            case OpenOutcome.Opened(var first, int most) -> {
                encoder.encode(actor, reader, wait, uid, first, most);
                yield true;
            }
        };
    }

    /// One matter from its beginning to its end, or to where the card went away.
    public Visit visit(
            Actor actor, RequestId request, CardReader reader, Duration wait, PurseMatter matter)
            throws DeviceException {
        return switch (matter) {
            case PurseMatter.Load(var amount, var source) ->
                    load(actor, request, reader, wait, amount, source);
            case PurseMatter.PayOut(var amount, long approval) ->
                    payOut(actor, request, reader, wait, amount, approval);
            case PurseMatter.Refund(var amount, long counter) ->
                    refund(actor, request, reader, wait, amount, counter);
            case PurseMatter.Move(var from, long approval) ->
                    move(actor, request, reader, wait, from, approval);
        };
    }

    /// @param source CASH, CARD_TERMINAL or ACCOUNT
    public Visit load(
            Actor actor,
            RequestId request,
            CardReader reader,
            Duration wait,
            Money amount,
            Source source)
            throws DeviceException {
        return ordered(
                actor,
                request,
                reader,
                wait,
                medium -> new Wish(medium, PurseKind.LOAD, amount, source, 0));
    }

    /// Gives a purchase back to the card.
    ///
    /// @param counter of the purchase's record
    public Visit refund(
            Actor actor,
            RequestId request,
            CardReader reader,
            Duration wait,
            Money amount,
            long counter)
            throws DeviceException {
        return ordered(
                actor,
                request,
                reader,
                wait,
                medium -> new Wish(medium, PurseKind.REFUND, amount, Source.PURCHASE, counter));
    }

    /// Takes value off the card; hand the money out with the receipt, not before.
    ///
    /// @param approval a second person's, for this amount from the purse of this very card; 0 for none
    public Visit payOut(
            Actor actor,
            RequestId request,
            CardReader reader,
            Duration wait,
            Money amount,
            long approval)
            throws DeviceException {
        return ordered(
                actor,
                request,
                reader,
                wait,
                medium -> new Wish(medium, PurseKind.PAY_OUT, amount, Source.CASH, 0, approval));
    }

    private Visit ordered(
            Actor actor,
            RequestId request,
            CardReader reader,
            Duration wait,
            Function<MediumId, Wish> wish)
            throws DeviceException {
        return atPurse(
                actor, reader, wait, medium -> purses.order(actor, request, wish.apply(medium)));
    }

    /// The value of the holder's card before onto the one on the reader.
    ///
    /// @param approval a second person's, for just this value onto this very card; 0 for none
    public Visit move(
            Actor actor,
            RequestId request,
            CardReader reader,
            Duration wait,
            MediumId from,
            long approval)
            throws DeviceException {
        return atPurse(
                actor, reader, wait, medium -> purses.move(actor, request, from, medium, approval));
    }

    private Visit atPurse(
            Actor actor, CardReader reader, Duration wait, Function<MediumId, OrderOutcome> order)
            throws DeviceException {
        var look = look(actor, reader, wait);
        var purse = look.purse();
        return purse == null
                ? new Visit.NotOurs(look.card().uid())
                : carryOut(actor, reader, wait, look.card().uid(), order.apply(purse.medium()));
    }

    private Visit carryOut(
            Actor actor, CardReader reader, Duration wait, Uid uid, OrderOutcome outcome) {
        return switch (outcome) {
            case OrderOutcome.Refused(var refusal) -> new Visit.Refused(refusal);
            case OrderOutcome.NoMoney(var refusal) -> new Visit.NoMoney(refusal);
            case OrderOutcome.Rejected(var problems) -> new Visit.Rejected(problems);
            case OrderOutcome.NeedsApproval(var matter, var above) ->
                    new Visit.NeedsApproval(matter, above);
            case OrderOutcome.NotApproved(long approval) -> new Visit.NotApproved(approval);
            case OrderOutcome.Ordered ordered -> finish(actor, reader, wait, uid, ordered);
        };
    }

    /// Writes what was ordered, if the card does not hold it yet.
    public Visit finish(
            Actor actor, CardReader reader, Duration wait, Uid uid, OrderOutcome.Ordered ordered) {
        try {
            PurseChange change = ordered.change();
            return switch (card.change(actor, reader, wait, uid, change)) {
                case PurseOutcome.Done _ -> {
                    var look = look(actor, reader, wait);
                    var paid =
                            look.settled().stream()
                                    .filter(each -> each.order() == ordered.order())
                                    .map(Settled::receipt)
                                    .filter(java.util.Objects::nonNull)
                                    .findFirst()
                                    .orElse(null);
                    yield new Visit.Done(
                            look, change.kind() == PurseKind.PAY_OUT ? paid : ordered.receipt());
                }
                case PurseOutcome.Insufficient refused -> new Visit.CardRefused(refused);
                case PurseOutcome.Expired refused -> new Visit.CardRefused(refused);
                case PurseOutcome.OtherCurrency refused -> new Visit.CardRefused(refused);
                case PurseOutcome.Inconsistent refused -> new Visit.CardRefused(refused);
            };
        } catch (DeviceException e) {
            return new Visit.Torn(uid, ordered, e.fault());
        }
    }
}
