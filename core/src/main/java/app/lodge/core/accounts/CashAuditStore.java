package app.lodge.core.accounts;

import app.lodge.core.accounts.BooksAudit.Rule;
import java.util.Map;

/// The audit's questions about cash desks: that what lies in each drawer is opening float + money in −
/// money out (ID-34). Each answers with subject, expected, found.
final class CashAuditStore {

    /// What the ledger has in a shift's drawer up to one posting, against what the shift says.
    private static final String IN_DRAWER =
            """
            select concat('cash-shift:', s.id), -coalesce(sum(e.amount), 0), s.%1$s from cash_shift s
            left join ledger_entry e on e.account_id = s.account_id and e.posting_id <= s.%2$s
            where s.%1$s is not null
            group by s.id, s.%1$s having -coalesce(sum(e.amount), 0) <> s.%1$s\
            """;

    static final Map<Rule, String> QUESTIONS =
            Map.of(
                    Rule.CASH_CARRIED_DIFFERS,
                    IN_DRAWER.formatted("carried", "after_posting"),
                    Rule.CASH_FLOAT_DIFFERS,
                    IN_DRAWER.formatted("opening_float", "float_posting"),
                    Rule.CASH_COUNTED_DIFFERS,
                    IN_DRAWER.formatted("counted", "last_posting"),
                    Rule.CASH_SHIFT_DIFFERS,
                    """
                    select concat('cash-shift:', x.id), sum(x.moved), sum(x.carried) from (
                        select s.id, -e.amount as moved, 0 as carried from cash_shift s
                        join ledger_entry e on e.account_id = s.account_id and e.posting_id > s.after_posting
                            and (s.last_posting is null or e.posting_id <= s.last_posting)
                        union all
                        select p.shift_id, 0, -e.amount from cash_shift_posting p
                        join ledger_entry e on e.posting_id = p.posting_id and e.account_id = p.account_id) x
                    group by x.id having sum(x.moved) <> sum(x.carried)\
                    """,
                    Rule.CASH_COUNT_DIFFERS,
                    """
                    select concat('cash-shift:', c.shift_id), coalesce(sum(l.denomination * l.pieces), 0), c.counted
                    from cash_count c
                    left join cash_count_line l on l.shift_id = c.shift_id and l.number = c.number
                    group by c.shift_id, c.number, c.counted
                    having coalesce(sum(l.denomination * l.pieces), 0) <> c.counted\
                    """,
                    Rule.CASH_REPORTS_NOT_DENSE,
                    """
                    select concat('series:', report_series), count(*), max(report_number) from cash_shift
                    where report_series is not null
                    group by report_series having count(*) <> max(report_number)\
                    """);

    private CashAuditStore() {}
}
