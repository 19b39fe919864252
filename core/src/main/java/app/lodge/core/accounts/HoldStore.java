package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.LEDGER_HOLD;

import app.lodge.core.books.Answers;
import app.lodge.core.books.Change;
import app.lodge.core.books.Question;
import app.lodge.core.books.Tx;
import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// The rows of holds.
final class HoldStore {

    private static final Question<Hold> ASKED_FOR =
            new Question<>(
                    "select id, account_id, amount, currency, medium_id, state, expires_at, device_id, ask_id"
                            + " from ledger_hold where device_id = ? and ask_id = ?",
                    row ->
                            new Hold(
                                    row.getLong(1),
                                    new AccountId(row.getLong(2)),
                                    Money.of(row.getLong(3), row.getString(4)),
                                    row.getLong(8),
                                    row.getString(9),
                                    new MediumId(row.getLong(5)),
                                    HoldState.valueOf(row.getString(6)),
                                    Tx.instant(row.getObject(7, LocalDateTime.class))));

    private static final Change INSERT =
            Change.insert(
                    "ledger_hold",
                    "id bigint",
                    "account_id bigint",
                    "amount bigint",
                    "currency varchar",
                    "device_id bigint",
                    "ask_id varchar",
                    "medium_id bigint",
                    "state varchar",
                    "created_at timestamp",
                    "expires_at timestamp");

    long nextNumber(Tx tx) {
        return tx.nextNumber(LEDGER_HOLD.ID);
    }

    void insert(Tx tx, Hold hold) {
        tx.statements()
                .later(
                        INSERT,
                        hold.number(),
                        hold.account().number(),
                        hold.amount().minor(),
                        hold.amount().currency().getCurrencyCode(),
                        hold.device(),
                        hold.ask(),
                        hold.medium().number(),
                        hold.state().name(),
                        tx.nowUtc(),
                        Tx.utc(hold.expiresAt()));
        told(tx, hold);
    }

    private static void told(Tx tx, Hold hold) {
        tx.statements().told(hold, ASKED_FOR, hold.device(), hold.ask());
    }

    /// Ends an open hold.
    ///
    /// @param hold as it stands
    /// @return false if it has ended before
    boolean end(Tx tx, Hold hold, HoldState end) {
        if (!hold.open()) {
            return false;
        }
        tx.statements()
                .later(
                        "update ledger_hold set state = ? where id = ? and state = 'OPEN'",
                        end.name(),
                        hold.number());
        told(tx, hold.ended(end));
        return true;
    }

    Optional<Hold> find(Answers answers, long device, String ask) {
        return answers.find(ASKED_FOR, device, ask);
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

    static List<Hold> select(Tx tx, Condition condition, int most) {
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
