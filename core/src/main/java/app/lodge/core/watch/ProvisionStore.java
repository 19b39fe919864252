package app.lodge.core.watch;

import static app.lodge.core.books.tables.Tables.CARD_JOB;
import static app.lodge.core.books.tables.Tables.WATCH_PROVISION;

import app.lodge.core.books.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Rows of what runs out, and how fast ribbons do.
final class ProvisionStore {

    /// What is used per day is the mean of so many.
    private static final int USE_DAYS = 30;

    /// Later than in so many days is no day that anybody can say.
    private static final int FARTHEST_DAYS = 3_650;

    List<Provision> all(DSLContext sql) {
        return sql.selectFrom(WATCH_PROVISION)
                .where(WATCH_PROVISION.ACTIVE.isTrue())
                .orderBy(WATCH_PROVISION.ID)
                .fetch(ProvisionStore::provision);
    }

    Optional<Provision> find(DSLContext sql, long id) {
        return sql.selectFrom(WATCH_PROVISION)
                .where(WATCH_PROVISION.ID.eq(id), WATCH_PROVISION.ACTIVE.isTrue())
                .fetchOptional(ProvisionStore::provision);
    }

    Optional<Provision> ribbon(DSLContext sql, String name) {
        return sql.selectFrom(WATCH_PROVISION)
                .where(
                        WATCH_PROVISION.KIND.eq(Provision.Kind.RIBBON.name()),
                        WATCH_PROVISION.NAME.eq(name),
                        WATCH_PROVISION.ACTIVE.isTrue())
                .orderBy(WATCH_PROVISION.ID)
                .limit(1)
                .fetchOptional(ProvisionStore::provision);
    }

    long put(Tx tx, Provision provision) {
        var id = provision.id() == 0 ? tx.nextNumber(WATCH_PROVISION.ID) : provision.id();
        if (provision.id() == 0) {
            tx.sql()
                    .insertInto(WATCH_PROVISION)
                    .set(WATCH_PROVISION.ID, id)
                    .set(WATCH_PROVISION.KIND, provision.kind().name())
                    .set(WATCH_PROVISION.NAME, provision.name())
                    .set(WATCH_PROVISION.ENDS_ON, provision.on())
                    .set(WATCH_PROVISION.REMAINING, provision.remaining())
                    .set(WATCH_PROVISION.WANTED, provision.wanted())
                    .set(WATCH_PROVISION.TOLD_AT, tx.nowUtc())
                    .set(WATCH_PROVISION.ACTIVE, true)
                    .execute();
            return id;
        }
        tx.sql()
                .update(WATCH_PROVISION)
                .set(WATCH_PROVISION.KIND, provision.kind().name())
                .set(WATCH_PROVISION.NAME, provision.name())
                .set(WATCH_PROVISION.ENDS_ON, provision.on())
                .set(WATCH_PROVISION.REMAINING, provision.remaining())
                .set(WATCH_PROVISION.WANTED, provision.wanted())
                .set(WATCH_PROVISION.TOLD_AT, tx.nowUtc())
                .where(WATCH_PROVISION.ID.eq(id))
                .execute();
        return id;
    }

    boolean remove(Tx tx, long id) {
        return tx.sql()
                        .update(WATCH_PROVISION)
                        .set(WATCH_PROVISION.ACTIVE, false)
                        .where(WATCH_PROVISION.ID.eq(id), WATCH_PROVISION.ACTIVE.isTrue())
                        .execute()
                > 0;
    }

    /// Each of them with the day on which it ends: a ribbon's is the day it was told, and as many days on as it
    /// lasts at what the site's machines printed lately.
    List<Ahead> ahead(DSLContext sql, Instant now, ZoneId zone) {
        var all = all(sql);
        var printed =
                all.stream().anyMatch(one -> one.kind() == Provision.Kind.RIBBON)
                        ? printed(sql, now)
                        : 0;
        return all.stream().map(one -> ahead(one, printed, zone)).toList();
    }

    private static long printed(DSLContext sql, Instant now) {
        return sql.fetchCount(
                CARD_JOB,
                CARD_JOB.CREATED_AT.ge(Tx.utc(now.minus(Duration.ofDays(USE_DAYS)))),
                CARD_JOB.PRINTER.notLike("file:%"));
    }

    private static Ahead ahead(Provision one, long printed, ZoneId zone) {
        var kind =
                switch (one.kind()) {
                    case LICENCE -> Ahead.Kind.LICENCE;
                    case SIM -> Ahead.Kind.SIM_CREDIT;
                    case RIBBON -> Ahead.Kind.RIBBON;
                };
        var on = one.kind() == Provision.Kind.RIBBON ? empty(one, printed, zone) : one.on();
        return new Ahead(
                kind, "provision:" + one.id(), one.name(), on, one.remaining(), one.wanted());
    }

    private static @Nullable LocalDate empty(Provision ribbon, long printed, ZoneId zone) {
        var told = ribbon.toldAt().atZone(zone).toLocalDate();
        if (ribbon.remaining() == 0) {
            return told;
        }
        return printed == 0
                ? null
                : told.plusDays(Math.min(FARTHEST_DAYS, ribbon.remaining() * USE_DAYS / printed));
    }

    private static Provision provision(Record row) {
        return new Provision(
                row.get(WATCH_PROVISION.ID),
                Provision.Kind.valueOf(row.get(WATCH_PROVISION.KIND)),
                row.get(WATCH_PROVISION.NAME),
                row.get(WATCH_PROVISION.ENDS_ON),
                row.get(WATCH_PROVISION.REMAINING),
                row.get(WATCH_PROVISION.WANTED),
                Tx.instant(row.get(WATCH_PROVISION.TOLD_AT)));
    }
}
