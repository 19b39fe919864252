package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.DEVICE_EVENT;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_HOLD;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.books.tables.Tables.POSTING_LINK;
import static app.lodge.core.books.tables.Tables.RECEIPT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import app.lodge.core.books.tables.tables.LedgerPosting;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Select;
import org.jooq.impl.DSL;

/// A filter as a condition on an account's lines. All but the line's own amount is asked of the posting by its number,
/// and of the rows beside it by theirs: each line costs a few looks into indexes, and no table is read through.
final class MovementFilterStore {

    private static final Pattern RECEIPT_NUMBER =
            Pattern.compile("([A-Za-z0-9]{1,16})-([0-9]{1,18})");

    private final LedgerPosting wanted = LEDGER_POSTING.as("wanted");

    /// @param notBelow postings from this number on
    Condition wanted(MovementFilter filter, long notBelow) {
        var condition =
                switch (filter.direction()) {
                    case BOTH -> noCondition();
                    case IN -> LEDGER_ENTRY.AMOUNT.gt(0L);
                    case OUT -> LEDGER_ENTRY.AMOUNT.lt(0L);
                };
        condition = condition.and(amount(filter.marks()));
        if (notBelow > 0) {
            condition = condition.and(LEDGER_ENTRY.POSTING_ID.ge(notBelow));
        }
        return filter.asksForPosting() ? condition.and(exists(posting(filter))) : condition;
    }

    private static Condition amount(MovementMarks marks) {
        var size = DSL.abs(LEDGER_ENTRY.AMOUNT);
        var condition = marks.least() > 0 ? size.ge(marks.least()) : noCondition();
        return marks.most() < MovementMarks.NO_END
                ? condition.and(size.le(marks.most()))
                : condition;
    }

    private Select<?> posting(MovementFilter filter) {
        var condition = wanted.ID.eq(LEDGER_ENTRY.POSTING_ID);
        var from = filter.from();
        if (from != null) {
            condition = condition.and(wanted.BUSINESS_DATE.ge(from));
        }
        var until = filter.until();
        if (until != null) {
            condition = condition.and(wanted.BUSINESS_DATE.le(until));
        }
        var kind = filter.kind();
        if (kind != null) {
            condition = condition.and(wanted.KIND.eq(kind.name()));
        }
        if (filter.place() == MovementFilter.NO_PAYMENT_POINT) {
            condition = condition.and(wanted.DEVICE_ID.isNull());
        } else if (filter.place() != MovementFilter.ANYWHERE) {
            condition = condition.and(wanted.DEVICE_ID.eq(filter.place()));
        }
        return selectOne().from(wanted).where(condition.and(marked(filter.marks())));
    }

    private Condition marked(MovementMarks marks) {
        var condition = noCondition();
        if (marks.medium() != MovementMarks.ANY_MEDIUM) {
            condition = condition.and(paidWith(marks.medium()));
        }
        var status = marks.status();
        if (status != null) {
            condition = condition.and(is(status));
        }
        if (marks.operator() == MovementMarks.NO_OPERATOR) {
            condition = condition.and(wanted.OPERATOR_ID.isNull());
        } else if (marks.operator() != MovementMarks.ANYONE) {
            condition = condition.and(wanted.OPERATOR_ID.eq(marks.operator()));
        }
        return marks.text().isEmpty() ? condition : condition.and(says(marks.text()));
    }

    /// What was reserved stands with its hold, what a device took by itself with its event, fees and deposits with
    /// their posting.
    private Condition paidWith(long medium) {
        return exists(
                        selectOne()
                                .from(LEDGER_HOLD)
                                .where(LEDGER_HOLD.ID.eq(wanted.HOLD_ID))
                                .and(LEDGER_HOLD.MEDIUM_ID.eq(medium)))
                .or(
                        wanted.ID.in(
                                select(DEVICE_EVENT.POSTING_ID)
                                        .from(DEVICE_EVENT)
                                        .where(DEVICE_EVENT.MEDIUM_ID.eq(medium))
                                        .and(DEVICE_EVENT.POSTING_ID.isNotNull())))
                .or(
                        exists(
                                selectOne()
                                        .from(POSTING_LINK)
                                        .where(POSTING_LINK.POSTING_ID.eq(wanted.ID))
                                        .and(POSTING_LINK.MEDIUM_ID.eq(medium))));
    }

    private Condition is(MovementStatus status) {
        var undoing = LEDGER_POSTING.as("undoing");
        var undone = selectOne().from(undoing).where(undoing.REVERSES_ID.eq(wanted.ID));
        return switch (status) {
            case BOOKED -> notExists(undone);
            case REVERSED -> exists(undone);
            case REFUNDED ->
                    exists(
                            selectOne()
                                    .from(POSTING_LINK)
                                    .where(POSTING_LINK.REFUNDS_ID.eq(wanted.ID)));
            case CAPTURED -> wanted.HOLD_ID.isNotNull();
            case LATE -> wanted.LATE.isTrue();
        };
    }

    private Condition says(String text) {
        var number = RECEIPT_NUMBER.matcher(text);
        var receipt =
                number.matches()
                        ? exists(
                                selectOne()
                                        .from(RECEIPT)
                                        .where(RECEIPT.POSTING_ID.eq(wanted.ID))
                                        .and(RECEIPT.SERIES.equalIgnoreCase(number.group(1)))
                                        .and(RECEIPT.NUMBER.eq(Long.parseLong(number.group(2)))))
                        : falseCondition();
        return exists(
                        selectOne()
                                .from(POSTING_LINK)
                                .where(POSTING_LINK.POSTING_ID.eq(wanted.ID))
                                .and(POSTING_LINK.REFERENCE.containsIgnoreCase(text)))
                .or(receipt);
    }
}
