package app.lodge.core.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.MovementFilter.Direction;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class StatementsTest {

    private static final MovementFilter ALL = MovementFilter.ALL;

    private final Site site = Site.inMemory(2, 2);
    private final Statements statements = Statements.in(site.keeping);
    private long seq;

    @AfterEach
    void close() {
        assertThat(new BooksAudit(site.books).findings()).isEmpty();
        site.close();
    }

    @Test
    @Tag("ID-21")
    void eachFilterFindsItsMovementsWithTheBalanceAfterThem() {
        topUp(2_000);
        pay(1, 300);
        site.pass(Duration.ofDays(1));
        pay(2, 450);
        assertThat(amounts(ALL)).containsExactly(-450L, -300L, 2_000L);
        assertThat(page(ALL))
                .extracting(row -> row.balanceAfter().minor())
                .containsExactly(1_250L, 1_700L, 2_000L);
        assertThat(amounts(filter(null, null, PostingKind.TOP_UP, 0, Direction.BOTH)))
                .containsExactly(2_000L);
        assertThat(amounts(filter(null, null, null, 2, Direction.BOTH))).containsExactly(-450L);
        assertThat(
                        amounts(
                                filter(
                                        null,
                                        null,
                                        null,
                                        MovementFilter.NO_PAYMENT_POINT,
                                        Direction.BOTH)))
                .containsExactly(2_000L);
        assertThat(amounts(filter(null, null, null, 0, Direction.OUT)))
                .containsExactly(-450L, -300L);
        assertThat(amounts(filter(null, Site.TODAY, null, 0, Direction.OUT)))
                .containsExactly(-300L);
        assertThat(amounts(filter(Site.TODAY.plusDays(1), null, null, 0, Direction.IN))).isEmpty();
        assertThat(statements.places(Site.CLERK, site.id(1)))
                .containsExactly(
                        new Statements.Place(1, "Canteen 1"), new Statements.Place(2, "Canteen 2"));
    }

    @Test
    @Tag("ID-21")
    void pagesFollowOneAnotherAlsoUnderAFilter() {
        topUp(5_000);
        for (var i = 1; i <= 7; i++) {
            pay(i % 2 + 1, 10 * i);
        }
        var wanted = filter(null, null, PostingKind.PAYMENT, 2, Direction.BOTH);
        var first = statements.page(Site.CLERK, site.id(1), LookPurpose.AUDIT, wanted, null, 3);
        assertThat(first.rows())
                .extracting(row -> row.amount().minor())
                .containsExactly(-70L, -50L, -30L);
        var second =
                statements.page(Site.CLERK, site.id(1), LookPurpose.AUDIT, wanted, first.next(), 3);
        assertThat(second.rows()).extracting(row -> row.amount().minor()).containsExactly(-10L);
        assertThat(second.next()).isNull();
    }

    @Test
    @Tag("ID-56")
    void theCounterSeesTheNewestTenHoweverItFilters() {
        topUp(5_000);
        for (var i = 1; i <= 10; i++) {
            pay(1, i);
        }
        var counter = statements.page(Site.CLERK, site.id(1), LookPurpose.COUNTER, ALL, null, 100);
        assertThat(counter.rows()).hasSize(10);
        assertThat(
                        statements
                                .page(
                                        Site.CLERK,
                                        site.id(1),
                                        LookPurpose.COUNTER,
                                        filter(null, null, PostingKind.TOP_UP, 0, Direction.BOTH),
                                        null,
                                        100)
                                .rows())
                .as("the top-up is the eleventh")
                .isEmpty();
        assertThat(statements.posting(Site.CLERK, site.id(1), 1, LookPurpose.COUNTER)).isEmpty();
        assertThat(looks()).isZero();
        assertThat(statements.posting(Site.CLERK, site.id(1), 1, LookPurpose.COMPLAINT))
                .isPresent();
        assertThat(looks()).isEqualTo(1);
        var auditor = new Actor(5, "Iva", Role.AUDITOR, "desk-1");
        assertThatThrownBy(() ->
                        statements.page(auditor, site.id(1), LookPurpose.COUNTER, ALL, null, 5))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    @Tag("ID-27")
    void aPurchaseTellsWhatMayStillBeGivenBackAndAReversalNamesWhatItUndid() {
        topUp(5_000);
        var purchase = pay(1, 900);
        assertThat(file(purchase).reversible()).isTrue();
        assertThat(file(purchase).refundable()).isEqualTo(Site.eur(900));
        var refund = moved(refund(purchase, 400));
        var bought = file(purchase);
        assertThat(bought.refundedBy()).containsExactly(refund);
        assertThat(bought.refundable()).isEqualTo(Site.eur(500));
        assertThat(bought.reversible()).as("refunded in part").isFalse();
        assertThat(bought.place()).isEqualTo("Canteen 1");
        assertThat(bought.lines())
                .extracting(PostingFile.Line::kind)
                .containsExactly(AccountKind.PERSON, AccountKind.REVENUE);
        assertThat(file(refund).refunds()).isEqualTo(purchase);
        assertThat(file(refund).reason()).isEqualTo(Reason.COMPLAINT);
        var undone = moved(reverse(refund));
        assertThat(file(refund).reversedBy()).isEqualTo(undone);
        assertThat(file(undone).reverses()).isEqualTo(refund);
        assertThat(file(undone).reversible()).isFalse();
        assertThat(file(purchase).refundable()).isEqualTo(Site.eur(900));
        assertThat(file(purchase).reversible()).isTrue();
        assertThat(file(1).receipt()).isEqualTo("R2026-000001");
        assertThat(file(1).operator()).isEqualTo("Ana");
        assertThat(file(1).place()).isEqualTo("desk-1");
        assertThat(statements.posting(Site.CLERK, site.id(2), purchase, LookPurpose.AUDIT))
                .as("somebody else's")
                .isEmpty();
    }

    private PostingFile file(long number) {
        return statements.posting(Site.CLERK, site.id(1), number, LookPurpose.AUDIT).orElseThrow();
    }

    private MoveOutcome refund(long purchase, long cents) {
        return site.postings.refund(
                Site.CLERK,
                RequestId.fresh(),
                new Postings.Refund(purchase, Site.eur(cents), Grounds.of(Reason.COMPLAINT)));
    }

    private MoveOutcome reverse(long posting) {
        return site.postings.reverse(
                Site.ADMINISTRATOR,
                RequestId.fresh(),
                new Postings.Reversal(posting, Grounds.of(Reason.CLERK_ERROR)));
    }

    private static long moved(MoveOutcome outcome) {
        return ((MoveOutcome.Moved) outcome).posting();
    }

    private long looks() {
        return site.books.read(sql ->
                sql.fetchSingle("select count(*) from journal where kind = 'account.looked-at'")
                        .get(0, Long.class));
    }

    private List<Movement> page(MovementFilter filter) {
        return statements.page(Site.CLERK, site.id(1), LookPurpose.AUDIT, filter, null, 100).rows();
    }

    private List<Long> amounts(MovementFilter filter) {
        return page(filter).stream().map(row -> row.amount().minor()).toList();
    }

    private static MovementFilter filter(
            LocalDate from, LocalDate until, PostingKind kind, long place, Direction direction) {
        return new MovementFilter(from, until, kind, place, direction);
    }

    private void topUp(long cents) {
        site.accounts.topUp(
                Site.CLERK, RequestId.fresh(), site.id(1), Site.eur(cents), PaymentMeans.CASH);
    }

    private long pay(long point, long cents) {
        seq++;
        return site.payments.book(
                Site.point(point),
                point,
                new PaymentEvent(seq, "", Site.uid(1), Site.eur(cents), site.now));
    }
}
