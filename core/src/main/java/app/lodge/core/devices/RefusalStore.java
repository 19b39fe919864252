package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.JOURNAL;

import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record4;

/// What the network refused, out of the journal.
final class RefusalStore {

    private static final Map<String, DeviceCare.Refused> KINDS =
            Map.of(
                    "device.connect-refused", DeviceCare.Refused.CONNECT,
                    "device.publish-refused", DeviceCare.Refused.PUBLISH,
                    "device.subscribe-refused", DeviceCare.Refused.SUBSCRIBE,
                    "device.join-refused", DeviceCare.Refused.JOIN,
                    "device.message-refused", DeviceCare.Refused.MESSAGE,
                    "device.renew-refused", DeviceCare.Refused.RENEW,
                    "device.event-contradicted", DeviceCare.Refused.CONTRADICTION);

    private RefusalStore() {}

    static List<DeviceCare.Refusal> newest(DSLContext sql, int limit) {
        return since(sql, Instant.EPOCH, limit);
    }

    /// By kind and time, as the index has them: the journal may be long.
    static List<DeviceCare.Refusal> since(DSLContext sql, Instant from, int limit) {
        return sql.select(JOURNAL.AT, JOURNAL.KIND, JOURNAL.CONTENT, JOURNAL.ACTOR)
                .from(JOURNAL)
                .where(JOURNAL.KIND.in(KINDS.keySet()), JOURNAL.AT.ge(Tx.utc(from)))
                .orderBy(JOURNAL.AT.desc(), JOURNAL.ID.desc())
                .limit(limit)
                .fetch(RefusalStore::refusal);
    }

    private static DeviceCare.Refusal refusal(Record4<LocalDateTime, String, String, String> row) {
        var content = Json.tree(row.value3().getBytes(StandardCharsets.UTF_8));
        var name = content.path("name").asText();
        var why = content.path("why").asText();
        var detail = content.path("detail").asText();
        var seq = content.path("seq").asText();
        return new DeviceCare.Refusal(
                Tx.instant(row.value1()),
                Objects.requireNonNull(KINDS.get(row.value2())),
                name.isEmpty() ? row.value4() : name,
                why.isEmpty() ? detail.isEmpty() ? seq : detail : why);
    }
}
