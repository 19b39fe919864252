package app.lodge.core.privacy;

import static app.lodge.core.books.tables.Tables.ACCOUNT_LIMIT;
import static app.lodge.core.books.tables.Tables.APPROVAL;
import static app.lodge.core.books.tables.Tables.BANK_FILE;
import static app.lodge.core.books.tables.Tables.COST_CENTRE;
import static app.lodge.core.books.tables.Tables.COST_CENTRE_BUDGET;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.PAYOUT_TRANSFER;
import static app.lodge.core.books.tables.Tables.TOP_UP_ORDER;
import static org.jooq.impl.DSL.select;

import app.lodge.core.accounts.Limit;
import app.lodge.core.books.Tx;
import app.lodge.core.privacy.Certificate.HandedOut;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The rows that tie a person's accounts to money: budgets, limits, orders, and what the bank was given.
///
/// @param accounts their numbers
record MoneyTiesStore(Collection<Long> accounts) {

    void forget(Tx tx) {
        tx.sql()
                .deleteFrom(COST_CENTRE_BUDGET)
                .where(COST_CENTRE_BUDGET.ACCOUNT_ID.in(accounts))
                .execute();
        tx.sql().deleteFrom(ACCOUNT_LIMIT).where(ownLimits()).execute();
    }

    long countBudgets(DSLContext sql) {
        return sql.fetchCount(COST_CENTRE_BUDGET, COST_CENTRE_BUDGET.ACCOUNT_ID.in(accounts));
    }

    long countLimits(DSLContext sql) {
        return sql.fetchCount(ACCOUNT_LIMIT, ownLimits());
    }

    /// Collections from and transfers to the person's bank account: the bank has them, and the files lie
    /// where the site wants them.
    List<HandedOut> bankFiles(DSLContext sql) {
        var orders =
                select(TOP_UP_ORDER.BANK_FILE_ID)
                        .from(TOP_UP_ORDER)
                        .where(TOP_UP_ORDER.ACCOUNT_ID.in(accounts))
                        .and(TOP_UP_ORDER.BANK_FILE_ID.isNotNull());
        var transfers =
                select(PAYOUT_TRANSFER.BANK_FILE_ID)
                        .from(PAYOUT_TRANSFER)
                        .join(LEDGER_ENTRY)
                        .on(LEDGER_ENTRY.POSTING_ID.eq(PAYOUT_TRANSFER.POSTING_ID))
                        .where(LEDGER_ENTRY.ACCOUNT_ID.in(accounts));
        return sql.select(BANK_FILE.ID, BANK_FILE.CREATED_AT, BANK_FILE.NAME)
                .from(BANK_FILE)
                .where(BANK_FILE.ID.in(orders).or(BANK_FILE.ID.in(transfers)))
                .orderBy(BANK_FILE.ID)
                .fetch(row ->
                        new HandedOut(
                                Tx.instant(row.value2()), HandedOut.Kind.BANK_FILE, row.value3()));
    }

    private Condition ownLimits() {
        return ACCOUNT_LIMIT
                .OWNER
                .eq(Limit.Owner.ACCOUNT.name())
                .and(ACCOUNT_LIMIT.OWNER_ID.in(accounts));
    }

    List<Ties.Budget> budgets(DSLContext sql) {
        return sql.select(COST_CENTRE.CODE, COST_CENTRE_BUDGET.PERIOD, COST_CENTRE_BUDGET.AMOUNT)
                .from(COST_CENTRE_BUDGET)
                .join(COST_CENTRE)
                .on(COST_CENTRE.ID.eq(COST_CENTRE_BUDGET.CENTRE_ID))
                .where(COST_CENTRE_BUDGET.ACCOUNT_ID.in(accounts))
                .orderBy(COST_CENTRE.CODE)
                .fetch(row -> new Ties.Budget(row.value1(), row.value2(), row.value3()));
    }

    List<Ties.Ceiling> ceilings(DSLContext sql) {
        return sql.selectFrom(ACCOUNT_LIMIT)
                .where(ownLimits())
                .orderBy(ACCOUNT_LIMIT.OWNER_ID, ACCOUNT_LIMIT.KIND)
                .fetch(row ->
                        new Ties.Ceiling(
                                row.get(ACCOUNT_LIMIT.OWNER_ID),
                                row.get(ACCOUNT_LIMIT.KIND),
                                row.get(ACCOUNT_LIMIT.MOST),
                                row.get(ACCOUNT_LIMIT.UNTIL)));
    }

    List<Ties.TopUp> topUps(DSLContext sql) {
        return sql.selectFrom(TOP_UP_ORDER)
                .where(TOP_UP_ORDER.ACCOUNT_ID.in(accounts))
                .orderBy(TOP_UP_ORDER.ID.desc())
                .fetch(row ->
                        new Ties.TopUp(
                                row.get(TOP_UP_ORDER.ID),
                                row.get(TOP_UP_ORDER.SOURCE),
                                row.get(TOP_UP_ORDER.REFERENCE),
                                row.get(TOP_UP_ORDER.ACCOUNT_ID),
                                row.get(TOP_UP_ORDER.AMOUNT),
                                row.get(TOP_UP_ORDER.CURRENCY),
                                row.get(TOP_UP_ORDER.STATE),
                                Tx.instant(row.get(TOP_UP_ORDER.ORDERED_AT))));
    }

    List<Ties.Asked> approvals(DSLContext sql) {
        return sql.selectFrom(APPROVAL)
                .where(APPROVAL.ACCOUNT_ID.in(accounts))
                .or(APPROVAL.TOWARDS.in(accounts))
                .orderBy(APPROVAL.ID.desc())
                .fetch(row ->
                        new Ties.Asked(
                                row.get(APPROVAL.ID),
                                row.get(APPROVAL.VERB),
                                row.get(APPROVAL.ACCOUNT_ID),
                                row.get(APPROVAL.AMOUNT),
                                row.get(APPROVAL.CURRENCY),
                                row.get(APPROVAL.REASON),
                                row.get(APPROVAL.STATE),
                                Tx.instant(row.get(APPROVAL.ASKED_AT))));
    }
}
