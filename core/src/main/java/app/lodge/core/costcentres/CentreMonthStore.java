package app.lodge.core.costcentres;

import static app.lodge.core.books.tables.Tables.COST_CENTRE_CHARGE;
import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import app.lodge.core.costcentres.CostCentres.Charge;
import app.lodge.core.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jooq.DSLContext;

/// What was charged to centres in a span of days.
final class CentreMonthStore {

    /// @param people different accounts behind the charges
    record Sums(long centre, long charges, long charged, long givenBack, long people) {}

    List<Sums> sums(DSLContext sql, LocalDate from, LocalDate until) {
        return sql.select(
                        COST_CENTRE_CHARGE.CENTRE_ID,
                        count(),
                        sum(COST_CENTRE_CHARGE.AMOUNT),
                        sum(COST_CENTRE_CHARGE.GIVEN_BACK),
                        countDistinct(COST_CENTRE_CHARGE.ACCOUNT_ID))
                .from(COST_CENTRE_CHARGE)
                .where(COST_CENTRE_CHARGE.CHARGED_ON.between(from, until))
                .groupBy(COST_CENTRE_CHARGE.CENTRE_ID)
                .orderBy(COST_CENTRE_CHARGE.CENTRE_ID)
                .fetch(row ->
                        new Sums(
                                row.value1(),
                                row.value2(),
                                row.value3().longValueExact(),
                                row.value4().longValueExact(),
                                row.value5()));
    }

    /// @param before postings below this number only
    List<Charge> charges(
            DSLContext sql,
            CentreId centre,
            LocalDate from,
            LocalDate until,
            long before,
            int limit,
            Currency currency) {
        return sql.select(
                        COST_CENTRE_CHARGE.POSTING_ID,
                        COST_CENTRE_CHARGE.CHARGED_ON,
                        coalesce(DEVICE.LABEL, inline("")),
                        COST_CENTRE_CHARGE.AMOUNT,
                        COST_CENTRE_CHARGE.GIVEN_BACK)
                .from(COST_CENTRE_CHARGE)
                .join(LEDGER_POSTING)
                .on(LEDGER_POSTING.ID.eq(COST_CENTRE_CHARGE.POSTING_ID))
                .leftJoin(DEVICE)
                .on(DEVICE.ID.eq(LEDGER_POSTING.DEVICE_ID))
                .where(COST_CENTRE_CHARGE.CENTRE_ID.eq(centre.number()))
                .and(COST_CENTRE_CHARGE.CHARGED_ON.between(from, until))
                .and(COST_CENTRE_CHARGE.POSTING_ID.lt(before))
                .orderBy(COST_CENTRE_CHARGE.POSTING_ID.desc())
                .limit(limit)
                .fetch(row ->
                        new Charge(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                new Money(row.value4(), currency),
                                new Money(row.value5(), currency)));
    }
}
