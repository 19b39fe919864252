package app.lodge.core.exports;

import static app.lodge.core.books.tables.Tables.EXPORT_SCHEDULE;

import app.lodge.core.books.Tx;
import app.lodge.core.exports.Exports.Daily;
import app.lodge.core.exports.Exports.Schedule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The rows of daily exports.
final class ScheduleStore {

    private static final int LONGEST_FAILURE = 400;

    long put(Tx tx, long number, Daily daily) {
        var key = number == 0 ? tx.nextNumber(EXPORT_SCHEDULE.ID) : number;
        if (number == 0) {
            tx.sql()
                    .insertInto(EXPORT_SCHEDULE)
                    .set(EXPORT_SCHEDULE.ID, key)
                    .set(EXPORT_SCHEDULE.ENTITY, "")
                    .set(EXPORT_SCHEDULE.FORMAT, "")
                    .set(EXPORT_SCHEDULE.FOLDER, "")
                    .set(EXPORT_SCHEDULE.AT_TIME, "")
                    .set(EXPORT_SCHEDULE.ACTIVE, true)
                    .set(EXPORT_SCHEDULE.FAILURE, "")
                    .execute();
        }
        tx.sql()
                .update(EXPORT_SCHEDULE)
                .set(EXPORT_SCHEDULE.ENTITY, daily.entity().name())
                .set(EXPORT_SCHEDULE.FORMAT, daily.format().name())
                .set(EXPORT_SCHEDULE.FOLDER, daily.folder())
                .set(EXPORT_SCHEDULE.AT_TIME, daily.at().toString())
                .setNull(EXPORT_SCHEDULE.FAILED_AT)
                .set(EXPORT_SCHEDULE.FAILURE, "")
                .where(EXPORT_SCHEDULE.ID.eq(key))
                .execute();
        return key;
    }

    boolean remove(Tx tx, long number) {
        return tx.sql()
                        .update(EXPORT_SCHEDULE)
                        .set(EXPORT_SCHEDULE.ACTIVE, false)
                        .where(EXPORT_SCHEDULE.ID.eq(number))
                        .and(EXPORT_SCHEDULE.ACTIVE.isTrue())
                        .execute()
                > 0;
    }

    /// @param day for which it is done; null for none
    void done(Tx tx, long number, @Nullable LocalDate day) {
        tx.sql()
                .update(EXPORT_SCHEDULE)
                .set(EXPORT_SCHEDULE.LAST_ON, day)
                .set(EXPORT_SCHEDULE.WRITTEN_AT, tx.nowUtc())
                .setNull(EXPORT_SCHEDULE.FAILED_AT)
                .set(EXPORT_SCHEDULE.FAILURE, "")
                .where(EXPORT_SCHEDULE.ID.eq(number))
                .execute();
    }

    void failed(Tx tx, long number, String why) {
        tx.sql()
                .update(EXPORT_SCHEDULE)
                .set(EXPORT_SCHEDULE.FAILED_AT, tx.nowUtc())
                .set(
                        EXPORT_SCHEDULE.FAILURE,
                        why.length() > LONGEST_FAILURE ? why.substring(0, LONGEST_FAILURE) : why)
                .where(EXPORT_SCHEDULE.ID.eq(number))
                .execute();
    }

    Optional<Schedule> find(DSLContext sql, long number) {
        return all(sql).stream().filter(one -> one.number() == number).findFirst();
    }

    List<Schedule> all(DSLContext sql) {
        return sql.selectFrom(EXPORT_SCHEDULE)
                .where(EXPORT_SCHEDULE.ACTIVE.isTrue())
                .orderBy(EXPORT_SCHEDULE.ID)
                .fetch(row -> {
                    var failed = row.get(EXPORT_SCHEDULE.FAILED_AT);
                    var written = row.get(EXPORT_SCHEDULE.WRITTEN_AT);
                    return new Schedule(
                            row.get(EXPORT_SCHEDULE.ID),
                            new Daily(
                                    Entity.valueOf(row.get(EXPORT_SCHEDULE.ENTITY)),
                                    Format.valueOf(row.get(EXPORT_SCHEDULE.FORMAT)),
                                    row.get(EXPORT_SCHEDULE.FOLDER),
                                    LocalTime.parse(row.get(EXPORT_SCHEDULE.AT_TIME))),
                            row.get(EXPORT_SCHEDULE.LAST_ON),
                            written == null ? null : Tx.instant(written),
                            failed == null ? null : Tx.instant(failed),
                            row.get(EXPORT_SCHEDULE.FAILURE));
                });
    }
}
