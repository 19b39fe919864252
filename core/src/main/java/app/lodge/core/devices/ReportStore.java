package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.DEVICE_REPORT;

import app.lodge.core.books.Answers;
import app.lodge.core.books.Change;
import app.lodge.core.books.Question;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What devices say of themselves, as one row each. Thousands of them report at once after a push, so their
/// rows wait and go to the database with their group.
final class ReportStore {

    private static final Question<Long> CLOCK_OFFSET =
            new Question<>(
                    "select clock_offset_ms from device_report where device_id = ? and clock_offset_ms is not null",
                    row -> row.getLong(1));

    private static final Change TOUCH =
            new Change(
                    """
                    merge into device_report t using (values (cast(? as bigint), cast(? as timestamp(6)))) as n (id, at)
                    on t.device_id = n.id
                    when matched then update set last_contact = n.at
                    when not matched then insert (device_id, online, detail, last_contact)
                        values (n.id, false, 'CONNECTED', n.at)\
                    """,
                    "insert into device_report (device_id, online, detail, last_contact)"
                            + " select n.id, false, 'CONNECTED', n.at from unnest(?::bigint[], ?::timestamp[]) as n (id, at)"
                            + " on conflict (device_id) do update set last_contact = excluded.last_contact",
                    List.of("bigint", "timestamp"));

    private ReportStore() {}

    static void greeted(Tx tx, DeviceId id, String program, Duration clockOffset) {
        touch(tx, id);
        tx.sql()
                .update(DEVICE_REPORT)
                .set(DEVICE_REPORT.PROGRAM, program)
                .set(DEVICE_REPORT.CLOCK_OFFSET_MS, clockOffset.toMillis())
                .where(DEVICE_REPORT.DEVICE_ID.eq(id.number()))
                .execute();
    }

    static void present(Tx tx, DeviceId id, boolean online, String detail) {
        touch(tx, id);
        tx.statements()
                .later(
                        "update device_report set online = ?, detail = ? where device_id = ?",
                        online,
                        detail,
                        id.number());
    }

    /// @return the report as it stands now
    static DeviceStore.ReportRow reported(
            Tx tx,
            DeviceStore.Row before,
            int version,
            Map<String, String> config,
            List<String> errors) {
        var id = before.device().id();
        touch(tx, id);
        tx.statements()
                .later(
                        "update device_report set config_version = ?, content = ?, errors = ?, reported_at = ?"
                                + " where device_id = ?",
                        version,
                        Json.canonical(config),
                        Json.text(errors, List.class),
                        tx.nowUtc(),
                        id.number());
        var report = before.report();
        return new DeviceStore.ReportRow(
                version,
                new TreeMap<>(config),
                List.copyOf(errors),
                report.online(),
                report.detail(),
                report.program(),
                tx.now());
    }

    /// The device's clock minus ours at its last hello, in milliseconds; empty before the first.
    static Optional<Long> clockOffset(Answers answers, DeviceId id) {
        return answers.find(CLOCK_OFFSET, id.number());
    }

    private static void touch(Tx tx, DeviceId id) {
        tx.statements().later(TOUCH, id, (_, newer) -> newer, id.number(), tx.nowUtc());
    }
}
