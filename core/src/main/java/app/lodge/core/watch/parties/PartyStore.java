package app.lodge.core.watch.parties;

import static app.lodge.core.books.tables.Tables.WATCH_PARTY;
import static app.lodge.core.books.tables.Tables.WATCH_PARTY_DEVICE;
import static app.lodge.core.books.tables.Tables.WATCH_PARTY_SIGHT;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Rows of parties, of the devices they stand for, and of what their kinds may see.
final class PartyStore {

    List<Party> all(DSLContext sql) {
        var stands =
                sql.selectFrom(WATCH_PARTY_DEVICE)
                        .orderBy(WATCH_PARTY_DEVICE.PARTY_ID, WATCH_PARTY_DEVICE.LINE)
                        .fetchGroups(
                                WATCH_PARTY_DEVICE.PARTY_ID,
                                row ->
                                        new Stand(
                                                row.get(WATCH_PARTY_DEVICE.DEVICE_ID),
                                                kind(row.get(WATCH_PARTY_DEVICE.DEVICE_KIND)),
                                                row.get(WATCH_PARTY_DEVICE.PLACE)));
        return sql.selectFrom(WATCH_PARTY)
                .where(WATCH_PARTY.ACTIVE.isTrue())
                .orderBy(WATCH_PARTY.NAME, WATCH_PARTY.ID)
                .fetch(row ->
                        new Party(
                                row.get(WATCH_PARTY.ID),
                                row.get(WATCH_PARTY.NAME),
                                PartyKind.valueOf(row.get(WATCH_PARTY.KIND)),
                                row.get(WATCH_PARTY.LANGUAGE),
                                row.get(WATCH_PARTY.MAIL),
                                row.get(WATCH_PARTY.WEBHOOK),
                                stands.getOrDefault(row.get(WATCH_PARTY.ID), List.of())));
    }

    Optional<Party> find(DSLContext sql, long id) {
        return all(sql).stream().filter(party -> party.id() == id).findFirst();
    }

    /// Sealed; empty for none.
    Optional<byte[]> secret(DSLContext sql, long id) {
        return sql.select(WATCH_PARTY.SECRET)
                .from(WATCH_PARTY)
                .where(WATCH_PARTY.ID.eq(id))
                .fetchOptional(WATCH_PARTY.SECRET);
    }

    /// @param secret sealed; null keeps the one that is there
    long put(Tx tx, Party party, byte @Nullable [] secret) {
        var id = party.id() == 0 ? tx.nextNumber(WATCH_PARTY.ID) : party.id();
        if (party.id() == 0) {
            tx.sql()
                    .insertInto(WATCH_PARTY)
                    .set(WATCH_PARTY.ID, id)
                    .set(WATCH_PARTY.NAME, party.name())
                    .set(WATCH_PARTY.KIND, party.kind().name())
                    .set(WATCH_PARTY.LANGUAGE, party.language())
                    .set(WATCH_PARTY.MAIL, party.mail())
                    .set(WATCH_PARTY.WEBHOOK, party.webhook())
                    .set(WATCH_PARTY.ACTIVE, true)
                    .set(WATCH_PARTY.CHANGED_AT, tx.nowUtc())
                    .execute();
        }
        var update =
                tx.sql()
                        .update(WATCH_PARTY)
                        .set(WATCH_PARTY.NAME, party.name())
                        .set(WATCH_PARTY.KIND, party.kind().name())
                        .set(WATCH_PARTY.LANGUAGE, party.language())
                        .set(WATCH_PARTY.MAIL, party.mail())
                        .set(WATCH_PARTY.WEBHOOK, party.webhook())
                        .set(WATCH_PARTY.CHANGED_AT, tx.nowUtc());
        (secret == null ? update : update.set(WATCH_PARTY.SECRET, secret))
                .where(WATCH_PARTY.ID.eq(id))
                .execute();
        stands(tx, id, party.stands());
        return id;
    }

    private static void stands(Tx tx, long id, List<Stand> stands) {
        tx.sql().deleteFrom(WATCH_PARTY_DEVICE).where(WATCH_PARTY_DEVICE.PARTY_ID.eq(id)).execute();
        var line = 0;
        for (var stand : stands) {
            var kind = stand.kind();
            tx.sql()
                    .insertInto(WATCH_PARTY_DEVICE)
                    .set(WATCH_PARTY_DEVICE.PARTY_ID, id)
                    .set(WATCH_PARTY_DEVICE.LINE, line++)
                    .set(WATCH_PARTY_DEVICE.DEVICE_ID, stand.device())
                    .set(WATCH_PARTY_DEVICE.DEVICE_KIND, kind == null ? "" : kind.name())
                    .set(WATCH_PARTY_DEVICE.PLACE, stand.place())
                    .execute();
        }
    }

    boolean remove(Tx tx, long id) {
        return tx.sql()
                        .update(WATCH_PARTY)
                        .set(WATCH_PARTY.ACTIVE, false)
                        .setNull(WATCH_PARTY.SECRET)
                        .set(WATCH_PARTY.CHANGED_AT, tx.nowUtc())
                        .where(WATCH_PARTY.ID.eq(id), WATCH_PARTY.ACTIVE.isTrue())
                        .execute()
                > 0;
    }

    /// A kind without a row sees nothing.
    Map<PartyKind, Set<Sight>> sights(DSLContext sql) {
        var all = new EnumMap<PartyKind, Set<Sight>>(PartyKind.class);
        for (var kind : PartyKind.values()) {
            all.put(kind, EnumSet.noneOf(Sight.class));
        }
        sql.selectFrom(WATCH_PARTY_SIGHT)
                .forEach(row ->
                        all.put(
                                PartyKind.valueOf(row.get(WATCH_PARTY_SIGHT.KIND)),
                                Arrays.stream(row.get(WATCH_PARTY_SIGHT.SIGHTS).split(","))
                                        .filter(name -> !name.isEmpty())
                                        .map(Sight::valueOf)
                                        .collect(Collectors.toUnmodifiableSet())));
        return all;
    }

    void see(Tx tx, PartyKind kind, Set<Sight> seen) {
        var text = seen.stream().sorted().map(Sight::name).collect(Collectors.joining(","));
        var changed =
                tx.sql()
                        .update(WATCH_PARTY_SIGHT)
                        .set(WATCH_PARTY_SIGHT.SIGHTS, text)
                        .where(WATCH_PARTY_SIGHT.KIND.eq(kind.name()))
                        .execute();
        if (changed == 0) {
            tx.sql()
                    .insertInto(WATCH_PARTY_SIGHT)
                    .set(WATCH_PARTY_SIGHT.KIND, kind.name())
                    .set(WATCH_PARTY_SIGHT.SIGHTS, text)
                    .execute();
        }
    }

    private static @Nullable DeviceKind kind(String name) {
        return name.isEmpty() ? null : DeviceKind.valueOf(name);
    }
}
