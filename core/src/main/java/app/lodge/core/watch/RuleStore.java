package app.lodge.core.watch;

import static app.lodge.core.books.tables.Tables.WATCH_OUTLET;
import static app.lodge.core.books.tables.Tables.WATCH_RULE;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.watch.parties.PartyKind;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Rows of rules, and of how people are reached.
final class RuleStore {

    List<Rule> all(DSLContext sql) {
        return sql.selectFrom(WATCH_RULE)
                .where(WATCH_RULE.ACTIVE.isTrue())
                .orderBy(WATCH_RULE.ID)
                .fetch(RuleStore::rule);
    }

    Optional<Rule> find(DSLContext sql, long id) {
        return all(sql).stream().filter(rule -> rule.id() == id).findFirst();
    }

    long put(Tx tx, Rule rule) {
        var id = rule.id() == 0 ? tx.nextNumber(WATCH_RULE.ID) : rule.id();
        if (rule.id() == 0) {
            tx.sql()
                    .insertInto(WATCH_RULE)
                    .set(WATCH_RULE.ID, id)
                    .set(WATCH_RULE.MATTER, rule.matter().name())
                    .set(WATCH_RULE.DEVICE_KIND, "")
                    .set(WATCH_RULE.PLACE, "")
                    .set(WATCH_RULE.THRESHOLD, 0)
                    .set(WATCH_RULE.CHANNELS, "")
                    .set(WATCH_RULE.QUIET_FROM, "")
                    .set(WATCH_RULE.QUIET_UNTIL, "")
                    .set(WATCH_RULE.ESCALATE_MINUTES, 0)
                    .set(WATCH_RULE.ACTIVE, true)
                    .execute();
        }
        var kind = rule.kind();
        tx.sql()
                .update(WATCH_RULE)
                .set(WATCH_RULE.MATTER, rule.matter().name())
                .set(WATCH_RULE.DEVICE_KIND, kind == null ? "" : kind.name())
                .set(WATCH_RULE.PLACE, rule.place())
                .set(WATCH_RULE.THRESHOLD, rule.threshold())
                .set(
                        WATCH_RULE.CHANNELS,
                        rule.channels().stream()
                                .sorted()
                                .map(Channel::name)
                                .collect(Collectors.joining(",")))
                .set(WATCH_RULE.QUIET_FROM, time(rule.quietFrom()))
                .set(WATCH_RULE.QUIET_UNTIL, time(rule.quietUntil()))
                .set(WATCH_RULE.ESCALATE_MINUTES, rule.escalateAfterMinutes())
                .set(
                        WATCH_RULE.PARTIES,
                        rule.parties().stream()
                                .sorted()
                                .map(PartyKind::name)
                                .collect(Collectors.joining(",")))
                .where(WATCH_RULE.ID.eq(id))
                .execute();
        return id;
    }

    boolean remove(Tx tx, long id) {
        return tx.sql()
                        .update(WATCH_RULE)
                        .set(WATCH_RULE.ACTIVE, false)
                        .where(WATCH_RULE.ID.eq(id), WATCH_RULE.ACTIVE.isTrue())
                        .execute()
                > 0;
    }

    /// @param content JSON
    /// @param secret sealed; null for none
    record Outlet(String content, byte @Nullable [] secret) {}

    Optional<Outlet> outlet(DSLContext sql, Channel channel) {
        return sql.select(WATCH_OUTLET.CONTENT, WATCH_OUTLET.SECRET)
                .from(WATCH_OUTLET)
                .where(WATCH_OUTLET.CHANNEL.eq(channel.name()))
                .fetchOptional(row -> new Outlet(row.value1(), row.value2()));
    }

    /// @param secret sealed; null keeps the one that is there
    void outlet(Tx tx, Channel channel, String content, byte @Nullable [] secret) {
        var there = outlet(tx.sql(), channel).isPresent();
        if (!there) {
            tx.sql()
                    .insertInto(WATCH_OUTLET)
                    .set(WATCH_OUTLET.CHANNEL, channel.name())
                    .set(WATCH_OUTLET.CONTENT, content)
                    .set(WATCH_OUTLET.SECRET, secret)
                    .set(WATCH_OUTLET.CHANGED_AT, tx.nowUtc())
                    .execute();
            return;
        }
        var update =
                tx.sql()
                        .update(WATCH_OUTLET)
                        .set(WATCH_OUTLET.CONTENT, content)
                        .set(WATCH_OUTLET.CHANGED_AT, tx.nowUtc());
        (secret == null ? update : update.set(WATCH_OUTLET.SECRET, secret))
                .where(WATCH_OUTLET.CHANNEL.eq(channel.name()))
                .execute();
    }

    private static Rule rule(Record row) {
        var kind = row.get(WATCH_RULE.DEVICE_KIND);
        var channels = row.get(WATCH_RULE.CHANNELS);
        return new Rule(
                row.get(WATCH_RULE.ID),
                Matter.valueOf(row.get(WATCH_RULE.MATTER)),
                kind.isEmpty() ? null : DeviceKind.valueOf(kind),
                row.get(WATCH_RULE.PLACE),
                row.get(WATCH_RULE.THRESHOLD),
                Arrays.stream(channels.split(","))
                        .filter(name -> !name.isEmpty())
                        .map(Channel::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                time(row.get(WATCH_RULE.QUIET_FROM)),
                time(row.get(WATCH_RULE.QUIET_UNTIL)),
                row.get(WATCH_RULE.ESCALATE_MINUTES),
                Arrays.stream(row.get(WATCH_RULE.PARTIES).split(","))
                        .filter(name -> !name.isEmpty())
                        .map(PartyKind::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String time(@Nullable LocalTime time) {
        return time == null ? "" : time.withSecond(0).withNano(0).toString();
    }

    private static @Nullable LocalTime time(String text) {
        return text.isEmpty() ? null : LocalTime.parse(text);
    }
}
