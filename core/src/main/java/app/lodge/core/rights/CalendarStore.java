package app.lodge.core.rights;

import static app.lodge.core.books.tables.Tables.RIGHT_HOLIDAY;
import static app.lodge.core.books.tables.Tables.RIGHT_PLAN;
import static app.lodge.core.books.tables.Tables.RIGHT_PLAN_VERSION;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.rights.Rights.Holiday;
import app.lodge.core.rights.Rights.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// The rows of weekly plans and of the calendar, as they were at any moment of the books.
final class CalendarStore {

    private CalendarStore() {}

    /// By name.
    static List<Plan> plans(DSLContext sql, Instant known) {
        var newest = RIGHT_PLAN_VERSION.as("newest");
        return sql.select(
                        RIGHT_PLAN.ID,
                        RIGHT_PLAN.NAME,
                        RIGHT_PLAN_VERSION.VERSION,
                        RIGHT_PLAN_VERSION.CONTENT)
                .from(RIGHT_PLAN)
                .join(RIGHT_PLAN_VERSION)
                .on(RIGHT_PLAN_VERSION.PLAN_ID.eq(RIGHT_PLAN.ID))
                .where(
                        RIGHT_PLAN_VERSION.VERSION.eq(
                                select(max(newest.VERSION))
                                        .from(newest)
                                        .where(
                                                newest.PLAN_ID.eq(RIGHT_PLAN.ID),
                                                newest.RECORDED_AT.le(Tx.utc(known)))))
                .orderBy(RIGHT_PLAN.NAME)
                .fetch(row ->
                        new Plan(
                                new PlanId(row.value1()),
                                row.value2(),
                                row.value3(),
                                Json.read(row.value4(), WeekPlan.class)));
    }

    static boolean planExists(DSLContext sql, PlanId plan) {
        return sql.fetchExists(RIGHT_PLAN, RIGHT_PLAN.ID.eq(plan.number()));
    }

    static Plan putPlan(Tx tx, String name, WeekPlan week) {
        var before =
                plans(tx.sql(), tx.now()).stream()
                        .filter(plan -> plan.name().equals(name))
                        .findFirst();
        if (before.isPresent()) {
            return version(tx, before.get(), week);
        }
        var id = tx.nextNumber(RIGHT_PLAN.ID);
        tx.sql().insertInto(RIGHT_PLAN).set(RIGHT_PLAN.ID, id).set(RIGHT_PLAN.NAME, name).execute();
        return version(tx, new Plan(new PlanId(id), name, 0, week), week);
    }

    /// The plan's next version, unless nothing changes.
    static Plan version(Tx tx, Plan before, WeekPlan week) {
        if (before.version() > 0 && before.week().equals(week)) {
            return before;
        }
        var next = new Plan(before.id(), before.name(), before.version() + 1, week);
        tx.sql()
                .insertInto(RIGHT_PLAN_VERSION)
                .set(RIGHT_PLAN_VERSION.PLAN_ID, next.id().number())
                .set(RIGHT_PLAN_VERSION.VERSION, next.version())
                .set(RIGHT_PLAN_VERSION.CONTENT, Json.text(week, WeekPlan.class))
                .set(RIGHT_PLAN_VERSION.RECORDED_AT, tx.nowUtc())
                .execute();
        return next;
    }

    static SiteCalendar calendar(DSLContext sql, Instant known, ZoneId zone) {
        return new SiteCalendar(
                zone,
                sql.select(RIGHT_HOLIDAY.ON_DAY, RIGHT_HOLIDAY.NAME)
                        .from(RIGHT_HOLIDAY)
                        .where(
                                RightStore.stood(
                                        RIGHT_HOLIDAY.RECORDED_AT, RIGHT_HOLIDAY.ENDED_AT, known))
                        .fetchMap(RIGHT_HOLIDAY.ON_DAY, RIGHT_HOLIDAY.NAME));
    }

    static List<Holiday> holidays(DSLContext sql, LocalDate from, LocalDate until) {
        return sql.select(RIGHT_HOLIDAY.ON_DAY, RIGHT_HOLIDAY.NAME)
                .from(RIGHT_HOLIDAY)
                .where(RIGHT_HOLIDAY.ENDED_AT.isNull(), RIGHT_HOLIDAY.ON_DAY.between(from, until))
                .orderBy(RIGHT_HOLIDAY.ON_DAY)
                .fetch(row -> new Holiday(row.value1(), row.value2()));
    }

    static Optional<Holiday> holiday(DSLContext sql, LocalDate day) {
        return holidays(sql, day, day).stream().findFirst();
    }

    static void addHoliday(Tx tx, LocalDate day, String name) {
        tx.sql()
                .insertInto(RIGHT_HOLIDAY)
                .set(RIGHT_HOLIDAY.ID, tx.nextNumber(RIGHT_HOLIDAY.ID))
                .set(RIGHT_HOLIDAY.ON_DAY, day)
                .set(RIGHT_HOLIDAY.NAME, name)
                .set(RIGHT_HOLIDAY.RECORDED_AT, tx.nowUtc())
                .execute();
    }

    static void endHoliday(Tx tx, LocalDate day) {
        tx.sql()
                .update(RIGHT_HOLIDAY)
                .set(RIGHT_HOLIDAY.ENDED_AT, tx.nowUtc())
                .where(RIGHT_HOLIDAY.ON_DAY.eq(day), RIGHT_HOLIDAY.ENDED_AT.isNull())
                .execute();
    }
}
