package app.lodge.core.purse;

import app.lodge.core.accounts.Bookkeeping;
import app.lodge.core.accounts.FourEyes;
import app.lodge.core.accounts.PurseApprovals;
import app.lodge.core.accounts.PurseMoney;
import app.lodge.core.accounts.PurseReceipt;
import app.lodge.core.accounts.Refusal;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Purses on cards: opened, loaded, refunded, paid out, moved to a replacement, revoked, and what their
/// records tell (CHAIN-22, CHAIN-28 to CHAIN-32, CHAIN-43, CHAIN-46).
///
/// The books come before the card: an order stands in them, with its money, before the card is
/// written. Whatever breaks in between is settled by the next {@link #seen} of the card.
public interface Purses {

    /// @param fourEyes who keeps approvals
    /// @param keys makes check values again, to compare
    /// @param holders knows whose cards are without a name
    static Purses in(
            Books books, Bookkeeping keeping, FourEyes fourEyes, CardKeys keys, Holders holders) {
        return new BookedPurses(
                books, PurseMoney.in(keeping), PurseApprovals.in(keeping, fourEyes), keys, holders);
    }

    /// The purses on some media, by medium; what cannot carry one is not asked about.
    static Map<MediumId, Purse> on(Purses purses, Actor actor, List<Medium> media) {
        var carried = new HashMap<MediumId, Purse>();
        for (var medium : media) {
            if (PurseOnCard.carries(medium.chip())) {
                purses.find(actor, medium.id()).ifPresent(purse -> carried.put(medium.id(), purse));
            }
        }
        return Map.copyOf(carried);
    }

    PurseRules rules(Actor actor);

    RulesOutcome changeRules(Actor actor, RequestId request, PurseRules rules);

    Optional<Purse> find(Actor actor, MediumId medium);

    /// The live card with this chip, if it has a purse.
    Optional<Purse> withUid(Actor actor, Uid uid);

    /// Opens a purse for a live card, or one in the making, before its state is written; a purse that
    /// is there stays.
    OpenOutcome open(Actor actor, RequestId request, MediumId medium);

    /// What has to be written to the card; its money moves now. The card has been {@link #seen}.
    ///
    /// A pay-out above the site's level answers `NeedsApproval` until it is ordered with an approval: the
    /// second person comes before the card (ID-27).
    OrderOutcome order(Actor actor, RequestId request, Wish wish);

    /// The card was read at the back office: takes records over that had not come yet, and settles
    /// orders that are on the card, or are not (CHAIN-32).
    SeenOutcome seen(Actor actor, RequestId request, PurseOnCard card);

    /// From a lost or broken card that is blocked or replaced to its holder's new one, after the waiting
    /// time: what is known then. The rest follows by order on the new card. Above the site's level for
    /// transfers a second person approves just this value (ID-27).
    ///
    /// @param approval 0 for none
    OrderOutcome move(Actor actor, RequestId request, MediumId from, MediumId to, long approval);

    /// No terminal takes this purse any more, once it holds the list of this number.
    RevokeOutcome revoke(Actor actor, RequestId request, MediumId medium);

    /// Purses that are revoked, by the list's number.
    List<Revoked> revoked(Actor actor);

    /// A terminal's record, exactly once (CHAIN-36, CHAIN-37).
    ///
    /// @param actor the device
    /// @return the posting's number, or why there is none
    Taken takeIn(Actor actor, long device, Uid uid, PurseRecord record);

    /// What does not add up, newest first.
    List<Alarm> alarms(Actor actor);

    /// Somebody has looked; the purse stays as it is.
    boolean settle(Actor actor, RequestId request, long alarm);

    /// Closes purses whose last day is over; called by the bridge's schedule.
    ///
    /// @return how many
    int expire(Actor system);

    enum State {
        ACTIVE,
        REVOKED,
        MOVED,
        EXPIRED
    }

    /// Where value comes from, or goes to.
    enum Source {
        CASH,
        CARD_TERMINAL,
        ACCOUNT,
        /// The purchase that is given back.
        PURCHASE,
        /// The purse before.
        PURSE
    }

    /// @param stated by loads and uploaded records
    /// @param counter the highest known
    /// @param missing records below it that have not come
    /// @param newest the last ten known, the newest first
    /// @param waiting orders that are not known to be on the card
    record Purse(
            MediumId medium,
            State state,
            Money stated,
            @Nullable LocalDate validUntil,
            long counter,
            long missing,
            long points,
            List<Known> newest,
            List<Waiting> waiting,
            long openAlarms,
            @Nullable Long listNumber,
            @Nullable MediumId movedTo) {}

    /// @param source `UPLOAD` or `CARD`
    record Known(PurseRecord record, String source, boolean genuine, @Nullable Long posting) {}

    record Waiting(long order, PurseKind kind, Money amount, Source source, Instant since) {}

    /// @param kind LOAD, REFUND or PAY_OUT
    /// @param amount above zero, in the purse's currency
    /// @param source CASH, CARD_TERMINAL or ACCOUNT for a load
    /// @param refunds counter of the purchase; 0 for none
    /// @param approval the second person's, for a pay-out; 0 for none
    record Wish(
            MediumId medium,
            PurseKind kind,
            Money amount,
            Source source,
            long refunds,
            long approval) {

        public Wish(MediumId medium, PurseKind kind, Money amount, Source source, long refunds) {
            this(medium, kind, amount, source, refunds, 0);
        }
    }

    sealed interface OpenOutcome {
        /// @param first what the card's state begins with
        /// @param most highest value that the chip allows, minor units
        record Opened(PurseState first, int most) implements OpenOutcome {}

        /// No live medium with a chip that can carry one.
        record NotPossible() implements OpenOutcome {}
    }

    sealed interface OrderOutcome {
        /// @param change write this to the card
        /// @param receipt for value over the counter; null until a pay-out is on the card
        record Ordered(long order, PurseChange change, @Nullable PurseReceipt receipt)
                implements OrderOutcome {}

        /// A rule of purses.
        record Refused(PurseRefusal refusal) implements OrderOutcome {}

        /// A rule of the account or drawer that the money comes from.
        record NoMoney(Refusal refusal) implements OrderOutcome {}

        /// Order it again, under a new request, with a second person's approval. Nothing has moved.
        ///
        /// @param above up to this nobody is asked
        record NeedsApproval(FourEyes.Matter matter, Money above) implements OrderOutcome {}

        /// The approval is for something else, used, one's own, or none at all. Nothing has moved.
        record NotApproved(long approval) implements OrderOutcome {}

        record Rejected(List<Problem> problems) implements OrderOutcome {}
    }

    /// @param purse null if the card has none here
    /// @param takenOver records that had not come yet
    /// @param settled orders whose fate the card told
    record SeenOutcome(@Nullable Purse purse, int takenOver, List<Settled> settled) {}

    /// @param onCard false: the card never got it, and its money went back to where it came from
    record Settled(
            long order,
            PurseKind kind,
            Money amount,
            Source source,
            boolean onCard,
            @Nullable PurseReceipt receipt) {}

    sealed interface RevokeOutcome {
        /// @param number of the list that has it first
        record OnList(long number) implements RevokeOutcome {}

        record NotPossible() implements RevokeOutcome {}
    }

    record Revoked(long number, MediumId medium, @Nullable String uid) {}

    sealed interface RulesOutcome {
        record Changed(PurseRules rules) implements RulesOutcome {}

        record Rejected(List<Problem> problems) implements RulesOutcome {}
    }

    /// @param remark for the device's journal; empty if all is well
    record Taken(@Nullable Long posting, String remark) {}

    record Alarm(
            long number,
            MediumId medium,
            PurseDetector.Finding finding,
            long counter,
            Instant foundAt,
            @Nullable Instant settledAt) {}
}
