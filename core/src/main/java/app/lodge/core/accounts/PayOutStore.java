package app.lodge.core.accounts;

import app.lodge.core.books.Tx;
import java.time.LocalDate;
import java.util.Objects;

/// What stands against handing a holder's money out at a device (ID-31).
final class PayOutStore {

    /// Whether somebody has asked to take money of an account back, and the second person is still to come.
    boolean reversalPending(Tx tx, AccountId account) {
        return number(
                        tx,
                        """
                        select count(*) from approval where account_id = ? and verb = 'CORRECTION' and towards < 0
                        and state in ('OPEN', 'APPROVED') and expires_at > ?\
                        """,
                        account.number(),
                        tx.nowUtc())
                > 0;
    }

    /// Credited before it arrived, so it may be taken back, in minor units.
    long unsettled(Tx tx, AccountId account) {
        return number(
                tx,
                """
                select coalesce(sum(amount), 0) from top_up_order
                where account_id = ? and state = 'AUTHORISED' and credit_posting is not null\
                """,
                account.number());
    }

    /// Handed out at devices on a day, or about to be, in minor units.
    long paidOut(Tx tx, AccountId account, LocalDate day) {
        return number(
                        tx,
                        """
                        select coalesce(-sum(e.amount), 0) from ledger_entry e
                        join ledger_posting p on p.id = e.posting_id
                        where e.account_id = ? and p.kind = 'PAY_OUT' and p.device_id > 0 and p.business_date = ?\
                        """,
                        account.number(),
                        day)
                + number(
                        tx,
                        """
                        select coalesce(sum(h.amount), 0) from ledger_hold h
                        join device d on d.id = h.device_id and d.kind in ('KIOSK', 'PHONE')
                        where h.account_id = ? and h.state = 'OPEN'\
                        """,
                        account.number());
    }

    private static long number(Tx tx, String question, Object... of) {
        return Objects.requireNonNull(
                tx.sql().resultQuery(question, of).fetchSingle(row -> row.get(0, Long.class)));
    }
}
