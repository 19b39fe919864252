package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.Action.Authorise;
import app.lodge.core.accounts.Action.BlockAccount;
import app.lodge.core.accounts.Action.BlockMedium;
import app.lodge.core.accounts.Action.BlockPerson;
import app.lodge.core.accounts.Action.Book;
import app.lodge.core.accounts.Action.Correct;
import app.lodge.core.accounts.Action.Expire;
import app.lodge.core.accounts.Action.PayOut;
import app.lodge.core.accounts.Action.Refund;
import app.lodge.core.accounts.Action.Release;
import app.lodge.core.accounts.Action.Reverse;
import app.lodge.core.accounts.Action.SetLimit;
import app.lodge.core.accounts.Action.TopUp;
import app.lodge.core.accounts.Action.Transfer;
import app.lodge.core.accounts.Payments.Ask;
import app.lodge.core.accounts.Payments.Authorisation.Approved;
import app.lodge.core.accounts.Payments.Authorisation.Refused;
import app.lodge.core.accounts.Payments.Authorisation.Why;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.RequestReused;
import app.lodge.core.media.MediumState;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonState;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jooq.Condition;

/// Plays actions on the real books and on the model, and compares after each.
final class Play {

    private static final Grounds GROUNDS = Grounds.of(Reason.HOLDER_REQUEST);

    private final Site site;
    private final LedgerModel model = new LedgerModel();

    Play(Site site) {
        this.site = site;
    }

    void all(List<Action> actions) {
        for (var i = 0; i < actions.size(); i++) {
            var action = actions.get(i);
            var where = "step " + i + ": " + action;
            assertThat(apply(action)).as(where).isEqualTo(model.apply(action));
            for (var person = 1; person <= 3; person++) {
                var account = site.account(person);
                assertThat(account.balance().minor())
                        .as("%s, balance of %d", where, person)
                        .isEqualTo(model.posted[person]);
                assertThat(account.reserved().minor())
                        .as("%s, reserved of %d", where, person)
                        .isEqualTo(model.reserved[person]);
            }
        }
        assertThat(count(LEDGER_POSTING.ID.isNotNull())).isEqualTo(model.postings);
        assertThat(count(LEDGER_POSTING.LATE.isTrue())).isEqualTo(model.late);
        assertThat(count(LEDGER_POSTING.FORCED.isTrue())).isEqualTo(model.forced);
        assertThat(new BooksAudit(site.books).findings()).isEmpty();
    }

    String head() {
        return site.books.read(sql ->
                sql.select(JOURNAL.HASH)
                        .from(JOURNAL)
                        .orderBy(JOURNAL.ID.desc())
                        .limit(1)
                        .fetchSingle(row -> HexFormat.of().formatHex(row.value1())));
    }

    private int count(Condition condition) {
        return site.books.read(sql -> sql.fetchCount(LEDGER_POSTING, condition));
    }

    private String apply(Action action) {
        try {
            return switch (action) {
                case TopUp topUp -> topUp(topUp);
                case Authorise ask -> authorise(ask);
                case Book event -> book(event);
                case Release release -> {
                    site.payments.release(
                            Site.point(release.device()), release.device(), "ask-" + release.ask());
                    yield "";
                }
                case Expire expire -> {
                    site.pass(Duration.ofMinutes(expire.minutesLater()));
                    yield "expired " + site.payments.expireHolds(Site.SYSTEM);
                }
                case Transfer(int request, int from, int to, long cents) ->
                        word(
                                site.postings.transfer(
                                        Site.CLERK,
                                        request(request),
                                        new Postings.Transfer(
                                                site.id(from),
                                                site.id(to),
                                                Site.eur(cents),
                                                GROUNDS)));
                case PayOut(int request, int person, long cents) ->
                        word(
                                site.postings.payOut(
                                        Site.CLERK,
                                        request(request),
                                        new Postings.PayOut(
                                                site.id(person),
                                                Site.eur(cents),
                                                PaymentMeans.CASH,
                                                GROUNDS)));
                case Correct(int request, int person, long cents) ->
                        word(
                                site.postings.correct(
                                        Site.ADMINISTRATOR,
                                        request(request),
                                        new Postings.Correction(
                                                site.id(person), Site.eur(cents), GROUNDS)));
                case Reverse(int request, int posting) ->
                        word(
                                site.postings.reverse(
                                        Site.ADMINISTRATOR,
                                        request(request),
                                        new Postings.Reversal(posting, GROUNDS)));
                case Refund(int request, int posting, long cents) ->
                        word(
                                site.postings.refund(
                                        Site.CLERK,
                                        request(request),
                                        new Postings.Refund(posting, Site.eur(cents), GROUNDS)));
                case SetLimit(int person, var kind, long most) -> {
                    var number = site.id(person).number();
                    if (most < 0) {
                        site.limits.remove(
                                Site.ADMINISTRATOR,
                                RequestId.fresh(),
                                Limit.Owner.ACCOUNT,
                                number,
                                kind);
                    } else {
                        site.limits.set(
                                Site.ADMINISTRATOR,
                                RequestId.fresh(),
                                new Limit(kind, Limit.Owner.ACCOUNT, number, most, null));
                    }
                    yield "";
                }
                case BlockAccount block -> block(block);
                case BlockMedium(int person, boolean blocked) -> {
                    site.setMedium(person, blocked ? MediumState.BLOCKED : MediumState.ACTIVE);
                    yield "";
                }
                case BlockPerson(int person, boolean blocked) -> {
                    site.setPerson(person, blocked ? PersonState.BLOCKED : PersonState.ACTIVE);
                    yield "";
                }
            };
        } catch (RequestReused | OriginReused e) {
            return "reused";
        }
    }

    private static RequestId request(int number) {
        return new RequestId("request-" + number);
    }

    private static String word(MoveOutcome outcome) {
        return switch (outcome) {
            case MoveOutcome.Moved(long posting, Account account, _) ->
                    "posting " + posting + " balance " + account.balance().minor();
            case MoveOutcome.Refused(Refusal refusal) -> {
                var word = refusal.getClass().getSimpleName();
                yield switch (refusal) {
                    case Refusal.BelowFloor(_, Money available) -> word + " " + available.minor();
                    case Refusal.NotFromOverdraft(_, Money own) -> word + " " + own.minor();
                    case Refusal.LimitReached(_, long remains) -> word + " " + remains;
                    case Refusal.MoreThanPaid(Money remains) -> word + " " + remains.minor();
                    case Refusal.AlreadyReversed(long by) -> word + " " + by;
                    case Refusal.Blocked _,
                            Refusal.Closed _,
                            Refusal.NotReversible _,
                            Refusal.MoneyReserved _,
                            Refusal.Owes _,
                            Refusal.DepositHeld _,
                            Refusal.InBankFile _,
                            Refusal.NoDeposit _ ->
                            word;
                };
            }
            case MoveOutcome.NeedsApproval _ -> "needs approval";
            case MoveOutcome.NotApproved _ -> "not approved";
            case MoveOutcome.Rejected _ -> "rejected";
        };
    }

    private String topUp(TopUp topUp) {
        return switch (site.accounts.topUp(
                Site.CLERK,
                new RequestId("request-" + topUp.request()),
                site.id(topUp.person()),
                Site.eur(topUp.cents()),
                topUp.means())) {
            case TopUpOutcome.ToppedUp(Account account, Receipt receipt) -> {
                assertThat(receipt.balanceAfter()).isEqualTo(account.balance());
                yield "posting " + receipt.posting() + " balance " + account.balance().minor();
            }
            case TopUpOutcome.AboveMaximumBalance _ -> "above maximum";
            case TopUpOutcome.AccountBlocked _ -> "blocked";
            case TopUpOutcome.Rejected _ -> "rejected";
        };
    }

    private String authorise(Authorise ask) {
        var amount = Money.of(ask.cents(), ask.dollars() ? "USD" : "EUR");
        return switch (site.payments.authorise(
                Site.point(ask.device()),
                ask.device(),
                new Ask("ask-" + ask.ask(), Site.uid(ask.person()), amount, Site.START))) {
            case Approved approved ->
                    "hold " + approved.hold() + " available " + approved.availableAfter().minor();
            case Refused(Why why, Money available, var limit) ->
                    switch (why) {
                        case INSUFFICIENT -> why + " " + available.minor();
                        case LIMIT_REACHED -> why + " " + limit.remains();
                        default -> why.name();
                    };
        };
    }

    private String book(Book event) {
        return "posting "
                + site.payments.book(
                        Site.point(event.device()),
                        event.device(),
                        new PaymentEvent(
                                event.seq(),
                                event.ask() == 0 ? "" : "ask-" + event.ask(),
                                Site.uid(event.person()),
                                Site.eur(event.cents()),
                                Site.START.plus(Duration.ofMinutes(event.minute()))));
    }

    private String block(BlockAccount block) {
        var request = new RequestId("request-" + block.request());
        var account =
                block.blocked()
                        ? site.accounts.block(
                                Site.ADMINISTRATOR,
                                request,
                                site.id(block.person()),
                                BlockReason.STOLEN)
                        : site.accounts.unblock(
                                Site.ADMINISTRATOR, request, site.id(block.person()));
        assertThat(account.blocked()).isEqualTo(block.blocked());
        return "";
    }
}
