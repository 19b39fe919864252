package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.LEDGER_HOLD;

import app.lodge.core.books.Tx;
import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// The rows of holds.
final class HoldStore {

    long nextNumber(Tx tx) {
        return tx.nextNumber(LEDGER_HOLD.ID);
    }

    void insert(Tx tx, Hold hold) {
        tx.sql()
                .insertInto(LEDGER_HOLD)
                .set(LEDGER_HOLD.ID, hold.number())
                .set(LEDGER_HOLD.ACCOUNT_ID, hold.account().number())
                .set(LEDGER_HOLD.AMOUNT, hold.amount().minor())
                .set(LEDGER_HOLD.CURRENCY, hold.amount().currency().getCurrencyCode())
                .set(LEDGER_HOLD.DEVICE_ID, hold.device())
                .set(LEDGER_HOLD.ASK_ID, hold.ask())
                .set(LEDGER_HOLD.MEDIUM_ID, hold.medium().number())
                .set(LEDGER_HOLD.STATE, hold.state().name())
                .set(LEDGER_HOLD.CREATED_AT, tx.nowUtc())
                .set(LEDGER_HOLD.EXPIRES_AT, Tx.utc(hold.expiresAt()))
                .execute();
    }

    /// Ends an open hold.
    ///
    /// @return false if it had ended before
    boolean end(Tx tx, long number, HoldState end) {
        return tx.sql()
                        .update(LEDGER_HOLD)
                        .set(LEDGER_HOLD.STATE, end.name())
                        .where(LEDGER_HOLD.ID.eq(number))
                        .and(LEDGER_HOLD.STATE.eq(HoldState.OPEN.name()))
                        .execute()
                == 1;
    }

    Optional<Hold> find(Tx tx, long device, String ask) {
        return select(tx, LEDGER_HOLD.DEVICE_ID.eq(device).and(LEDGER_HOLD.ASK_ID.eq(ask)), 1)
                .stream()
                .findFirst();
    }

    /// Open holds whose time is over, the oldest first.
    List<Hold> overdue(Tx tx, Instant now, int most) {
        return select(
                tx,
                LEDGER_HOLD
                        .STATE
                        .eq(HoldState.OPEN.name())
                        .and(LEDGER_HOLD.EXPIRES_AT.le(DSL.val(Tx.utc(now)))),
                most);
    }

    private static List<Hold> select(Tx tx, Condition condition, int most) {
        return tx.sql()
                .select(
                        LEDGER_HOLD.ID,
                        LEDGER_HOLD.ACCOUNT_ID,
                        LEDGER_HOLD.AMOUNT,
                        LEDGER_HOLD.CURRENCY,
                        LEDGER_HOLD.DEVICE_ID,
                        LEDGER_HOLD.ASK_ID,
                        LEDGER_HOLD.MEDIUM_ID,
                        LEDGER_HOLD.STATE,
                        LEDGER_HOLD.EXPIRES_AT)
                .from(LEDGER_HOLD)
                .where(condition)
                .orderBy(LEDGER_HOLD.STATE, LEDGER_HOLD.EXPIRES_AT, LEDGER_HOLD.ID)
                .limit(most)
                .fetch(row ->
                        new Hold(
                                row.value1(),
                                new AccountId(row.value2()),
                                Money.of(row.value3(), row.value4()),
                                row.value5(),
                                row.value6(),
                                new MediumId(row.value7()),
                                HoldState.valueOf(row.value8()),
                                Tx.instant(row.value9())));
    }
}
