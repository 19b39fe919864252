package app.lodge.core.rights;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.PEOPLE_GROUP;
import static app.lodge.core.books.tables.Tables.PERSON;
import static app.lodge.core.books.tables.Tables.RIGHT_RESOURCE;
import static app.lodge.core.books.tables.Tables.RIGHT_RULE;

import app.lodge.core.books.Tx;
import app.lodge.core.rights.Rule.Wanted;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The rows of resources and rules.
final class RightStore {

    private RightStore() {}

    static List<Resource> resources(DSLContext sql) {
        return resources(sql, DSL.noCondition());
    }

    static Optional<Resource> resource(DSLContext sql, ResourceId id) {
        return resources(sql, RIGHT_RESOURCE.ID.eq(id.number())).stream().findFirst();
    }

    static Optional<Resource> named(DSLContext sql, String name) {
        return resources(sql, RIGHT_RESOURCE.NAME.eq(name)).stream().findFirst();
    }

    static List<Resource> ofDevice(DSLContext sql, long device) {
        return resources(sql, RIGHT_RESOURCE.DEVICE_ID.eq(device));
    }

    private static List<Resource> resources(DSLContext sql, Condition condition) {
        return sql.select()
                .from(RIGHT_RESOURCE)
                .where(condition)
                .orderBy(RIGHT_RESOURCE.NAME)
                .fetch(row ->
                        new Resource(
                                new ResourceId(row.get(RIGHT_RESOURCE.ID)),
                                Resource.Kind.valueOf(row.get(RIGHT_RESOURCE.KIND)),
                                row.get(RIGHT_RESOURCE.NAME),
                                row.get(RIGHT_RESOURCE.DEVICE_ID)));
    }

    static Resource addResource(Tx tx, Resource.Kind kind, String name, @Nullable Long device) {
        var id = tx.nextNumber(RIGHT_RESOURCE.ID);
        tx.sql()
                .insertInto(RIGHT_RESOURCE)
                .set(RIGHT_RESOURCE.ID, id)
                .set(RIGHT_RESOURCE.KIND, kind.name())
                .set(RIGHT_RESOURCE.NAME, name)
                .set(RIGHT_RESOURCE.DEVICE_ID, device)
                .set(RIGHT_RESOURCE.CREATED_AT, tx.nowUtc())
                .execute();
        return new Resource(new ResourceId(id), kind, name, device);
    }

    static boolean deviceExists(DSLContext sql, long device) {
        return sql.fetchExists(DEVICE, DEVICE.ID.eq(device));
    }

    static boolean holderExists(DSLContext sql, Holder holder) {
        return switch (holder.kind()) {
            case PERSON -> sql.fetchExists(PERSON, PERSON.ID.eq(holder.number()));
            case GROUP -> sql.fetchExists(PEOPLE_GROUP, PEOPLE_GROUP.ID.eq(holder.number()));
        };
    }

    static Optional<Rule> rule(DSLContext sql, RuleId id) {
        return rules(sql, RIGHT_RULE.ID.eq(id.number())).stream().findFirst();
    }

    static List<Rule> standingAbout(DSLContext sql, ResourceId resource) {
        return rules(
                sql,
                RIGHT_RULE.RESOURCE_ID.eq(resource.number()).and(RIGHT_RULE.ENDED_AT.isNull()));
    }

    static List<Rule> standingOf(DSLContext sql, Holder holder) {
        return rules(sql, of(holder).and(RIGHT_RULE.ENDED_AT.isNull()));
    }

    /// All that stood about a person and its groups at a moment of the books.
    static List<Rule> of(DSLContext sql, long person, Collection<Long> groups, Instant known) {
        var holders = of(Holder.person(person));
        if (!groups.isEmpty()) {
            holders =
                    holders.or(
                            RIGHT_RULE
                                    .HOLDER
                                    .eq(Holder.Kind.GROUP.name())
                                    .and(RIGHT_RULE.HOLDER_ID.in(groups)));
        }
        return rules(sql, holders.and(stood(RIGHT_RULE.RECORDED_AT, RIGHT_RULE.ENDED_AT, known)));
    }

    /// Recorded by then, and not ended yet.
    static Condition stood(
            Field<LocalDateTime> recorded, Field<LocalDateTime> ended, Instant known) {
        var utc = Tx.utc(known);
        return recorded.le(utc).and(ended.isNull().or(ended.gt(utc)));
    }

    static Rule add(Tx tx, Wanted wanted) {
        var id = tx.nextNumber(RIGHT_RULE.ID);
        var plan = wanted.plan();
        tx.sql()
                .insertInto(RIGHT_RULE)
                .set(RIGHT_RULE.ID, id)
                .set(RIGHT_RULE.RESOURCE_ID, wanted.resource().number())
                .set(RIGHT_RULE.HOLDER, wanted.holder().kind().name())
                .set(RIGHT_RULE.HOLDER_ID, wanted.holder().number())
                .set(RIGHT_RULE.EFFECT, wanted.effect().name())
                .set(RIGHT_RULE.PLAN_ID, plan == null ? null : plan.number())
                .set(RIGHT_RULE.HOLDS_FROM, utc(wanted.from()))
                .set(RIGHT_RULE.HOLDS_UNTIL, utc(wanted.until()))
                .set(RIGHT_RULE.RECORDED_AT, tx.nowUtc())
                .set(RIGHT_RULE.RECORDED_BY, tx.actor().operatorId())
                .execute();
        return rule(tx.sql(), new RuleId(id)).orElseThrow();
    }

    static void end(Tx tx, RuleId rule) {
        tx.sql()
                .update(RIGHT_RULE)
                .set(RIGHT_RULE.ENDED_AT, tx.nowUtc())
                .set(RIGHT_RULE.ENDED_BY, tx.actor().operatorId())
                .where(RIGHT_RULE.ID.eq(rule.number()), RIGHT_RULE.ENDED_AT.isNull())
                .execute();
    }

    private static List<Rule> rules(DSLContext sql, Condition condition) {
        return sql.select()
                .from(RIGHT_RULE)
                .where(condition)
                .orderBy(RIGHT_RULE.HOLDER.desc(), RIGHT_RULE.ID)
                .fetch(RightStore::read);
    }

    private static Condition of(Holder holder) {
        return RIGHT_RULE
                .HOLDER
                .eq(holder.kind().name())
                .and(RIGHT_RULE.HOLDER_ID.eq(holder.number()));
    }

    private static Rule read(Record row) {
        var plan = row.get(RIGHT_RULE.PLAN_ID);
        return new Rule(
                new RuleId(row.get(RIGHT_RULE.ID)),
                new ResourceId(row.get(RIGHT_RULE.RESOURCE_ID)),
                new Holder(
                        Holder.Kind.valueOf(row.get(RIGHT_RULE.HOLDER)),
                        row.get(RIGHT_RULE.HOLDER_ID)),
                Effect.valueOf(row.get(RIGHT_RULE.EFFECT)),
                plan == null ? null : new PlanId(plan),
                instant(row.get(RIGHT_RULE.HOLDS_FROM)),
                instant(row.get(RIGHT_RULE.HOLDS_UNTIL)),
                Tx.instant(row.get(RIGHT_RULE.RECORDED_AT)),
                instant(row.get(RIGHT_RULE.ENDED_AT)));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : Tx.instant(utc);
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : Tx.utc(instant);
    }
}
