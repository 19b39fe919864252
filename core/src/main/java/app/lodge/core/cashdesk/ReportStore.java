package app.lodge.core.cashdesk;

import static app.lodge.core.books.tables.Tables.CASH_COUNT;
import static app.lodge.core.books.tables.Tables.CASH_COUNT_LINE;
import static app.lodge.core.books.tables.Tables.CASH_SHIFT;
import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.JOURNAL_SEAL;
import static app.lodge.core.books.tables.Tables.OPERATOR;
import static org.jooq.impl.DSL.max;

import app.lodge.core.accounts.PostingKind;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// What a shift's movements and its closing report say.
final class ReportStore {

    private static final String MOVEMENTS =
            """
            select l.id, l.booked_at, l.kind, -e.amount as amount, o.name, r.series, r.number, s.carried, s.currency
            from cash_shift s
            join cash_shift_posting p on p.shift_id = s.id
            join ledger_posting l on l.id = p.posting_id
            join ledger_entry e on e.posting_id = l.id and e.account_id = p.account_id
            left join operator o on o.id = l.operator_id
            left join receipt r on r.posting_id = l.id
            where s.id = ? order by l.id\
            """;

    List<CashMovement> movements(DSLContext sql, long shift) {
        var movements = new ArrayList<CashMovement>();
        var running = Long.MIN_VALUE;
        for (var row : sql.resultQuery(MOVEMENTS, shift).fetch()) {
            var currency = row.get("currency", String.class);
            var amount = row.get("amount", Long.class);
            running =
                    (running == Long.MIN_VALUE ? row.get("carried", Long.class) : running) + amount;
            var series = row.get("series", String.class);
            movements.add(
                    new CashMovement(
                            row.get("id", Long.class),
                            Tx.instant(row.get("booked_at", LocalDateTime.class)),
                            PostingKind.valueOf(row.get("kind", String.class)),
                            Money.of(amount, currency),
                            Money.of(running, currency),
                            Objects.requireNonNullElse(row.get("name", String.class), "system"),
                            series == null ? "" : series + "-" + row.get("number", Long.class)));
        }
        return movements;
    }

    private static final String SUMS =
            """
            select l.kind, count(*) as postings, sum(case when e.amount < 0 then -e.amount else 0 end) as cash_in,
                sum(case when e.amount > 0 then e.amount else 0 end) as cash_out
            from cash_shift s
            join cash_shift_posting p on p.shift_id = s.id and p.posting_id > s.float_posting
            join ledger_posting l on l.id = p.posting_id
            join ledger_entry e on e.posting_id = l.id and e.account_id = p.account_id
            where s.id = ? and not exists (select 1 from cash_count c
                where c.shift_id = s.id and c.posting_id = l.id and c.moment = 'CLOSING')
            group by l.kind order by l.kind\
            """;

    private static List<ClosingReport.Sum> sums(DSLContext sql, long shift, String currency) {
        return sql.resultQuery(SUMS, shift)
                .fetch(row ->
                        new ClosingReport.Sum(
                                PostingKind.valueOf(row.get("kind", String.class)),
                                row.get("postings", Long.class),
                                Money.of(row.get("cash_in", Long.class), currency),
                                Money.of(row.get("cash_out", Long.class), currency)));
    }

    @Nullable Long newestSeal(Tx tx) {
        return tx.sql().select(max(JOURNAL_SEAL.ID)).from(JOURNAL_SEAL).fetchSingle().value1();
    }

    Optional<ClosingReport> report(DSLContext sql, long shift, String site) {
        var opener = OPERATOR.as("opener");
        var closer = OPERATOR.as("closer");
        return sql.select(
                        CASH_SHIFT.asterisk(),
                        opener.NAME.as("opener_name"),
                        closer.NAME.as("closer_name"),
                        JOURNAL.HASH.as("journal_hash"),
                        JOURNAL_SEAL.HASH.as("seal_hash"),
                        CASH_COUNT.NUMBER,
                        CASH_COUNT.CAUSE,
                        CASH_COUNT.REFERENCE)
                .from(CASH_SHIFT)
                .join(CASH_COUNT)
                .on(CASH_COUNT.SHIFT_ID.eq(CASH_SHIFT.ID))
                .and(CASH_COUNT.MOMENT.eq(ShiftSteps.CLOSING))
                .join(JOURNAL)
                .on(JOURNAL.ID.eq(CASH_SHIFT.JOURNAL_ID))
                .leftJoin(JOURNAL_SEAL)
                .on(JOURNAL_SEAL.ID.eq(CASH_SHIFT.SEAL_ID))
                .leftJoin(opener)
                .on(opener.ID.eq(CASH_SHIFT.OPENED_BY))
                .leftJoin(closer)
                .on(closer.ID.eq(CASH_SHIFT.CLOSED_BY))
                .where(CASH_SHIFT.ID.eq(shift))
                .fetchOptional(row -> {
                    var currency = row.get(CASH_SHIFT.CURRENCY);
                    var cause = row.get(CASH_COUNT.CAUSE);
                    var sealHash = row.get("seal_hash", byte[].class);
                    return new ClosingReport(
                            row.get(CASH_SHIFT.REPORT_SERIES),
                            row.get(CASH_SHIFT.REPORT_NUMBER),
                            shift,
                            site,
                            row.get(CASH_SHIFT.WORKSTATION),
                            Tx.instant(row.get(CASH_SHIFT.OPENED_AT)),
                            name(row.get("opener_name", String.class)),
                            Tx.instant(row.get(CASH_SHIFT.CLOSED_AT)),
                            name(row.get("closer_name", String.class)),
                            Money.of(row.get(CASH_SHIFT.OPENING_FLOAT), currency),
                            sums(sql, shift, currency),
                            Money.of(row.get(CASH_SHIFT.EXPECTED), currency),
                            Money.of(row.get(CASH_SHIFT.COUNTED), currency),
                            cause.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(DifferenceCause.valueOf(cause)),
                            row.get(CASH_COUNT.REFERENCE),
                            lines(sql, shift, row.get(CASH_COUNT.NUMBER)),
                            row.get(CASH_SHIFT.JOURNAL_ID),
                            hex(row.get("journal_hash", byte[].class)),
                            Objects.requireNonNullElse(row.get(CASH_SHIFT.SEAL_ID), 0L),
                            sealHash == null ? "" : hex(sealHash));
                });
    }

    private static List<Count.Line> lines(DSLContext sql, long shift, int number) {
        return sql.select(CASH_COUNT_LINE.DENOMINATION, CASH_COUNT_LINE.PIECES)
                .from(CASH_COUNT_LINE)
                .where(CASH_COUNT_LINE.SHIFT_ID.eq(shift))
                .and(CASH_COUNT_LINE.NUMBER.eq(number))
                .orderBy(CASH_COUNT_LINE.DENOMINATION.desc())
                .fetch(row -> new Count.Line(row.value1(), row.value2()));
    }

    private static String name(@Nullable String operator) {
        return Objects.requireNonNullElse(operator, "system");
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().withUpperCase().formatHex(hash);
    }
}
