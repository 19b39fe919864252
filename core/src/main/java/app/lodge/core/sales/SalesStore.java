package app.lodge.core.sales;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.books.tables.Tables.POINT_TYPE;
import static app.lodge.core.books.tables.Tables.POSTING_TAX;
import static app.lodge.core.books.tables.Tables.SOLD_LINE;
import static app.lodge.core.books.tables.Tables.TYPED_POINT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import app.lodge.core.accounts.PostingKind;
import app.lodge.core.accounts.Wares;
import app.lodge.core.books.Tx;
import app.lodge.core.points.PointType;
import app.lodge.core.sales.Sales.Frame;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The postings of payment points, read one after another for sums.
final class SalesStore {

    private static final int FETCH = 1_000;

    /// Whoever pays stands first in a payment.
    private static final short ONE = 1;

    private SalesStore() {}

    /// @param turnover in minor units, tax included
    record Line(
            long point,
            String label,
            Instant at,
            int product,
            long quantity,
            long turnover,
            long tax,
            boolean remarked) {}

    /// Every line sold, and as product 0 what lines leave of a payment. Reversed payments do not count.
    static void eachLine(DSLContext sql, Frame frame, Currency currency, Consumer<Line> take) {
        try (var rows =
                sql.select(
                                LEDGER_POSTING.DEVICE_ID,
                                coalesce(DEVICE.LABEL, inline("")),
                                LEDGER_POSTING.OCCURRED_AT,
                                SOLD_LINE.PRODUCT_NUMBER,
                                SOLD_LINE.QUANTITY,
                                SOLD_LINE.PRICE,
                                SOLD_LINE.TAX,
                                SOLD_LINE.REMARK)
                        .from(SOLD_LINE)
                        .join(LEDGER_POSTING)
                        .on(LEDGER_POSTING.ID.eq(SOLD_LINE.POSTING_ID))
                        .leftJoin(DEVICE)
                        .on(DEVICE.ID.eq(LEDGER_POSTING.DEVICE_ID))
                        .where(within(frame), standing(), inCurrency(currency))
                        .fetchSize(FETCH)
                        .fetchLazy()) {
            for (var row : rows) {
                take.accept(
                        new Line(
                                row.value1(),
                                row.value2(),
                                Tx.instant(row.value3()),
                                row.value4(),
                                row.value5(),
                                row.value6() * row.value5(),
                                row.value7(),
                                !row.value8().equals(Wares.Remark.NONE.name())));
            }
        }
        eachRest(sql, frame, currency, take);
    }

    private static void eachRest(
            DSLContext sql, Frame frame, Currency currency, Consumer<Line> take) {
        var explained =
                field(
                        select(coalesce(sum(SOLD_LINE.PRICE.mul(SOLD_LINE.QUANTITY)), inline(0)))
                                .from(SOLD_LINE)
                                .where(SOLD_LINE.POSTING_ID.eq(LEDGER_POSTING.ID)));
        var explainedTax =
                field(
                        select(coalesce(sum(SOLD_LINE.TAX), inline(0)))
                                .from(SOLD_LINE)
                                .where(SOLD_LINE.POSTING_ID.eq(LEDGER_POSTING.ID)));
        var tax =
                field(
                        select(coalesce(sum(POSTING_TAX.TAX), inline(0)))
                                .from(POSTING_TAX)
                                .where(POSTING_TAX.POSTING_ID.eq(LEDGER_POSTING.ID)));
        try (var rows =
                sql.select(
                                LEDGER_POSTING.DEVICE_ID,
                                coalesce(DEVICE.LABEL, inline("")),
                                LEDGER_POSTING.OCCURRED_AT,
                                LEDGER_ENTRY.AMOUNT,
                                explained.as(DSL.name("explained")),
                                tax.as(DSL.name("tax_whole")),
                                explainedTax.as(DSL.name("tax_explained")))
                        .from(LEDGER_POSTING)
                        .join(LEDGER_ENTRY)
                        .on(LEDGER_ENTRY.POSTING_ID.eq(LEDGER_POSTING.ID), LEDGER_ENTRY.LEG.eq(ONE))
                        .leftJoin(DEVICE)
                        .on(DEVICE.ID.eq(LEDGER_POSTING.DEVICE_ID))
                        .where(
                                LEDGER_POSTING.KIND.eq(PostingKind.PAYMENT.name()),
                                within(frame),
                                standing(),
                                LEDGER_ENTRY.CURRENCY.eq(currency.getCurrencyCode()))
                        .fetchSize(FETCH)
                        .fetchLazy()) {
            for (var row : rows) {
                var rest = -row.value4() - whole(row.value5());
                if (rest != 0) {
                    take.accept(
                            new Line(
                                    row.value1(),
                                    row.value2(),
                                    Tx.instant(row.value3()),
                                    0,
                                    1,
                                    rest,
                                    whole(row.value6()) - whole(row.value7()),
                                    false));
                }
            }
        }
    }

    /// @param account who paid
    /// @param turnover negative where it was given back
    record PointPosting(
            long point, String label, Instant at, long account, boolean payment, long turnover) {}

    static void eachPosting(
            DSLContext sql, Frame frame, Currency currency, Consumer<PointPosting> take) {
        try (var rows =
                sql.select(
                                LEDGER_POSTING.DEVICE_ID,
                                coalesce(DEVICE.LABEL, inline("")),
                                LEDGER_POSTING.OCCURRED_AT,
                                LEDGER_ENTRY.ACCOUNT_ID,
                                LEDGER_POSTING.KIND,
                                LEDGER_ENTRY.AMOUNT)
                        .from(LEDGER_POSTING)
                        .join(LEDGER_ENTRY)
                        .on(LEDGER_ENTRY.POSTING_ID.eq(LEDGER_POSTING.ID), LEDGER_ENTRY.LEG.eq(ONE))
                        .leftJoin(DEVICE)
                        .on(DEVICE.ID.eq(LEDGER_POSTING.DEVICE_ID))
                        .where(
                                LEDGER_POSTING.KIND.in(
                                        PostingKind.PAYMENT.name(),
                                        PostingKind.REFUND.name(),
                                        PostingKind.REVERSAL.name()),
                                within(frame),
                                LEDGER_ENTRY.CURRENCY.eq(currency.getCurrencyCode()))
                        .fetchSize(FETCH)
                        .fetchLazy()) {
            for (var row : rows) {
                take.accept(
                        new PointPosting(
                                row.value1(),
                                row.value2(),
                                Tx.instant(row.value3()),
                                row.value4(),
                                row.value5().equals(PostingKind.PAYMENT.name()),
                                -row.value6()));
            }
        }
    }

    private static Condition within(Frame frame) {
        var point = frame.point();
        return LEDGER_POSTING
                .BUSINESS_DATE
                .between(frame.from(), frame.until())
                .and(
                        point == null
                                ? LEDGER_POSTING.DEVICE_ID.isNotNull()
                                : LEDGER_POSTING.DEVICE_ID.eq(point))
                .and(ofType(frame.type()));
    }

    /// A point without a type is of the type `other`.
    private static Condition ofType(@Nullable String type) {
        if (type == null) {
            return DSL.noCondition();
        }
        var typed =
                select(TYPED_POINT.DEVICE_ID)
                        .from(TYPED_POINT)
                        .where(
                                type.equals(PointType.OTHER)
                                        ? TYPED_POINT.TYPE_CODE.ne(type)
                                        : TYPED_POINT.TYPE_CODE.eq(type));
        return type.equals(PointType.OTHER)
                ? LEDGER_POSTING.DEVICE_ID.notIn(typed)
                : LEDGER_POSTING.DEVICE_ID.in(typed);
    }

    static List<PointType> types(DSLContext sql) {
        return sql.selectFrom(POINT_TYPE)
                .orderBy(POINT_TYPE.POSITION, POINT_TYPE.CODE)
                .fetch(SalesStore::type);
    }

    /// Those points that were given one.
    static Map<Long, PointType> typesOfPoints(DSLContext sql) {
        return sql.select()
                .from(TYPED_POINT)
                .join(POINT_TYPE)
                .on(POINT_TYPE.CODE.eq(TYPED_POINT.TYPE_CODE))
                .fetchMap(TYPED_POINT.DEVICE_ID, SalesStore::type);
    }

    private static PointType type(Record row) {
        return new PointType(
                row.get(POINT_TYPE.CODE), row.get(POINT_TYPE.NAME), row.get(POINT_TYPE.RETIRED));
    }

    private static Condition standing() {
        var reversal = LEDGER_POSTING.as("reversal");
        return notExists(
                selectOne().from(reversal).where(reversal.REVERSES_ID.eq(LEDGER_POSTING.ID)));
    }

    private static Condition inCurrency(Currency currency) {
        return DSL.exists(
                selectOne()
                        .from(LEDGER_ENTRY)
                        .where(
                                LEDGER_ENTRY.POSTING_ID.eq(LEDGER_POSTING.ID),
                                LEDGER_ENTRY.CURRENCY.eq(currency.getCurrencyCode())));
    }

    private static long whole(BigDecimal sum) {
        return sum.longValueExact();
    }
}
