package app.lodge.core.cashdesk;

import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.jooq.DSLContext;

/// What the books have in a drawer.
final class TillStore {

    private static final String CASH_DESK = "CASH_DESK";

    private final ShiftStore shifts = new ShiftStore();

    Till till(DSLContext sql, String workstation, Currency currency, boolean shiftRequired) {
        var drawer = drawer(sql, workstation, currency);
        var shift = drawer.flatMap(one -> shifts.openOn(sql, one));
        return new Till(
                workstation,
                shift.map(Shift::expected)
                        .or(() -> drawer.map(one -> left(sql, one, currency)))
                        .orElse(Money.zero(currency)),
                shift,
                Denomination.of(currency),
                shiftRequired);
    }

    /// What lies in a drawer that nobody keeps: what was counted last, and what moved since.
    Money left(DSLContext sql, AccountId drawer, Currency currency) {
        var left = shifts.left(sql, drawer).orElse(new ShiftStore.Left(0, 0));
        return new Money(left.counted() - moved(sql, drawer, left.lastPosting()), currency);
    }

    private static Optional<AccountId> drawer(
            DSLContext sql, String workstation, Currency currency) {
        return sql.select(LEDGER_ACCOUNT.ID)
                .from(LEDGER_ACCOUNT)
                .where(LEDGER_ACCOUNT.KIND.eq(CASH_DESK))
                .and(LEDGER_ACCOUNT.LABEL.eq(workstation))
                .and(LEDGER_ACCOUNT.CURRENCY.eq(currency.getCurrencyCode()))
                .fetchOptional(row -> new AccountId(row.value1()));
    }

    /// The ledger counts money taken as below zero.
    private static long moved(DSLContext sql, AccountId drawer, long afterPosting) {
        return sql.select(coalesce(sum(LEDGER_ENTRY.AMOUNT), inline(BigDecimal.ZERO)))
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.ACCOUNT_ID.eq(drawer.number()))
                .and(LEDGER_ENTRY.POSTING_ID.gt(afterPosting))
                .fetchSingle(row -> row.value1().longValue());
    }
}
