package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_BALANCE;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import app.lodge.core.accounts.Accounts.BooksCheck;
import app.lodge.core.books.Books;
import app.lodge.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;

/// What all accounts sum to.
final class SumStore {

    private final Books books;

    SumStore(Books books) {
        this.books = books;
    }

    BooksCheck check(LocalDate today, Currency currency) {
        var code = currency.getCurrencyCode();
        return books.read(sql -> {
            var liabilities =
                    sql.select(coalesce(sum(LEDGER_BALANCE.POSTED), inline(0)))
                            .from(LEDGER_BALANCE)
                            .join(LEDGER_ACCOUNT)
                            .on(LEDGER_ACCOUNT.ID.eq(LEDGER_BALANCE.ACCOUNT_ID))
                            .where(LEDGER_ACCOUNT.CURRENCY.eq(code))
                            .and(
                                    LEDGER_ACCOUNT.KIND.in(
                                            AccountKind.PERSON.name(), AccountKind.PURSE.name()))
                            .fetchSingle()
                            .value1();
            var turnover = Money.zero(currency);
            var payments = 0L;
            var others = new ArrayList<Money>();
            for (var row :
                    sql.select(LEDGER_ENTRY.CURRENCY, sum(LEDGER_ENTRY.AMOUNT), count())
                            .from(LEDGER_POSTING)
                            .join(LEDGER_ENTRY)
                            .on(LEDGER_ENTRY.POSTING_ID.eq(LEDGER_POSTING.ID))
                            .and(LEDGER_ENTRY.AMOUNT.gt(0L))
                            .where(LEDGER_POSTING.BUSINESS_DATE.eq(today))
                            .and(LEDGER_POSTING.KIND.eq(PostingKind.PAYMENT.name()))
                            .groupBy(LEDGER_ENTRY.CURRENCY)
                            .orderBy(LEDGER_ENTRY.CURRENCY)
                            .fetch()) {
                var amount =
                        new Money(
                                row.value2().longValueExact(), Currency.getInstance(row.value1()));
                payments += row.value3();
                if (amount.currency().equals(currency)) {
                    turnover = amount;
                } else {
                    others.add(amount);
                }
            }
            return new BooksCheck(
                    new Money(liabilities.longValueExact(), currency), turnover, payments, others);
        });
    }
}
