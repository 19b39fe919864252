package app.lodge.core.exports;

import static app.lodge.core.books.tables.Tables.RIGHT_HOLIDAY;
import static app.lodge.core.books.tables.Tables.RIGHT_PLAN;
import static app.lodge.core.books.tables.Tables.RIGHT_PLAN_VERSION;
import static app.lodge.core.books.tables.Tables.RIGHT_RESOURCE;
import static app.lodge.core.books.tables.Tables.RIGHT_RULE;
import static app.lodge.core.exports.PieceStore.ROWS;
import static app.lodge.core.exports.PieceStore.numbered;
import static app.lodge.core.exports.PieceStore.pair;
import static app.lodge.core.exports.PieceStore.plain;
import static app.lodge.core.exports.PieceStore.text;
import static org.jooq.impl.DSL.row;

import app.lodge.core.doors.Json;
import app.lodge.core.exports.Exports.Piece;
import app.lodge.core.rights.Holder;
import app.lodge.core.rights.PlanText;
import app.lodge.core.rights.WeekPlan;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Who may open and use what, and when.
final class RightsExportStore {

    private RightsExportStore() {}

    static Piece rights(DSLContext sql, long from) {
        return numbered(
                sql.selectFrom(RIGHT_RULE),
                RIGHT_RULE.ID,
                from,
                found -> {
                    var person = found.get(RIGHT_RULE.HOLDER).equals(Holder.Kind.PERSON.name());
                    var holder = text(found, RIGHT_RULE.HOLDER_ID);
                    return List.of(
                            text(found, RIGHT_RULE.ID),
                            text(found, RIGHT_RULE.RESOURCE_ID),
                            person ? holder : "",
                            person ? "" : holder,
                            text(found, RIGHT_RULE.EFFECT),
                            text(found, RIGHT_RULE.PLAN_ID),
                            text(found, RIGHT_RULE.HOLDS_FROM),
                            text(found, RIGHT_RULE.HOLDS_UNTIL),
                            text(found, RIGHT_RULE.RECORDED_AT),
                            text(found, RIGHT_RULE.RECORDED_BY),
                            text(found, RIGHT_RULE.ENDED_AT),
                            text(found, RIGHT_RULE.ENDED_BY));
                });
    }

    static Piece resources(DSLContext sql, long from) {
        return plain(
                sql,
                RIGHT_RESOURCE.ID,
                from,
                RIGHT_RESOURCE.ID,
                RIGHT_RESOURCE.KIND,
                RIGHT_RESOURCE.NAME,
                RIGHT_RESOURCE.DEVICE_ID,
                RIGHT_RESOURCE.CREATED_AT);
    }

    static Piece weekPlans(DSLContext sql, @Nullable String after) {
        var from = pair(after);
        return pair(
                sql.select()
                        .from(RIGHT_PLAN_VERSION)
                        .join(RIGHT_PLAN)
                        .on(RIGHT_PLAN.ID.eq(RIGHT_PLAN_VERSION.PLAN_ID))
                        .where(
                                row(RIGHT_PLAN_VERSION.PLAN_ID, RIGHT_PLAN_VERSION.VERSION)
                                        .gt(from.first(), (int) from.second()))
                        .orderBy(RIGHT_PLAN_VERSION.PLAN_ID, RIGHT_PLAN_VERSION.VERSION)
                        .limit(ROWS)
                        .fetch(found -> {
                            var week =
                                    Json.read(
                                            found.get(RIGHT_PLAN_VERSION.CONTENT), WeekPlan.class);
                            return List.of(
                                    text(found, RIGHT_PLAN_VERSION.PLAN_ID),
                                    text(found, RIGHT_PLAN_VERSION.VERSION),
                                    text(found, RIGHT_PLAN.NAME),
                                    String.join(" ", PlanText.words(week)),
                                    week.holidays().name(),
                                    text(found, RIGHT_PLAN_VERSION.RECORDED_AT));
                        }));
    }

    static Piece holidays(DSLContext sql, long from) {
        return plain(
                sql,
                RIGHT_HOLIDAY.ID,
                from,
                RIGHT_HOLIDAY.ID,
                RIGHT_HOLIDAY.ON_DAY,
                RIGHT_HOLIDAY.NAME,
                RIGHT_HOLIDAY.RECORDED_AT,
                RIGHT_HOLIDAY.ENDED_AT);
    }
}
