package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.DEVICE_ASK;
import static app.lodge.core.books.tables.Tables.DEVICE_EVENT;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.MEDIUM;

import app.lodge.core.books.Answers;
import app.lodge.core.books.Change;
import app.lodge.core.books.Page;
import app.lodge.core.books.Question;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Rows of what devices did, and of what they asked.
final class EventStore {

    private static final Question<byte[]> CONTENT_HASH =
            new Question<>(
                    "select content_hash from device_event where device_id = ? and seq = ?",
                    row -> row.getBytes(1));

    private static final Question<Long> LAST_SEQ =
            new Question<>("select last_seq from device where id = ?", row -> row.getLong(1));

    /// Of the card's newest issue.
    private static final Question<Long> MEDIUM_OF =
            new Question<>(
                    "select id from medium where uid = ? order by id desc limit 1",
                    row -> row.getLong(1));

    private static final Change INSERT =
            Change.insert(
                    "device_event",
                    "device_id bigint",
                    "seq bigint",
                    "kind varchar",
                    "at timestamp",
                    "received_at timestamp",
                    "late boolean",
                    "content_hash bytea",
                    "content varchar",
                    "medium_id bigint",
                    "posting_id bigint",
                    "clock_offset_ms bigint");

    /// Of several events of a device in a group only where the last one led is told.
    private static final Change MOVE =
            new Change(
                    "update device set last_seq = ? where id = ?",
                    "update device set last_seq = n.seq from unnest(?::bigint[], ?::bigint[]) as n (seq, id)"
                            + " where device.id = n.id",
                    List.of("bigint", "bigint"));

    private static final int AT_ONCE = 10_000;

    private EventStore() {}

    /// What taking in an event will ask.
    static void foresee(Answers ahead, DeviceId id, FieldEvent event) {
        standing(ahead, id, event);
        ahead.find(LAST_SEQ, id.number());
        ReportStore.clockOffset(ahead, id);
        medium(ahead, event.credential());
        ahead.find(CONTENT_HASH, id.number(), event.seq() + 1);
    }

    static FieldBooks.Standing standing(Answers answers, DeviceId id, FieldEvent event) {
        return answers.find(CONTENT_HASH, id.number(), event.seq())
                .map(known ->
                        MessageDigest.isEqual(known, hash(event.content()))
                                ? FieldBooks.Standing.REPEATED
                                : FieldBooks.Standing.CONTRADICTED)
                .orElse(FieldBooks.Standing.NEW);
    }

    static void insert(
            Tx tx,
            DeviceId id,
            FieldEvent event,
            boolean late,
            @Nullable Long posting,
            @Nullable Long clockOffset) {
        var hash = hash(event.content());
        tx.statements()
                .later(
                        INSERT,
                        id.number(),
                        event.seq(),
                        event.kind(),
                        Tx.utc(event.at()),
                        tx.nowUtc(),
                        late,
                        hash,
                        event.content(),
                        medium(tx, event.credential()).orElse(null),
                        posting,
                        clockOffset);
        tx.statements().told(hash, CONTENT_HASH, id.number(), event.seq());
    }

    static long lastSeq(Answers answers, DeviceId id) {
        return answers.find(LAST_SEQ, id.number()).orElseThrow();
    }

    /// Moves the device's highest number without a gap as far as the rows reach.
    ///
    /// @param seq of the row that came just now
    static long advance(Tx tx, DeviceId id, long seq) {
        var before = lastSeq(tx, id);
        if (seq != before + 1) {
            return before;
        }
        var last =
                tx.find(CONTENT_HASH, id.number(), seq + 1).isEmpty() ? seq : unbroken(tx, id, seq);
        tx.statements().later(MOVE, id, (_, newer) -> newer, last, id.number());
        tx.statements().told(last, LAST_SEQ, id.number());
        return last;
    }

    /// How far rows that came before this one, out of their order, go on from it.
    private static long unbroken(Tx tx, DeviceId id, long seq) {
        var last = seq;
        var more = true;
        while (more) {
            var next =
                    tx.sql()
                            .select(DEVICE_EVENT.SEQ)
                            .from(DEVICE_EVENT)
                            .where(
                                    DEVICE_EVENT.DEVICE_ID.eq(id.number()),
                                    DEVICE_EVENT.SEQ.gt(last))
                            .orderBy(DEVICE_EVENT.SEQ)
                            .limit(AT_ONCE)
                            .fetch(DEVICE_EVENT.SEQ);
            var run = 0;
            while (run < next.size() && next.get(run) == last + 1) {
                last++;
                run++;
            }
            more = run == AT_ONCE;
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

    /// Money in is money out: a posting's amount is the sum of what it adds somewhere.
    static List<FieldBooks.BookedEvent> booked(DSLContext sql, DeviceId id) {
        var moved =
                DSL.field(
                        DSL.select(DSL.coalesce(DSL.sum(LEDGER_ENTRY.AMOUNT), BigDecimal.ZERO))
                                .from(LEDGER_ENTRY)
                                .where(
                                        LEDGER_ENTRY.POSTING_ID.eq(DEVICE_EVENT.POSTING_ID),
                                        LEDGER_ENTRY.AMOUNT.gt(0L)));
        return sql.select(DEVICE_EVENT.SEQ, DEVICE_EVENT.CONTENT, moved)
                .from(DEVICE_EVENT)
                .where(DEVICE_EVENT.DEVICE_ID.eq(id.number()))
                .orderBy(DEVICE_EVENT.SEQ)
                .fetch(row ->
                        new FieldBooks.BookedEvent(
                                row.value1(), row.value2(), row.value3().longValueExact()));
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

    private static Optional<Long> medium(Answers answers, String credential) {
        return credential.isEmpty()
                ? Optional.empty()
                : answers.find(MEDIUM_OF, (Object) HexFormat.of().parseHex(credential));
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
