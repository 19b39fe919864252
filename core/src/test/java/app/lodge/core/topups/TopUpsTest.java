package app.lodge.core.topups;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.topups.TopUpSite.CHIEF;
import static app.lodge.core.topups.TopUpSite.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.Refusal;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Mandate;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import app.lodge.core.topups.SourceRule.Crediting;
import app.lodge.core.topups.TopUpOrder.State;
import app.lodge.core.topups.TopUps.OrderOutcome.Done;
import app.lodge.core.topups.TopUps.OrderOutcome.NoMandate;
import app.lodge.core.topups.TopUps.OrderOutcome.NotNow;
import app.lodge.core.topups.TopUps.OrderOutcome.Refused;
import app.lodge.core.topups.TopUps.OrderOutcome.Rejected;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("ID-28")
@Tag("ID-29")
final class TopUpsTest {

    @TempDir Path folder;
    private TopUpSite site;
    private AccountId account;

    @BeforeEach
    void open() {
        site = new TopUpSite(folder);
        account = site.account(site.person("Ana"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private TopUpOrder order(TopUpSource source, String reference, long cents) {
        return site.done(site.order(source, reference, account, cents));
    }

    private TopUps.OrderOutcome authorise(TopUpOrder order) {
        return site.topUps.authorise(CLERK, RequestId.fresh(), order.number(), "A-1");
    }

    private TopUps.OrderOutcome settle(TopUpOrder order) {
        return site.topUps.settle(CHIEF, RequestId.fresh(), order.number());
    }

    private TopUps.OrderOutcome giveBack(TopUpOrder order) {
        return site.topUps.giveBack(CHIEF, RequestId.fresh(), order.number(), "AM04");
    }

    @Test
    void theAccountGetsTheMoneyWhenTheSourcesRuleSaysSo() {
        assertThat(site.topUps.rules(CHIEF).values())
                .as("nobody is credited with money that has not come, unless the site wants it")
                .containsOnly(SourceRule.STANDARD);
        var careful = order(TopUpSource.ONLINE_CARD, "O-1", 1_000);
        authorise(careful);
        assertThat(site.balance(account)).isZero();
        settle(careful);
        assertThat(site.balance(account)).isEqualTo(1_000);
        site.rule(TopUpSource.KIOSK, Crediting.AT_ONCE, 0, 0);
        authorise(order(TopUpSource.KIOSK, "K-1", 500));
        assertThat(site.balance(account)).isEqualTo(1_500);
    }

    @Test
    void upToNIsWhatStandsCreditedAndNotSettledTogether() {
        site.rule(TopUpSource.CARD_TERMINAL, Crediting.AT_ONCE_UP_TO, 1_500, 0);
        var first = order(TopUpSource.CARD_TERMINAL, "T-1", 1_000);
        var second = order(TopUpSource.CARD_TERMINAL, "T-2", 600);
        authorise(first);
        authorise(second);
        assertThat(site.balance(account)).isEqualTo(1_000);
        settle(first);
        authorise(order(TopUpSource.CARD_TERMINAL, "T-3", 1_500));
        assertThat(site.balance(account)).isEqualTo(2_500);
        settle(second);
        assertThat(site.balance(account)).isEqualTo(3_100);
    }

    @Test
    void aReturnReversesTheCreditTakesTheFeeAndBarsTheAccountBelowZero() {
        site.rule(TopUpSource.ONLINE_CARD, Crediting.AT_ONCE, 0, 350);
        var order = order(TopUpSource.ONLINE_CARD, "O-1", 1_000);
        authorise(order);
        settle(order);
        var returned = site.done(giveBack(order));
        assertThat(site.balance(account)).isEqualTo(-350);
        var now = site.accounts.find(CHIEF, account).orElseThrow();
        assertThat(now.blocked()).isTrue();
        assertThat(now.blockReason()).isEqualTo(BlockReason.RETURNED_DEBIT);
        assertThat(
                        site.books.<Long>read(sql ->
                                sql.select(LEDGER_POSTING.REVERSES_ID)
                                        .from(LEDGER_POSTING)
                                        .where(LEDGER_POSTING.ID.eq(returned.returnPosting()))
                                        .fetchSingle()
                                        .value1()))
                .isEqualTo(returned.creditPosting());
        assertThat(site.order(TopUpSource.KIOSK, "K-1", account, 100))
                .isEqualTo(new Refused(new Refusal.Blocked(account, BlockReason.RETURNED_DEBIT)));
        assertThat(journal("top-up.returned")).isEqualTo(1);
        assertThat(journal("account.blocked")).isEqualTo(1);
        assertThat(site.accounts.audit(CHIEF)).isEmpty();
        assertThat(giveBack(order)).isEqualTo(new Done(returned, true));
        assertThat(settle(order)).as("late news of a settlement").isEqualTo(new NotNow(returned));
        assertThat(site.balance(account)).isEqualTo(-350);
    }

    @Test
    void aReferenceNamesOneOrderForGood() {
        var first = order(TopUpSource.ONLINE_CARD, "O-1", 1_000);
        assertThat(site.order(TopUpSource.ONLINE_CARD, "O-1", account, 1_000))
                .isEqualTo(new Done(first, true));
        assertThat(site.order(TopUpSource.ONLINE_CARD, "O-1", account, 1_001))
                .isInstanceOf(Rejected.class);
        assertThat(site.order(TopUpSource.KIOSK, "O-1", account, 1_001)).isInstanceOf(Done.class);
        assertThat(site.topUps.findByReference(CHIEF, TopUpSource.ONLINE_CARD, "O-1"))
                .contains(first);
    }

    @Test
    void noCardNumberIsEverKept() {
        for (var text : List.of("4111111111111111", "4111-1111-1111-1111", "x5500005555555559")) {
            assertThat(site.order(TopUpSource.ONLINE_CARD, text, account, 100))
                    .as(text)
                    .isInstanceOf(Rejected.class);
        }
        var order = order(TopUpSource.ONLINE_CARD, "O-1", 100);
        assertThat(
                        site.topUps.authorise(
                                CLERK, RequestId.fresh(), order.number(), "4111111111111111"))
                .isInstanceOf(Rejected.class);
        assertThat(site.topUps.authorise(CLERK, RequestId.fresh(), order.number(), "pi_3NxY-8213"))
                .isInstanceOf(Done.class);
    }

    @Test
    void anOrderAboveTheMaximumBalanceOrForAnUnknownAccountIsRefused() {
        assertThat(site.order(TopUpSource.KIOSK, "K-1", account, 60_000))
                .isInstanceOf(Refused.class);
        assertThat(site.order(TopUpSource.KIOSK, "K-1", new AccountId(999), 100))
                .isInstanceOf(Rejected.class);
        assertThat(site.order(TopUpSource.DIRECT_DEBIT, "D-1", account, 100))
                .isEqualTo(new NoMandate());
        var refused = order(TopUpSource.KIOSK, "K-1", 100);
        site.topUps.refuse(CLERK, RequestId.fresh(), refused.number());
        assertThat(authorise(refused)).isInstanceOf(NotNow.class);
        assertThat(site.topUps.list(CHIEF, State.REFUSED, null, 10).rows()).hasSize(1);
        var auditor = new Actor(3, "Ivo", Role.AUDITOR, "desk-2");
        assertThatThrownBy(() -> site.topUps.settle(auditor, RequestId.fresh(), refused.number()))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    @Tag("ID-55")
    void nobodyOfAnotherDepartmentOrdersOrAuthorises() {
        var order = order(TopUpSource.KIOSK, "K-1", 100);
        var stranger =
                new Actor(
                        4,
                        "Eva",
                        Role.CLERK,
                        "desk-3",
                        new Mandate(
                                "clerk",
                                Role.CLERK.permissions(),
                                Set.of(),
                                new Scope.Departments(Set.of("Forestry"))));
        assertThatThrownBy(() ->
                        site.topUps.authorise(stranger, RequestId.fresh(), order.number(), "A-1"))
                .isInstanceOf(NotPermitted.class);
        assertThat(site.topUps.find(stranger, order.number())).isEmpty();
        assertThat(site.topUps.list(stranger, null, null, 10).rows()).isEmpty();
    }

    private long journal(String kind) {
        return site.books.read(sql -> (long) sql.fetchCount(JOURNAL, JOURNAL.KIND.eq(kind)));
    }
}
