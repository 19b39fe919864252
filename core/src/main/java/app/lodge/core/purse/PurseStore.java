package app.lodge.core.purse;

import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PURSE;
import static app.lodge.core.books.tables.Tables.SETTING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonId;
import app.lodge.core.purse.Purses.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The rows of purses and the media that carry them, and the document of their rules.
final class PurseStore {

    private static final String RULES = "purse-rules";

    /// @param uid null once the chip is forgotten
    record Row(
            long medium,
            @Nullable PersonId holder,
            @Nullable Uid uid,
            MediumState mediumState,
            Instant mediumChanged,
            AccountId account,
            Currency currency,
            @Nullable LocalDate validUntil,
            State state,
            @Nullable Long listNumber,
            @Nullable Long movedTo) {}

    /// A medium that may get a purse.
    record Carrier(@Nullable PersonId holder, MediumState state, String chip) {}

    Optional<Carrier> carrier(DSLContext sql, long medium) {
        return sql.select(MEDIUM.PERSON_ID, MEDIUM.STATE, MEDIUM.CHIP)
                .from(MEDIUM)
                .where(MEDIUM.ID.eq(medium))
                .fetchOptional(row ->
                        new Carrier(
                                row.value1() == null ? null : new PersonId(row.value1()),
                                MediumState.valueOf(row.value2()),
                                row.value3() == null ? "" : row.value3()));
    }

    Optional<Row> find(DSLContext sql, long medium) {
        return rows(sql, PURSE.MEDIUM_ID.eq(medium)).stream().findFirst();
    }

    /// The newest medium that ever had this chip and a purse.
    Optional<Row> withUid(DSLContext sql, Uid uid) {
        return rows(sql, MEDIUM.UID.eq(uid.bytes())).stream().findFirst();
    }

    List<Row> over(DSLContext sql, LocalDate today) {
        return rows(sql, PURSE.VALID_UNTIL.lt(today).and(PURSE.STATE.eq(State.ACTIVE.name())));
    }

    List<Row> revoked(DSLContext sql) {
        return rows(sql, PURSE.LIST_NUMBER.isNotNull());
    }

    private static List<Row> rows(DSLContext sql, Condition where) {
        return sql.select(
                        PURSE.MEDIUM_ID,
                        MEDIUM.PERSON_ID,
                        MEDIUM.UID,
                        MEDIUM.STATE,
                        MEDIUM.CHANGED_AT,
                        PURSE.ACCOUNT_ID,
                        PURSE.CURRENCY,
                        PURSE.VALID_UNTIL,
                        PURSE.STATE,
                        PURSE.LIST_NUMBER,
                        PURSE.MOVED_TO)
                .from(PURSE)
                .join(MEDIUM)
                .on(MEDIUM.ID.eq(PURSE.MEDIUM_ID))
                .where(where)
                .orderBy(PURSE.MEDIUM_ID.desc())
                .fetch(row ->
                        new Row(
                                row.value1(),
                                row.value2() == null ? null : new PersonId(row.value2()),
                                row.value3() == null || row.value3().length == 0
                                        ? null
                                        : Uid.of(row.value3()),
                                MediumState.valueOf(row.value4()),
                                Tx.instant(row.value5()),
                                new AccountId(row.value6()),
                                Currency.getInstance(row.value7()),
                                row.value8(),
                                State.valueOf(row.value9()),
                                row.value10(),
                                row.value11()));
    }

    void insert(
            Tx tx,
            long medium,
            AccountId account,
            Currency currency,
            int cardType,
            @Nullable LocalDate validUntil) {
        tx.sql()
                .insertInto(PURSE)
                .set(PURSE.MEDIUM_ID, medium)
                .set(PURSE.ACCOUNT_ID, account.number())
                .set(PURSE.CURRENCY, currency.getCurrencyCode())
                .set(PURSE.CARD_TYPE, cardType)
                .set(PURSE.VALID_UNTIL, validUntil)
                .set(PURSE.STATE, State.ACTIVE.name())
                .set(PURSE.CREATED_AT, tx.nowUtc())
                .set(PURSE.CHANGED_AT, tx.nowUtc())
                .execute();
    }

    int cardType(DSLContext sql, long medium) {
        return sql.select(PURSE.CARD_TYPE)
                .from(PURSE)
                .where(PURSE.MEDIUM_ID.eq(medium))
                .fetchSingle()
                .value1();
    }

    void enter(Tx tx, long medium, State state) {
        tx.sql()
                .update(PURSE)
                .set(PURSE.STATE, state.name())
                .set(PURSE.CHANGED_AT, tx.nowUtc())
                .where(PURSE.MEDIUM_ID.eq(medium))
                .execute();
    }

    void moved(Tx tx, long medium, long to) {
        enter(tx, medium, State.MOVED);
        tx.sql().update(PURSE).set(PURSE.MOVED_TO, to).where(PURSE.MEDIUM_ID.eq(medium)).execute();
    }

    /// It never came to the other card: what it was before, and its value with it.
    void notMoved(Tx tx, Row purse) {
        enter(tx, purse.medium(), purse.listNumber() == null ? State.ACTIVE : State.REVOKED);
        tx.sql()
                .update(PURSE)
                .setNull(PURSE.MOVED_TO)
                .where(PURSE.MEDIUM_ID.eq(purse.medium()))
                .execute();
    }

    /// @return the list's number that has it first
    long revoke(Tx tx, long medium) {
        enter(tx, medium, State.REVOKED);
        long number =
                tx.nextNumber(
                        "purse list",
                        () ->
                                tx.sql()
                                        .select(coalesce(max(PURSE.LIST_NUMBER), inline(0L)))
                                        .from(PURSE)
                                        .fetchSingle()
                                        .value1());
        tx.sql()
                .update(PURSE)
                .set(PURSE.LIST_NUMBER, number)
                .where(PURSE.MEDIUM_ID.eq(medium))
                .execute();
        return number;
    }

    PurseRules rules(DSLContext sql) {
        return sql.select(SETTING.CONTENT)
                .from(SETTING)
                .where(SETTING.NAME.eq(RULES))
                .fetchOptional(SETTING.CONTENT)
                .map(text -> Json.read(text, PurseRules.class))
                .orElse(PurseRules.STANDARD);
    }

    void keep(Tx tx, PurseRules rules) {
        var content = Json.text(rules, PurseRules.class);
        tx.sql().deleteFrom(SETTING).where(SETTING.NAME.eq(RULES)).execute();
        tx.sql()
                .insertInto(SETTING)
                .set(SETTING.NAME, RULES)
                .set(SETTING.CONTENT, content)
                .set(SETTING.CHANGED_AT, tx.nowUtc())
                .execute();
    }
}
