package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PERSON;

import app.lodge.core.media.MediumId;
import java.util.Currency;
import java.util.Optional;
import org.jooq.DSLContext;

/// What was charged for a medium.
final class MediumChargeStore {

    private static final String HELD =
            """
            select coalesce(-sum(e.amount), 0) from posting_link l
            join ledger_posting p on p.id = l.posting_id and p.kind in ('DEPOSIT', 'DEPOSIT_RETURN')
            join ledger_entry e on e.posting_id = p.id and e.leg = 1
            where l.medium_id = ?
                and not exists (select 1 from ledger_posting r where r.reverses_id = p.id)\
            """;

    /// The account that pays for a medium: the one in the tariff's currency.
    Optional<AccountId> accountOf(DSLContext sql, MediumId medium, Currency currency) {
        return sql.select(LEDGER_ACCOUNT.ID)
                .from(MEDIUM)
                .join(PERSON)
                .on(PERSON.ID.eq(MEDIUM.PERSON_ID))
                .join(LEDGER_ACCOUNT)
                .on(LEDGER_ACCOUNT.SUBJECT_ID.eq(PERSON.SUBJECT_ID))
                .where(MEDIUM.ID.eq(medium.number()))
                .and(LEDGER_ACCOUNT.KIND.eq(AccountKind.PERSON.name()))
                .and(LEDGER_ACCOUNT.CURRENCY.eq(currency.getCurrencyCode()))
                .orderBy(LEDGER_ACCOUNT.ID)
                .limit(1)
                .fetchOptional(row -> new AccountId(row.value1()));
    }

    /// Deposits taken and not given back, in minor units.
    long held(DSLContext sql, MediumId medium) {
        return sql.fetchSingle(HELD, medium.number()).get(0, Long.class);
    }
}
