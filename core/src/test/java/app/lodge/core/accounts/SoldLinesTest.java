package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.POSTING_TAX;
import static app.lodge.core.books.tables.Tables.SOLD_LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.accounts.Wares.Remark;
import app.lodge.core.accounts.Wares.Ware;
import app.lodge.core.books.PostgreSqlServer;
import app.lodge.core.books.RequestId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a payment was for is booked with it, line by line with its tax, on both databases alike.
@Tag("ID-52")
@Tag("ID-62")
final class SoldLinesTest {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    private static final Sold LUNCH =
            new Sold(7, List.of(new Sold.Line(201, 1, 535), new Sold.Line(101, 2, 119)));

    @Test
    void everyLineHasItsTaxAndTheRestThatOfThePoint() {
        try (var onH2 = Site.inMemory(1, 1);
                var onPostgreSql = new Site(SERVER.database(), 1, 1)) {
            for (var site : List.of(onH2, onPostgreSql)) {
                taxed(site);
                var posting = book(site, 1, 800, LUNCH);
                assertThat(book(site, 1, 800, LUNCH)).as("once").isEqualTo(posting);
                assertThat(lines(site, posting))
                        .containsExactly(
                                tuple(201, 1, 535L, 7L, 35L, "NONE"),
                                tuple(101, 2, 119L, 7L, 38L, "OTHER_PRICE"));
                assertThat(taxes(site, posting))
                        .as("27 cents that no line explains are taxed as the point is: not at all")
                        .containsExactly(
                                tuple("reduced", 500L, 35L),
                                tuple("standard", 200L, 38L),
                                tuple("untaxed", 27L, 0L));
                assertThat(new BooksAudit(site.books).findings()).isEmpty();
            }
        }
    }

    @Test
    void theSameNumberWithOtherLinesIsAnotherPayment() {
        try (var site = Site.inMemory(1, 1)) {
            taxed(site);
            book(site, 1, 773, LUNCH);
            var other = new Sold(7, List.of(new Sold.Line(201, 1, 535)));
            assertThatThrownBy(() -> book(site, 1, 773, other)).isInstanceOf(OriginReused.class);
        }
    }

    private static void taxed(Site site) {
        var before = AccountRules.STANDARD;
        site.moneyRules.change(
                Site.ADMINISTRATOR,
                RequestId.fresh(),
                new AccountRules(
                        before.transfers(),
                        before.approvals(),
                        before.tariff(),
                        Map.of("standard", 1_900, "reduced", 700),
                        24));
        site.keeping.with((_, _, line, _) ->
                line.product() == 201
                        ? new Ware("reduced", Remark.NONE)
                        : new Ware("standard", Remark.OTHER_PRICE));
    }

    private static long book(Site site, long seq, long cents, Sold sold) {
        return site.payments.book(
                Site.point(1),
                1,
                new PaymentEvent(seq, "", Site.uid(1), Site.eur(cents), site.now, "", sold));
    }

    private static List<org.assertj.core.groups.Tuple> lines(Site site, long posting) {
        return site.books.read(sql ->
                sql.selectFrom(SOLD_LINE)
                        .where(SOLD_LINE.POSTING_ID.eq(posting))
                        .orderBy(SOLD_LINE.LINE)
                        .fetch(row ->
                                tuple(
                                        row.get(SOLD_LINE.PRODUCT_NUMBER),
                                        row.get(SOLD_LINE.QUANTITY),
                                        row.get(SOLD_LINE.PRICE),
                                        row.get(SOLD_LINE.LIST_VERSION),
                                        row.get(SOLD_LINE.TAX),
                                        row.get(SOLD_LINE.REMARK))));
    }

    private static List<org.assertj.core.groups.Tuple> taxes(Site site, long posting) {
        return site.books.read(sql ->
                sql.selectFrom(POSTING_TAX)
                        .where(POSTING_TAX.POSTING_ID.eq(posting))
                        .orderBy(POSTING_TAX.LINE)
                        .fetch(row ->
                                tuple(
                                        row.get(POSTING_TAX.CODE),
                                        row.get(POSTING_TAX.NET),
                                        row.get(POSTING_TAX.TAX))));
    }
}
