package app.lodge.core.accounts;

import app.lodge.core.accounts.BooksAudit.Rule;
import java.util.Map;

/// The audit's questions about months, totals, taxes and what undoes what. Each answers with subject,
/// expected, found.
final class PeriodAuditStore {

    /// Either side of a comparison brings zeros for the other.
    private static final String TOTALS =
            """
            select p.business_date as d, coalesce(p.device_id, 0) as device, p.kind as k, e.currency as c,
                1 as n, e.amount as f, 0 as r
            from ledger_posting p join ledger_entry e on e.posting_id = p.id and e.leg = 1
            union all
            select business_date, device_id, kind, currency, -postings, 0, amount from ledger_rollup\
            """;

    private static final String TAXES =
            """
            select p.business_date as d, coalesce(p.device_id, 0) as device, p.kind as k, e.currency as c,
                t.tax as f, 0 as r
            from posting_tax t join ledger_posting p on p.id = t.posting_id
            join ledger_entry e on e.posting_id = p.id and e.leg = 1
            union all
            select business_date, device_id, kind, currency, 0, tax from ledger_rollup\
            """;

    static final Map<Rule, String> QUESTIONS =
            Map.of(
                    Rule.ROLLUP_DIFFERS,
                    """
                    select concat('day:', x.d), sum(x.f), sum(x.r) from (%s) x
                    group by x.d, x.device, x.k, x.c having sum(x.f) <> sum(x.r) or sum(x.n) <> 0\
                    """
                            .formatted(TOTALS),
                    Rule.ROLLUP_TAX_DIFFERS,
                    """
                    select concat('day:', x.d), sum(x.f), sum(x.r) from (%s) x
                    group by x.d, x.device, x.k, x.c having sum(x.f) <> sum(x.r)\
                    """
                            .formatted(TAXES),
                    Rule.TAX_DIFFERS,
                    """
                    select concat('posting:', t.posting_id), -e.amount, sum(t.net + t.tax)
                    from posting_tax t
                    join ledger_entry e on e.posting_id = t.posting_id and e.leg = 1
                    group by t.posting_id, e.amount having sum(t.net + t.tax) <> -e.amount\
                    """,
                    Rule.POSTED_AFTER_CLOSING,
                    """
                    select concat('posting:', p.id), 0, 1 from ledger_posting p
                    where exists (select 1 from ledger_period c where c.state = 'CLOSED'
                        and p.business_date <= c.ends_on and p.booked_at > c.changed_at)\
                    """,
                    Rule.REFUNDED_TOO_MUCH,
                    """
                    select concat('posting:', x.refunds_id), -paid.amount, x.amount
                    from (select l.refunds_id, sum(e.amount) as amount from posting_link l
                        join ledger_entry e on e.posting_id = l.posting_id and e.leg = 1
                        where l.refunds_id is not null
                            and not exists (select 1 from ledger_posting r where r.reverses_id = l.posting_id)
                        group by l.refunds_id) x
                    join ledger_entry paid on paid.posting_id = x.refunds_id and paid.leg = 1
                    where x.amount > -paid.amount\
                    """,
                    Rule.COST_CENTRE_DIFFERS,
                    """
                    select concat('cost-centre:', x.centre_id), sum(x.charged), sum(x.used) from (
                        select centre_id, amount - given_back as charged, 0 as used from cost_centre_charge
                        union all select centre_id, 0, used from cost_centre_use) x
                    group by x.centre_id having sum(x.charged) <> sum(x.used)\
                    """,
                    Rule.COST_CENTRE_CHARGE_DIFFERS,
                    """
                    select concat('account:', a.id), -b.posted, coalesce(sum(c.amount - c.given_back), 0)
                    from ledger_account a join ledger_balance b on b.account_id = a.id
                    left join cost_centre_charge c on a.label = concat('cost-centre:', c.centre_id)
                    where a.kind = 'COST_CENTRE'
                    group by a.id, b.posted having coalesce(sum(c.amount - c.given_back), 0) <> -b.posted\
                    """,
                    Rule.REVERSAL_DIFFERS,
                    """
                    select concat('posting:', p.id), -o.amount, coalesce(e.amount, 0)
                    from ledger_posting p
                    join ledger_entry o on o.posting_id = p.reverses_id
                    left join ledger_entry e on e.posting_id = p.id and e.account_id = o.account_id
                    where coalesce(e.amount, 0) <> -o.amount\
                    """);

    private PeriodAuditStore() {}
}
