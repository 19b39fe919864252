package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.LEDGER_BALANCE;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PURSE;
import static app.lodge.core.books.tables.Tables.PURSE_RECORD;

import app.lodge.core.media.MediumId;
import app.lodge.core.purse.PurseOnCard;
import app.lodge.core.purse.PurseRecord;
import app.lodge.core.purse.Purses;
import java.util.Objects;
import org.jooq.DSLContext;

/// The most that can be on a card, by all that is known: the purse's account may be empty because its value was
/// moved to another card, while the lost one still carries it.
final class CardValueStore {

    private CardValueStore() {}

    static CardValue on(DSLContext sql, MediumId medium) {
        return sql.select(LEDGER_BALANCE.POSTED, MEDIUM.CHIP)
                .from(PURSE)
                .join(MEDIUM)
                .on(MEDIUM.ID.eq(PURSE.MEDIUM_ID))
                .join(LEDGER_BALANCE)
                .on(LEDGER_BALANCE.ACCOUNT_ID.eq(PURSE.ACCOUNT_ID))
                .where(PURSE.MEDIUM_ID.eq(medium.number()))
                .and(PURSE.STATE.ne(Purses.State.EXPIRED.name()))
                .fetchOptional(row ->
                        new CardValue(
                                Math.max(row.value1(), newest(sql, medium)),
                                PurseOnCard.weak(Objects.requireNonNullElse(row.value2(), ""))))
                .orElse(CardValue.NONE);
    }

    private static long newest(DSLContext sql, MediumId medium) {
        return sql.select(PURSE_RECORD.CONTENT)
                .from(PURSE_RECORD)
                .where(PURSE_RECORD.MEDIUM_ID.eq(medium.number()))
                .orderBy(PURSE_RECORD.COUNTER.desc(), PURSE_RECORD.ID.desc())
                .limit(1)
                .fetchOptional(PURSE_RECORD.CONTENT)
                .flatMap(PurseRecord::ofHex)
                .map(PurseRecord::balanceAfter)
                .orElse(0L);
    }
}
