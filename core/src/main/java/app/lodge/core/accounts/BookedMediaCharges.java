package app.lodge.core.accounts;

import app.lodge.core.accounts.MoveOutcome.Refused;
import app.lodge.core.accounts.MoveOutcome.Rejected;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.Replacements;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/// Rows of the tariff as postings that name their medium.
final class BookedMediaCharges implements MediaCharges {

    private final Bookkeeping keeping;
    private final Moves moves;
    private final MediumChargeStore store = new MediumChargeStore();
    private final RecordingAccounts recording = new RecordingAccounts();
    private final Replacements replacements;

    private final BiConsumer<Actor, PersonId> reach;

    /// @param reach refuses those whom the actor does not reach
    BookedMediaCharges(Bookkeeping keeping, BiConsumer<Actor, PersonId> reach) {
        this.keeping = keeping;
        this.moves = new Moves(keeping, FourEyes.nobody());
        this.reach = reach;
        this.replacements = Replacements.in(keeping.books());
    }

    @Override
    public Optional<Due> due(Actor actor, PersonId person) {
        actor.require(Permission.ISSUE_CARDS);
        reach.accept(actor, person);
        return new AccountStore(keeping.books())
                .ofPerson(person, keeping.settings().currency())
                .map(this::due);
    }

    private Due due(Account account) {
        var before = replacements.before(account.holder(), MediumKind.CARD);
        boolean held =
                keeping.books()
                        .snapshot(sql ->
                                before.stream().anyMatch(one -> store.held(sql, one.id()) != 0));
        var owed =
                ChargesAtIssue.owed(
                        keeping.rules().tariff(),
                        before.stream().map(ChargesAtIssue::why).toList(),
                        held);
        var currency = account.balance().currency();
        return new Due(
                new Money(owed.fee(), currency),
                new Money(owed.deposit(), currency),
                owed.replaces(),
                new Money(Math.max(0, owed.total() - account.available().minor()), currency),
                keeping.rules().tariff().uncovered() == AccountRules.Uncovered.CASH);
    }

    @Override
    public MoveOutcome issue(Actor actor, RequestId request, Charge charge) {
        return once(
                actor,
                request,
                "media-charges.issue",
                charge,
                List.of(charge),
                (tx, account) -> {
                    var tariff = keeping.rules().tariff();
                    var held = store.held(tx.sql(), charge.medium());
                    if (held != 0) {
                        return new Refused(new Refusal.DepositHeld(money(held, account)));
                    }
                    var charged = ChargesAtIssue.before(tx, moves.ledger(), charge.medium());
                    if (charged.isPresent()) {
                        return moves.moved(tx, charged.get(), account.id());
                    }
                    var postings = new ArrayList<Posting>();
                    if (tariff.issue() != 0) {
                        postings.add(fee(tx, request, charge, account, tariff.issue()));
                    }
                    if (tariff.deposit() != 0) {
                        postings.add(
                                posting(
                                        tx,
                                        PostingKind.DEPOSIT,
                                        origin(request, "deposit", charge),
                                        account,
                                        -tariff.deposit(),
                                        recording.mediaDeposits(tx, currency(account)),
                                        charge,
                                        List.of()));
                    }
                    return bookAll(tx, postings, account);
                });
    }

    @Override
    public MoveOutcome replace(Actor actor, RequestId request, Charge charge, BlockReason why) {
        return once(
                actor,
                request,
                "media-charges.replace",
                charge,
                List.of(charge, why),
                (tx, account) -> {
                    var amount = keeping.rules().tariff().replacement().getOrDefault(why, 0L);
                    return bookAll(
                            tx,
                            amount == 0
                                    ? List.of()
                                    : List.of(fee(tx, request, charge, account, amount)),
                            account);
                });
    }

    @Override
    public MoveOutcome giveBack(Actor actor, RequestId request, Charge charge) {
        return once(
                actor,
                request,
                "media-charges.give-back",
                charge,
                List.of(charge),
                (tx, account) -> {
                    var held = store.held(tx.sql(), charge.medium());
                    if (held == 0) {
                        return new Refused(new Refusal.NoDeposit(charge.medium()));
                    }
                    return bookAll(
                            tx,
                            List.of(
                                    posting(
                                            tx,
                                            PostingKind.DEPOSIT_RETURN,
                                            origin(request, "return", charge),
                                            account,
                                            held,
                                            recording.mediaDeposits(tx, currency(account)),
                                            charge,
                                            List.of())),
                            account);
                });
    }

    @Override
    public Optional<Money> depositHeld(Actor actor, MediumId medium) {
        actor.require(Permission.SEE_BOOKS);
        return keeping.books()
                .snapshot(sql ->
                        store.accountOf(sql, medium, keeping.settings().currency())
                                .map(_ ->
                                        new Money(
                                                store.held(sql, medium),
                                                keeping.settings().currency())));
    }

    private MoveOutcome once(
            Actor actor,
            RequestId request,
            String door,
            Charge charge,
            Object content,
            BiFunction<Tx, Account, MoveOutcome> work) {
        actor.require(Permission.MOVE_MONEY);
        return keeping.books()
                .once(
                        actor,
                        request,
                        door,
                        content,
                        MoveOutcome.class,
                        tx -> {
                            var account =
                                    store.accountOf(
                                                    tx.sql(),
                                                    charge.medium(),
                                                    keeping.settings().currency())
                                            .flatMap(id -> moves.find(tx, id));
                            if (account.isEmpty()) {
                                return new Rejected(
                                        List.of(
                                                Problem.of(
                                                        "medium",
                                                        charge.medium().number(),
                                                        "media-charges.unknown")));
                            }
                            return Moves.first(
                                    () -> Moves.rejected(charge.grounds()),
                                    () ->
                                            moves.past().closed(tx, account.get().id())
                                                    ? new Refused(
                                                            new Refusal.Closed(account.get().id()))
                                                    : null,
                                    () -> work.apply(tx, account.get()));
                        });
    }

    /// All of them or none: what they take together is asked for before the first is booked.
    private MoveOutcome bookAll(Tx tx, List<Posting> postings, Account account) {
        if (postings.isEmpty()) {
            return new Rejected(List.of(Problem.of("medium", "", "media-charges.free")));
        }
        var total =
                postings.stream()
                        .mapToLong(each -> each.entries().getFirst().amount().minor())
                        .sum();
        if (-total > account.available().minor()) {
            return new Refused(new Refusal.BelowFloor(account.id(), account.available()));
        }
        var outcomes = postings.stream().map(each -> moves.book(tx, each, account.id())).toList();
        return outcomes.getLast();
    }

    private Posting fee(Tx tx, RequestId request, Charge charge, Account account, long amount) {
        var taxes = keeping.rules().feeTaxes(amount);
        return posting(
                tx,
                PostingKind.FEE,
                origin(request, "fee", charge),
                account,
                -amount,
                recording.fees(tx, currency(account)),
                charge,
                taxes);
    }

    private static Posting posting(
            Tx tx,
            PostingKind kind,
            Origin origin,
            Account account,
            long amount,
            AccountId other,
            Charge charge,
            List<TaxLine> taxes) {
        var money = money(amount, account);
        return new Posting(
                kind,
                origin,
                tx.now(),
                List.of(new Entry(account.id(), money), new Entry(other, money.negated())),
                Booking.AUTHORISING,
                0,
                null,
                false,
                Particulars.forMedium(charge.medium().number(), charge.grounds(), taxes));
    }

    private static Origin origin(RequestId request, String part, Charge charge) {
        return Origin.of(
                "request." + part,
                request.value(),
                Map.of("medium", charge.medium().number(), "part", part));
    }

    private static Money money(long minor, Account account) {
        return new Money(minor, currency(account));
    }

    private static Currency currency(Account account) {
        return account.balance().currency();
    }
}
