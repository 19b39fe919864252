package app.lodge.core.privacy;

import static app.lodge.core.books.tables.Tables.CARD_JOB;
import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.DEVICE_EVENT;
import static app.lodge.core.books.tables.Tables.ERASURE;
import static app.lodge.core.books.tables.Tables.ERASURE_DEVICE;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LIST_STATE;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.STOCK_PIECE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.replace;
import static org.jooq.impl.DSL.select;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.FieldRemoval;
import app.lodge.core.doors.Json;
import app.lodge.core.people.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/// The rows of erasures, and what an erasure changes in rows that stay.
final class ErasureStore {

    private ErasureStore() {}

    /// What of a certificate does not change later.
    record Fixed(
            boolean afterRestore,
            List<Certificate.Gone> gone,
            List<Certificate.Stayed> stayed,
            List<Certificate.HandedOut> handedOut) {}

    static long nextNumber(Tx tx) {
        return tx.nextNumber(ERASURE.ID);
    }

    static long highest(DSLContext sql) {
        return sql.select(coalesce(max(ERASURE.ID), inline(0L)))
                .from(ERASURE)
                .fetchSingle()
                .value1();
    }

    static void insert(
            Tx tx,
            long number,
            PersonId person,
            ErasureGround ground,
            String reference,
            Fixed fixed,
            List<FieldRemoval.Awaited> awaited) {
        tx.sql()
                .insertInto(ERASURE)
                .set(ERASURE.ID, number)
                .set(ERASURE.PERSON_ID, person.number())
                .set(ERASURE.GROUND, ground.name())
                .set(ERASURE.REFERENCE, reference)
                .set(ERASURE.OPERATOR, tx.actor().name())
                .set(ERASURE.BEGUN_AT, tx.nowUtc())
                .set(ERASURE.CONTENT, Json.text(fixed, Fixed.class))
                .execute();
        await(tx, number, awaited);
    }

    /// From now on these lists must be confirmed, whatever had to be before.
    static void await(Tx tx, long number, List<FieldRemoval.Awaited> awaited) {
        tx.sql().deleteFrom(ERASURE_DEVICE).where(ERASURE_DEVICE.ERASURE_ID.eq(number)).execute();
        for (var one : awaited) {
            tx.sql()
                    .insertInto(ERASURE_DEVICE)
                    .set(ERASURE_DEVICE.ERASURE_ID, number)
                    .set(ERASURE_DEVICE.DEVICE_ID, one.device())
                    .set(ERASURE_DEVICE.LIST, one.list())
                    .set(ERASURE_DEVICE.VERSION, one.version())
                    .execute();
        }
    }

    static void complete(Tx tx, long number) {
        tx.sql()
                .update(ERASURE)
                .set(ERASURE.KEYS_DESTROYED_AT, tx.nowUtc())
                .where(ERASURE.ID.eq(number))
                .and(ERASURE.KEYS_DESTROYED_AT.isNull())
                .execute();
    }

    /// The keys of these people are there again: their erasures are not complete.
    static long reopen(Tx tx, Collection<Long> people) {
        return tx.sql()
                .update(ERASURE)
                .setNull(ERASURE.KEYS_DESTROYED_AT)
                .where(ERASURE.PERSON_ID.in(people))
                .execute();
    }

    static Optional<Certificate> find(DSLContext sql, long number) {
        return certificates(sql, ERASURE.ID.eq(number), 1).stream().findFirst();
    }

    static Optional<Certificate> of(DSLContext sql, PersonId person) {
        return certificates(sql, ERASURE.PERSON_ID.eq(person.number()), 1).stream().findFirst();
    }

    static List<Certificate> below(DSLContext sql, long number, int limit) {
        return certificates(sql, ERASURE.ID.lt(number), limit);
    }

    static List<Certificate> incomplete(DSLContext sql) {
        return certificates(sql, ERASURE.KEYS_DESTROYED_AT.isNull(), 1_000);
    }

    static List<Long> erasedPeople(DSLContext sql) {
        return sql.select(ERASURE.PERSON_ID).from(ERASURE).fetch(ERASURE.PERSON_ID);
    }

    private static List<Certificate> certificates(DSLContext sql, Condition where, int limit) {
        return sql.selectFrom(ERASURE)
                .where(where)
                .orderBy(ERASURE.ID.desc())
                .limit(limit)
                .fetch(row -> certificate(row, unconfirmed(sql, row.get(ERASURE.ID))));
    }

    private static Certificate certificate(Record row, List<String> unconfirmed) {
        var fixed = Json.read(row.get(ERASURE.CONTENT), Fixed.class);
        var destroyed = row.get(ERASURE.KEYS_DESTROYED_AT);
        return new Certificate(
                row.get(ERASURE.ID),
                new PersonId(row.get(ERASURE.PERSON_ID)),
                ErasureGround.valueOf(row.get(ERASURE.GROUND)),
                row.get(ERASURE.REFERENCE),
                row.get(ERASURE.OPERATOR),
                Tx.instant(row.get(ERASURE.BEGUN_AT)),
                destroyed == null ? null : Tx.instant(destroyed),
                fixed.afterRestore(),
                fixed.gone(),
                fixed.stayed(),
                fixed.handedOut(),
                unconfirmed);
    }

    private static List<String> unconfirmed(DSLContext sql, long number) {
        return sql.selectDistinct(DEVICE.NAME)
                .from(ERASURE_DEVICE)
                .join(LIST_STATE)
                .on(LIST_STATE.DEVICE_ID.eq(ERASURE_DEVICE.DEVICE_ID))
                .and(LIST_STATE.LIST.eq(ERASURE_DEVICE.LIST))
                .join(DEVICE)
                .on(DEVICE.ID.eq(ERASURE_DEVICE.DEVICE_ID))
                .where(ERASURE_DEVICE.ERASURE_ID.eq(number))
                .and(LIST_STATE.CONFIRMED_VERSION.lt(ERASURE_DEVICE.VERSION))
                .orderBy(DEVICE.NAME)
                .fetch(DEVICE.NAME);
    }

    /// Chip numbers and what card jobs saw go, also from what devices reported; the rows stay, because
    /// others refer to their numbers.
    ///
    /// @param credentials upper-case hex of the person's chips
    static void forgetChips(Tx tx, long person, Collection<String> credentials) {
        var media = select(MEDIUM.ID).from(MEDIUM).where(MEDIUM.PERSON_ID.eq(person));
        for (var chip : credentials) {
            for (var written : List.of(chip, chip.toLowerCase(Locale.ROOT))) {
                tx.sql()
                        .update(DEVICE_EVENT)
                        .set(DEVICE_EVENT.CONTENT, replace(DEVICE_EVENT.CONTENT, written, ""))
                        .where(DEVICE_EVENT.MEDIUM_ID.in(media))
                        .and(DEVICE_EVENT.CONTENT.contains(written))
                        .execute();
            }
        }
        tx.sql()
                .update(STOCK_PIECE)
                .setNull(STOCK_PIECE.SERIAL)
                .setNull(STOCK_PIECE.MEDIUM_ID)
                .where(STOCK_PIECE.MEDIUM_ID.in(media))
                .execute();
        tx.sql()
                .update(MEDIUM)
                .setNull(MEDIUM.UID)
                .set(MEDIUM.CHANGED_AT, tx.nowUtc())
                .where(MEDIUM.PERSON_ID.eq(person))
                .execute();
        tx.sql()
                .update(CARD_JOB)
                .setNull(CARD_JOB.UID)
                .set(CARD_JOB.EVIDENCE, "{}")
                .where(CARD_JOB.PERSON_ID.eq(person))
                .execute();
    }

    static void closeAccounts(Tx tx, long subject) {
        tx.sql()
                .update(LEDGER_ACCOUNT)
                .set(LEDGER_ACCOUNT.CLOSED_AT, tx.nowUtc())
                .where(LEDGER_ACCOUNT.SUBJECT_ID.eq(subject))
                .and(LEDGER_ACCOUNT.CLOSED_AT.isNull())
                .execute();
    }
}
