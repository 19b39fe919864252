package app.lodge.core.costcentres;

import static app.lodge.core.books.tables.Tables.COST_CENTRE_CHARGE;
import static app.lodge.core.books.tables.Tables.COST_CENTRE_HOLD;
import static app.lodge.core.books.tables.Tables.COST_CENTRE_USE;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.CentreBudgets.Charged;
import app.lodge.core.books.Tx;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;

/// What was charged to centres, by whom and on which day; a budget is measured against it.
final class ChargeStore {

    private static final String USED =
            """
            select coalesce(sum(used), 0) from cost_centre_use
            where centre_id = ? and charged_on >= ? and (? = 0 or account_id = ?)\
            """;

    private static final String RESERVED =
            """
            select coalesce(sum(h.amount), 0) from cost_centre_hold c
            join ledger_hold h on h.id = c.hold_id and h.state = 'OPEN'
            where c.centre_id = ? and c.reserved_on >= ? and (? = 0 or c.account_id = ?)\
            """;

    private static final String USE =
            """
            update cost_centre_use set used = used + ?
            where centre_id = ? and account_id = ? and charged_on = ?\
            """;

    long remains(DSLContext sql, CentreId centre, Budget budget, LocalDate day) {
        return budget.grantsOn(day) ? budget.grantedUntil(day) - used(sql, centre, budget, day) : 0;
    }

    /// Money reserved included.
    long used(DSLContext sql, CentreId centre, Budget budget, LocalDate day) {
        return posted(sql, centre, budget, day) + held(sql, centre, budget, day);
    }

    long posted(DSLContext sql, CentreId centre, Budget budget, LocalDate day) {
        return sum(sql, USED, centre, budget, day);
    }

    long held(DSLContext sql, CentreId centre, Budget budget, LocalDate day) {
        return sum(sql, RESERVED, centre, budget, day);
    }

    private static long sum(
            DSLContext sql, String question, CentreId centre, Budget budget, LocalDate day) {
        return sql.fetchSingle(
                        question,
                        centre.number(),
                        budget.countsSince(day),
                        budget.account(),
                        budget.account())
                .get(0, Long.class);
    }

    void reserved(Tx tx, Charged charged, long hold, LocalDate day) {
        tx.sql()
                .insertInto(COST_CENTRE_HOLD)
                .set(COST_CENTRE_HOLD.HOLD_ID, hold)
                .set(COST_CENTRE_HOLD.CENTRE_ID, charged.centre())
                .set(COST_CENTRE_HOLD.ACCOUNT_ID, charged.own().number())
                .set(COST_CENTRE_HOLD.RESERVED_ON, day)
                .execute();
    }

    Optional<Charged> ofHold(Tx tx, long hold) {
        return tx.sql()
                .select(COST_CENTRE_HOLD.CENTRE_ID, COST_CENTRE_HOLD.ACCOUNT_ID)
                .from(COST_CENTRE_HOLD)
                .where(COST_CENTRE_HOLD.HOLD_ID.eq(hold))
                .fetchOptional(row -> new Charged(row.value1(), new AccountId(row.value2())));
    }

    void charge(Tx tx, Charged charged, long posting, long amount, LocalDate day) {
        tx.sql()
                .insertInto(COST_CENTRE_CHARGE)
                .set(COST_CENTRE_CHARGE.POSTING_ID, posting)
                .set(COST_CENTRE_CHARGE.CENTRE_ID, charged.centre())
                .set(COST_CENTRE_CHARGE.ACCOUNT_ID, charged.own().number())
                .set(COST_CENTRE_CHARGE.CHARGED_ON, day)
                .set(COST_CENTRE_CHARGE.AMOUNT, amount)
                .set(COST_CENTRE_CHARGE.GIVEN_BACK, 0L)
                .execute();
        use(tx, charged, day, amount);
    }

    Optional<Charged> ofPosting(Tx tx, long posting) {
        return tx.sql()
                .select(COST_CENTRE_CHARGE.CENTRE_ID, COST_CENTRE_CHARGE.ACCOUNT_ID)
                .from(COST_CENTRE_CHARGE)
                .where(COST_CENTRE_CHARGE.POSTING_ID.eq(posting))
                .fetchOptional(row -> new Charged(row.value1(), new AccountId(row.value2())));
    }

    void giveBack(Tx tx, long posting, long minor) {
        var updated =
                tx.sql()
                        .update(COST_CENTRE_CHARGE)
                        .set(
                                COST_CENTRE_CHARGE.GIVEN_BACK,
                                COST_CENTRE_CHARGE.GIVEN_BACK.plus(minor))
                        .where(COST_CENTRE_CHARGE.POSTING_ID.eq(posting))
                        .execute();
        if (updated == 0) {
            return;
        }
        var day =
                tx.sql()
                        .select(COST_CENTRE_CHARGE.CHARGED_ON)
                        .from(COST_CENTRE_CHARGE)
                        .where(COST_CENTRE_CHARGE.POSTING_ID.eq(posting))
                        .fetchSingle()
                        .value1();
        use(tx, ofPosting(tx, posting).orElseThrow(), day, -minor);
    }

    private static void use(Tx tx, Charged charged, LocalDate day, long minor) {
        var updated = tx.sql().execute(USE, minor, charged.centre(), charged.own().number(), day);
        if (updated == 0) {
            tx.sql()
                    .insertInto(COST_CENTRE_USE)
                    .set(COST_CENTRE_USE.CENTRE_ID, charged.centre())
                    .set(COST_CENTRE_USE.ACCOUNT_ID, charged.own().number())
                    .set(COST_CENTRE_USE.CHARGED_ON, day)
                    .set(COST_CENTRE_USE.USED, minor)
                    .execute();
        }
    }
}
