package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.DEVICE_ASK;
import static app.lodge.core.books.tables.Tables.DEVICE_EVENT;
import static app.lodge.core.books.tables.Tables.MEDIUM;

import app.lodge.core.books.Page;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Rows of what devices did, and of what they asked.
final class EventStore {

    private EventStore() {}

    static FieldBooks.Standing standing(DSLContext sql, DeviceId id, FieldEvent event) {
        return contentHash(sql, id, event.seq())
                .map(known ->
                        MessageDigest.isEqual(known, hash(event.content()))
                                ? FieldBooks.Standing.REPEATED
                                : FieldBooks.Standing.CONTRADICTED)
                .orElse(FieldBooks.Standing.NEW);
    }

    private static Optional<byte[]> contentHash(DSLContext sql, DeviceId id, long seq) {
        return sql.select(DEVICE_EVENT.CONTENT_HASH)
                .from(DEVICE_EVENT)
                .where(DEVICE_EVENT.DEVICE_ID.eq(id.number()), DEVICE_EVENT.SEQ.eq(seq))
                .fetchOptional(DEVICE_EVENT.CONTENT_HASH);
    }

    static void insert(
            Tx tx,
            DeviceId id,
            FieldEvent event,
            boolean late,
            @Nullable Long posting,
            @Nullable Long clockOffset) {
        tx.sql()
                .insertInto(DEVICE_EVENT)
                .set(DEVICE_EVENT.DEVICE_ID, id.number())
                .set(DEVICE_EVENT.SEQ, event.seq())
                .set(DEVICE_EVENT.KIND, event.kind())
                .set(DEVICE_EVENT.AT, Tx.utc(event.at()))
                .set(DEVICE_EVENT.RECEIVED_AT, tx.nowUtc())
                .set(DEVICE_EVENT.LATE, late)
                .set(DEVICE_EVENT.CONTENT_HASH, hash(event.content()))
                .set(DEVICE_EVENT.CONTENT, event.content())
                .set(DEVICE_EVENT.MEDIUM_ID, medium(tx.sql(), event.credential()))
                .set(DEVICE_EVENT.POSTING_ID, posting)
                .set(DEVICE_EVENT.CLOCK_OFFSET_MS, clockOffset)
                .execute();
    }

    static long lastSeq(DSLContext sql, DeviceId id) {
        return sql.select(DEVICE.LAST_SEQ)
                .from(DEVICE)
                .where(DEVICE.ID.eq(id.number()))
                .fetchSingle()
                .value1();
    }

    /// Moves the device's highest number without a gap as far as the rows reach.
    static long advance(Tx tx, DeviceId id) {
        var before = lastSeq(tx.sql(), id);
        var last = before;
        for (var seq :
                tx.sql()
                        .select(DEVICE_EVENT.SEQ)
                        .from(DEVICE_EVENT)
                        .where(DEVICE_EVENT.DEVICE_ID.eq(id.number()), DEVICE_EVENT.SEQ.gt(before))
                        .orderBy(DEVICE_EVENT.SEQ)
                        .limit(10_000)
                        .fetch(DEVICE_EVENT.SEQ)) {
            if (seq != last + 1) {
                break;
            }
            last = seq;
        }
        if (last > before) {
            tx.sql()
                    .update(DEVICE)
                    .set(DEVICE.LAST_SEQ, last)
                    .where(DEVICE.ID.eq(id.number()))
                    .execute();
        }
        return last;
    }

    static Page<Devices.EventRow> page(
            DSLContext sql, DeviceId id, @Nullable String after, int limit) {
        var before = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        var rows =
                sql.select()
                        .from(DEVICE_EVENT)
                        .leftJoin(MEDIUM)
                        .on(MEDIUM.ID.eq(DEVICE_EVENT.MEDIUM_ID))
                        .where(DEVICE_EVENT.DEVICE_ID.eq(id.number()), DEVICE_EVENT.SEQ.lt(before))
                        .orderBy(DEVICE_EVENT.SEQ.desc())
                        .limit(limit + 1)
                        .fetch(EventStore::row);
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(
                shown, rows.size() > limit ? String.valueOf(shown.getLast().seq()) : null);
    }

    record Answered(byte[] requestHash, String answer) {}

    static Optional<Answered> answered(DSLContext sql, DeviceId id, String askId) {
        return sql.select(DEVICE_ASK.REQUEST_HASH, DEVICE_ASK.ANSWER)
                .from(DEVICE_ASK)
                .where(DEVICE_ASK.DEVICE_ID.eq(id.number()), DEVICE_ASK.ASK_ID.eq(askId))
                .fetchOptional(row -> new Answered(row.value1(), row.value2()));
    }

    static void answer(Tx tx, DeviceId id, String askId, byte[] requestHash, String answer) {
        tx.sql()
                .insertInto(DEVICE_ASK)
                .set(DEVICE_ASK.DEVICE_ID, id.number())
                .set(DEVICE_ASK.ASK_ID, askId)
                .set(DEVICE_ASK.REQUEST_HASH, requestHash)
                .set(DEVICE_ASK.ANSWER, answer)
                .set(DEVICE_ASK.AT, tx.nowUtc())
                .execute();
    }

    static byte[] hash(String content) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private static @Nullable Long medium(DSLContext sql, String credential) {
        if (credential.isEmpty()) {
            return null;
        }
        return sql.select(MEDIUM.ID)
                .from(MEDIUM)
                .where(MEDIUM.UID.eq(HexFormat.of().parseHex(credential)))
                .orderBy(MEDIUM.ID.desc())
                .limit(1)
                .fetchOne(MEDIUM.ID);
    }

    private static Devices.EventRow row(Record row) {
        var holder = row.get(MEDIUM.PERSON_ID);
        return new Devices.EventRow(
                row.get(DEVICE_EVENT.SEQ),
                row.get(DEVICE_EVENT.KIND),
                Tx.instant(row.get(DEVICE_EVENT.AT)),
                Tx.instant(row.get(DEVICE_EVENT.RECEIVED_AT)),
                row.get(DEVICE_EVENT.LATE),
                holder == null ? "" : "%07d-%02d".formatted(holder, row.get(MEDIUM.ISSUE_NUMBER)),
                flat(row.get(DEVICE_EVENT.CONTENT)),
                row.get(DEVICE_EVENT.POSTING_ID),
                row.get(DEVICE_EVENT.CLOCK_OFFSET_MS));
    }

    /// One level of names and texts; deeper values keep their JSON.
    private static Map<String, String> flat(String json) {
        var flat = new TreeMap<String, String>();
        for (var member : Json.tree(json.getBytes(StandardCharsets.UTF_8)).properties()) {
            flat.put(member.getKey(), text(member.getValue()));
        }
        return flat;
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
