package app.lodge.core.purse;

import static app.lodge.core.books.tables.Tables.PURSE_ALARM;
import static app.lodge.core.books.tables.Tables.PURSE_RECORD;
import static app.lodge.core.books.tables.Tables.PURSE_SIGHT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import app.lodge.core.books.Tx;
import app.lodge.core.media.MediumId;
import app.lodge.core.purse.PurseDetector.Finding;
import app.lodge.core.purse.PurseDetector.Found;
import app.lodge.core.purse.PurseDetector.Sight;
import app.lodge.core.purse.Purses.Alarm;
import app.lodge.core.purse.Purses.Known;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The rows of records, of sights of the card, and of alarms.
final class RecordStore {

    boolean has(Tx tx, long medium, PurseRecord record) {
        return tx.sql()
                .fetchExists(
                        PURSE_RECORD,
                        PURSE_RECORD
                                .MEDIUM_ID
                                .eq(medium)
                                .and(PURSE_RECORD.CONTENT.eq(record.hex())));
    }

    void insert(
            Tx tx,
            long medium,
            PurseRecord record,
            String source,
            boolean genuine,
            @Nullable Long posting) {
        tx.sql()
                .insertInto(PURSE_RECORD)
                .set(PURSE_RECORD.ID, tx.nextNumber(PURSE_RECORD.ID))
                .set(PURSE_RECORD.MEDIUM_ID, medium)
                .set(PURSE_RECORD.COUNTER, record.counter())
                .set(PURSE_RECORD.CONTENT, record.hex())
                .set(PURSE_RECORD.SOURCE, source)
                .set(PURSE_RECORD.GENUINE, genuine)
                .set(PURSE_RECORD.POSTING_ID, posting)
                .set(PURSE_RECORD.RECEIVED_AT, tx.nowUtc())
                .execute();
    }

    /// @return the posting of a record that came before
    @Nullable Long posting(Tx tx, long medium, PurseRecord record) {
        return tx.sql()
                .select(PURSE_RECORD.POSTING_ID)
                .from(PURSE_RECORD)
                .where(PURSE_RECORD.MEDIUM_ID.eq(medium))
                .and(PURSE_RECORD.CONTENT.eq(record.hex()))
                .fetchOptional(PURSE_RECORD.POSTING_ID)
                .orElse(null);
    }

    /// Newest first.
    List<Known> all(DSLContext sql, long medium) {
        return sql.select(
                        PURSE_RECORD.CONTENT,
                        PURSE_RECORD.SOURCE,
                        PURSE_RECORD.GENUINE,
                        PURSE_RECORD.POSTING_ID)
                .from(PURSE_RECORD)
                .where(PURSE_RECORD.MEDIUM_ID.eq(medium))
                .orderBy(PURSE_RECORD.COUNTER.desc(), PURSE_RECORD.ID.desc())
                .fetch(row ->
                        new Known(
                                PurseRecord.ofHex(row.value1()).orElseThrow(),
                                row.value2(),
                                row.value3(),
                                row.value4()));
    }

    long highest(DSLContext sql, long medium) {
        return sql.select(coalesce(max(PURSE_RECORD.COUNTER), inline(0L)))
                .from(PURSE_RECORD)
                .where(PURSE_RECORD.MEDIUM_ID.eq(medium))
                .fetchSingle()
                .value1();
    }

    /// A look that says nothing new needs no row.
    void sight(Tx tx, long medium, long counter, long knownThen) {
        if (counter >= knownThen) {
            return;
        }
        tx.sql()
                .insertInto(PURSE_SIGHT)
                .set(PURSE_SIGHT.ID, tx.nextNumber(PURSE_SIGHT.ID))
                .set(PURSE_SIGHT.MEDIUM_ID, medium)
                .set(PURSE_SIGHT.COUNTER, counter)
                .set(PURSE_SIGHT.KNOWN_THEN, knownThen)
                .set(PURSE_SIGHT.AT, tx.nowUtc())
                .execute();
    }

    List<Sight> sights(DSLContext sql, long medium) {
        return sql.select(PURSE_SIGHT.COUNTER, PURSE_SIGHT.KNOWN_THEN)
                .from(PURSE_SIGHT)
                .where(PURSE_SIGHT.MEDIUM_ID.eq(medium))
                .fetch(row -> new Sight(row.value1(), row.value2()));
    }

    /// Once for each finding at a counter.
    void alarm(Tx tx, long medium, Found found) {
        boolean known =
                tx.sql()
                        .fetchExists(
                                PURSE_ALARM,
                                PURSE_ALARM
                                        .MEDIUM_ID
                                        .eq(medium)
                                        .and(PURSE_ALARM.FINDING.eq(found.what().name()))
                                        .and(PURSE_ALARM.COUNTER.eq(found.counter())));
        if (known) {
            return;
        }
        long number = tx.nextNumber(PURSE_ALARM.ID);
        tx.sql()
                .insertInto(PURSE_ALARM)
                .set(PURSE_ALARM.ID, number)
                .set(PURSE_ALARM.MEDIUM_ID, medium)
                .set(PURSE_ALARM.FINDING, found.what().name())
                .set(PURSE_ALARM.COUNTER, found.counter())
                .set(PURSE_ALARM.FOUND_AT, tx.nowUtc())
                .execute();
        tx.journal(
                "purse.alarm",
                "medium:" + medium,
                java.util.Map.of(
                        "alarm", number,
                        "finding", found.what().name(),
                        "counter", found.counter()));
    }

    boolean settle(Tx tx, long alarm) {
        return tx.sql()
                        .update(PURSE_ALARM)
                        .set(PURSE_ALARM.SETTLED_AT, tx.nowUtc())
                        .set(PURSE_ALARM.SETTLED_BY, tx.actor().operatorId())
                        .where(PURSE_ALARM.ID.eq(alarm))
                        .and(PURSE_ALARM.SETTLED_AT.isNull())
                        .execute()
                > 0;
    }

    int openAlarms(DSLContext sql, long medium) {
        return sql.fetchCount(
                PURSE_ALARM, PURSE_ALARM.MEDIUM_ID.eq(medium).and(PURSE_ALARM.SETTLED_AT.isNull()));
    }

    List<Alarm> alarms(DSLContext sql) {
        Condition any = PURSE_ALARM.ID.gt(0L);
        return sql.selectFrom(PURSE_ALARM)
                .where(any)
                .orderBy(PURSE_ALARM.ID.desc())
                .limit(500)
                .fetch(row -> {
                    var settled = row.get(PURSE_ALARM.SETTLED_AT);
                    return new Alarm(
                            row.get(PURSE_ALARM.ID),
                            new MediumId(row.get(PURSE_ALARM.MEDIUM_ID)),
                            Finding.valueOf(row.get(PURSE_ALARM.FINDING)),
                            row.get(PURSE_ALARM.COUNTER),
                            Tx.instant(row.get(PURSE_ALARM.FOUND_AT)),
                            settled == null ? null : Tx.instant(settled));
                });
    }
}
