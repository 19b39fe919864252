package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.Action.Authorise;
import app.lodge.core.accounts.Action.BlockAccount;
import app.lodge.core.accounts.Action.BlockMedium;
import app.lodge.core.accounts.Action.BlockPerson;
import app.lodge.core.accounts.Action.Book;
import app.lodge.core.accounts.Action.Expire;
import app.lodge.core.accounts.Action.Release;
import app.lodge.core.accounts.Action.TopUp;
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
            case Refused(Why why, Money available) ->
                    why == Why.INSUFFICIENT ? why + " " + available.minor() : why.name();
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
