package app.lodge.core.watch;

import static app.lodge.core.books.tables.Tables.MANDATE;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.OPERATOR_CARD;
import static app.lodge.core.books.tables.Tables.PURSE;
import static app.lodge.core.books.tables.Tables.TOP_UP_ORDER;
import static org.jooq.impl.DSL.max;

import app.lodge.core.books.Tx;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/// Days in the books on which something ends.
final class AheadStore {

    /// A mandate that was not used in this time is void (SEPA core rulebook 4.1).
    private static final int MANDATE_MONTHS = 36;

    private static final int MOST = 500;

    private final ZoneId zone;
    private final LocalDate until;

    /// @param until the last day that is looked at
    AheadStore(ZoneId zone, LocalDate until) {
        this.zone = zone;
        this.until = until;
    }

    List<Ahead> all(DSLContext sql) {
        var all = new ArrayList<Ahead>();
        all.addAll(mandates(sql));
        all.addAll(purses(sql));
        all.addAll(loans(sql));
        all.addAll(operatorCards(sql));
        return all;
    }

    private List<Ahead> mandates(DSLContext sql) {
        var used = max(TOP_UP_ORDER.ORDERED_AT);
        return sql
                .select(MANDATE.ID, MANDATE.REFERENCE, MANDATE.SIGNED_ON, used)
                .from(MANDATE)
                .leftJoin(TOP_UP_ORDER)
                .on(TOP_UP_ORDER.MANDATE_ID.eq(MANDATE.ID))
                .where(MANDATE.REVOKED_AT.isNull(), MANDATE.ONE_OFF.isFalse())
                .groupBy(MANDATE.ID, MANDATE.REFERENCE, MANDATE.SIGNED_ON)
                .fetch(row -> {
                    var last = row.value4();
                    var from =
                            last == null
                                    ? row.value3()
                                    : Tx.instant(last).atZone(zone).toLocalDate();
                    return day(
                            Ahead.Kind.MANDATE,
                            "mandate:" + row.value1(),
                            row.value2(),
                            from.plusMonths(MANDATE_MONTHS));
                })
                .stream()
                .filter(one -> !late(one))
                .limit(MOST)
                .toList();
    }

    private boolean late(Ahead one) {
        var on = one.on();
        return on != null && on.isAfter(until);
    }

    private List<Ahead> purses(DSLContext sql) {
        return sql.select(PURSE.MEDIUM_ID, MEDIUM.PERSON_ID, MEDIUM.ISSUE_NUMBER, PURSE.VALID_UNTIL)
                .from(PURSE)
                .join(MEDIUM)
                .on(MEDIUM.ID.eq(PURSE.MEDIUM_ID))
                .where(PURSE.STATE.eq("ACTIVE"), PURSE.VALID_UNTIL.le(until))
                .orderBy(PURSE.VALID_UNTIL)
                .limit(MOST)
                .fetch(row ->
                        day(
                                Ahead.Kind.PURSE,
                                "medium:" + row.value1(),
                                number(row.value2(), row.value3()),
                                row.value4()));
    }

    private List<Ahead> loans(DSLContext sql) {
        return sql.select(MEDIUM.ID, MEDIUM.PERSON_ID, MEDIUM.ISSUE_NUMBER, MEDIUM.LOAN_UNTIL)
                .from(MEDIUM)
                .where(MEDIUM.STATE.eq("ACTIVE"), MEDIUM.LOAN_UNTIL.isNotNull())
                .orderBy(MEDIUM.LOAN_UNTIL)
                .limit(MOST)
                .fetch(row ->
                        day(
                                Ahead.Kind.LOAN,
                                "medium:" + row.value1(),
                                number(row.value2(), row.value3()),
                                Tx.instant(row.value4()).atZone(zone).toLocalDate()));
    }

    private List<Ahead> operatorCards(DSLContext sql) {
        return sql.select(OPERATOR_CARD.ID, OPERATOR_CARD.VALID_UNTIL)
                .from(OPERATOR_CARD)
                .where(OPERATOR_CARD.STATE.eq("ACTIVE"), OPERATOR_CARD.VALID_UNTIL.le(until))
                .orderBy(OPERATOR_CARD.VALID_UNTIL)
                .limit(MOST)
                .fetch(row ->
                        day(
                                Ahead.Kind.OPERATOR_CARD,
                                "operator-card:" + row.value1(),
                                String.valueOf(row.value1()),
                                row.value2()));
    }

    private static String number(@org.jspecify.annotations.Nullable Long person, int issue) {
        return person == null ? "" : "%07d-%02d".formatted(person, issue);
    }

    private static Ahead day(Ahead.Kind kind, String subject, String what, LocalDate on) {
        return new Ahead(kind, subject, what, on, 0, 0);
    }
}
