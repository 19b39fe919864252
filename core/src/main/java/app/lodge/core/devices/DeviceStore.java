package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.DEVICE_CONFIG;
import static app.lodge.core.books.tables.Tables.DEVICE_REPORT;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import app.lodge.core.books.Answers;
import app.lodge.core.books.Question;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Rows of devices, of their desired and their reported configuration.
final class DeviceStore {

    private static final String IN_THE_FIELD =
            "select id, name, kind, certificate_serial, last_seq from device where ";

    private static final Question<FieldDevice> NAMED =
            new Question<>(IN_THE_FIELD + "name = ?", DeviceStore::fieldDevice);

    private static final Question<FieldDevice> NUMBERED =
            new Question<>(IN_THE_FIELD + "id = ?", DeviceStore::fieldDevice);

    private DeviceStore() {}

    /// A device with its newest desired configuration and its report, if any.
    record Row(
            Device device,
            byte @Nullable [] joinCodeHash,
            @Nullable Instant joinCodeUntil,
            @Nullable String certificateSerial,
            long lastSeq,
            int desiredVersion,
            Map<String, String> desired,
            ReportRow report) {

        Row with(ReportRow other) {
            return new Row(
                    device,
                    joinCodeHash,
                    joinCodeUntil,
                    certificateSerial,
                    lastSeq,
                    desiredVersion,
                    desired,
                    other);
        }

        FieldDevice asFieldDevice() {
            return new FieldDevice(
                    device.id(), device.name(), device.kind(), certificateSerial, lastSeq);
        }
    }

    record ReportRow(
            int version,
            Map<String, String> config,
            List<String> errors,
            boolean online,
            String detail,
            String program,
            @Nullable Instant lastContact) {

        static final ReportRow NONE =
                new ReportRow(0, Map.of(), List.of(), false, "NEVER_SEEN", "", null);
    }

    static DeviceId insert(
            Tx tx, String name, DeviceKind kind, String label, String place, byte[] codeHash) {
        var id = tx.nextNumber(DEVICE.ID);
        tx.sql()
                .insertInto(DEVICE)
                .set(DEVICE.ID, id)
                .set(DEVICE.NAME, name)
                .set(DEVICE.KIND, kind.name())
                .set(DEVICE.LABEL, label)
                .set(DEVICE.PLACE, place)
                .set(DEVICE.STATE, "WAITING")
                .set(DEVICE.JOIN_CODE_HASH, codeHash)
                .set(DEVICE.JOIN_CODE_UNTIL, Tx.utc(tx.now().plus(JoinCodes.VALID_FOR)))
                .set(DEVICE.LAST_SEQ, 0L)
                .set(DEVICE.CREATED_AT, tx.nowUtc())
                .execute();
        return new DeviceId(id);
    }

    static void renewCode(Tx tx, DeviceId id, byte[] codeHash) {
        tx.sql()
                .update(DEVICE)
                .set(DEVICE.JOIN_CODE_HASH, codeHash)
                .set(DEVICE.JOIN_CODE_UNTIL, Tx.utc(tx.now().plus(JoinCodes.VALID_FOR)))
                .where(DEVICE.ID.eq(id.number()))
                .execute();
    }

    static void joined(Tx tx, DeviceId id, String serial, Instant until) {
        find(tx.sql(), id)
                .map(Row::certificateSerial)
                .ifPresent(old -> CertificateStore.nullify(tx, id, old, CertificateStore.REPLACED));
        tx.sql()
                .update(DEVICE)
                .setNull(DEVICE.JOIN_CODE_HASH)
                .setNull(DEVICE.JOIN_CODE_UNTIL)
                .set(DEVICE.STATE, "JOINED")
                .set(DEVICE.CERTIFICATE_SERIAL, serial)
                .set(DEVICE.CERTIFICATE_UNTIL, Tx.utc(until))
                .setNull(DEVICE.NEXT_SERIAL)
                .setNull(DEVICE.NEXT_UNTIL)
                .where(DEVICE.ID.eq(id.number()))
                .execute();
    }

    static void desire(Tx tx, DeviceId id, int version, Map<String, String> config) {
        tx.sql()
                .insertInto(DEVICE_CONFIG)
                .set(DEVICE_CONFIG.DEVICE_ID, id.number())
                .set(DEVICE_CONFIG.VERSION, version)
                .set(DEVICE_CONFIG.CONTENT, Json.canonical(config))
                .set(DEVICE_CONFIG.OPERATOR_ID, tx.actor().operatorId())
                .set(DEVICE_CONFIG.AT, tx.nowUtc())
                .execute();
    }

    /// The desired configuration as it was at a version.
    static Optional<Map<String, String>> desiredAt(DSLContext sql, DeviceId id, int version) {
        return sql.select(DEVICE_CONFIG.CONTENT)
                .from(DEVICE_CONFIG)
                .where(DEVICE_CONFIG.DEVICE_ID.eq(id.number()), DEVICE_CONFIG.VERSION.eq(version))
                .fetchOptional(row -> config(row.value1()));
    }

    static List<Row> all(DSLContext sql) {
        return rows(sql, DEVICE.ID.isNotNull());
    }

    static List<FieldDevice> inTheField(DSLContext sql) {
        return sql.select(
                        DEVICE.ID,
                        DEVICE.NAME,
                        DEVICE.KIND,
                        DEVICE.CERTIFICATE_SERIAL,
                        DEVICE.LAST_SEQ)
                .from(DEVICE)
                .orderBy(DEVICE.NAME)
                .fetch(row ->
                        new FieldDevice(
                                new DeviceId(row.value1()),
                                row.value2(),
                                DeviceKind.valueOf(row.value3()),
                                row.value4(),
                                row.value5()));
    }

    /// What each message of a device asks: the one row of the device, without what it holds or should hold.
    static Optional<FieldDevice> inTheField(Answers answers, String name) {
        return answers.find(NAMED, name);
    }

    static Optional<FieldDevice> inTheField(Answers answers, DeviceId id) {
        return answers.find(NUMBERED, id.number());
    }

    private static FieldDevice fieldDevice(ResultSet row) throws SQLException {
        return new FieldDevice(
                new DeviceId(row.getLong("id")),
                row.getString("name"),
                DeviceKind.valueOf(row.getString("kind")),
                row.getString("certificate_serial"),
                row.getLong("last_seq"));
    }

    static Optional<Row> find(DSLContext sql, DeviceId id) {
        return rows(sql, DEVICE.ID.eq(id.number())).stream().findFirst();
    }

    static Optional<Row> named(DSLContext sql, String name) {
        return rows(sql, DEVICE.NAME.eq(name)).stream().findFirst();
    }

    static List<DeviceId> online(DSLContext sql) {
        return sql.select(DEVICE_REPORT.DEVICE_ID)
                .from(DEVICE_REPORT)
                .where(DEVICE_REPORT.ONLINE.isTrue())
                .orderBy(DEVICE_REPORT.DEVICE_ID)
                .fetch(row -> new DeviceId(row.value1()));
    }

    private static List<Row> rows(DSLContext sql, Condition condition) {
        var newer = DEVICE_CONFIG.as("newer");
        return sql.select()
                .from(DEVICE)
                .join(DEVICE_CONFIG)
                .on(
                        DEVICE_CONFIG.DEVICE_ID.eq(DEVICE.ID),
                        DEVICE_CONFIG.VERSION.eq(
                                select(max(newer.VERSION))
                                        .from(newer)
                                        .where(newer.DEVICE_ID.eq(DEVICE.ID))))
                .leftJoin(DEVICE_REPORT)
                .on(DEVICE_REPORT.DEVICE_ID.eq(DEVICE.ID))
                .where(condition)
                .orderBy(DEVICE.NAME)
                .fetch(DeviceStore::row);
    }

    private static Row row(Record row) {
        var until = row.get(DEVICE.CERTIFICATE_UNTIL);
        var codeUntil = row.get(DEVICE.JOIN_CODE_UNTIL);
        var device =
                new Device(
                        new DeviceId(row.get(DEVICE.ID)),
                        row.get(DEVICE.NAME),
                        DeviceKind.valueOf(row.get(DEVICE.KIND)),
                        row.get(DEVICE.LABEL),
                        row.get(DEVICE.PLACE),
                        row.get(DEVICE.CERTIFICATE_SERIAL) != null,
                        until == null ? null : Tx.instant(until));
        return new Row(
                device,
                row.get(DEVICE.JOIN_CODE_HASH),
                codeUntil == null ? null : Tx.instant(codeUntil),
                row.get(DEVICE.CERTIFICATE_SERIAL),
                row.get(DEVICE.LAST_SEQ),
                row.get(DEVICE_CONFIG.VERSION),
                config(row.get(DEVICE_CONFIG.CONTENT)),
                report(row));
    }

    private static ReportRow report(Record row) {
        if (row.get(DEVICE_REPORT.DEVICE_ID) == null) {
            return ReportRow.NONE;
        }
        var version = row.get(DEVICE_REPORT.CONFIG_VERSION);
        var program = row.get(DEVICE_REPORT.PROGRAM);
        var contact = row.get(DEVICE_REPORT.LAST_CONTACT);
        return new ReportRow(
                version == null ? 0 : version,
                config(row.get(DEVICE_REPORT.CONTENT)),
                texts(row.get(DEVICE_REPORT.ERRORS)),
                row.get(DEVICE_REPORT.ONLINE),
                row.get(DEVICE_REPORT.DETAIL),
                program == null ? "" : program,
                contact == null ? null : Tx.instant(contact));
    }

    static Map<String, String> config(@Nullable String json) {
        var config = new TreeMap<String, String>();
        if (json != null) {
            Json.read(json, Map.class)
                    .forEach(
                            (key, value) -> config.put(String.valueOf(key), String.valueOf(value)));
        }
        return config;
    }

    private static List<String> texts(@Nullable String json) {
        return json == null ? List.of() : List.of(Json.read(json, String[].class));
    }
}
