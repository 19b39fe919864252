package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.VOID_CERTIFICATE;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.FieldAccess.Admission;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Rows of devices' certificates: present, next, void.
final class CertificateStore {

    static final String REPLACED = "REPLACED";
    static final String REVOKED = "REVOKED";

    private CertificateStore() {}

    /// @param next whether it is the renewed one, used for the first time
    /// @param present serial of the certificate in use; null for none
    record Look(Admission admission, boolean next, DeviceId device, @Nullable String present) {}

    static Look look(DSLContext sql, String name, String serial, Instant now) {
        var row =
                sql.select(
                                DEVICE.ID,
                                DEVICE.CERTIFICATE_SERIAL,
                                DEVICE.CERTIFICATE_UNTIL,
                                DEVICE.NEXT_SERIAL,
                                DEVICE.NEXT_UNTIL)
                        .from(DEVICE)
                        .where(DEVICE.NAME.eq(name))
                        .fetchOne();
        if (row == null) {
            return new Look(Admission.STRANGER, false, new DeviceId(0), null);
        }
        var id = new DeviceId(row.value1());
        var present = row.value2();
        if (serial.equals(row.value4())) {
            var ended = row.value5() != null && Tx.instant(row.value5()).isBefore(now);
            return new Look(ended ? Admission.EXPIRED : Admission.ADMITTED, !ended, id, present);
        }
        if (serial.equals(present)) {
            var ended = row.value3() != null && Tx.instant(row.value3()).isBefore(now);
            return new Look(ended ? Admission.EXPIRED : Admission.ADMITTED, false, id, present);
        }
        var reason =
                sql.select(VOID_CERTIFICATE.REASON)
                        .from(VOID_CERTIFICATE)
                        .where(
                                VOID_CERTIFICATE.SERIAL.eq(serial),
                                VOID_CERTIFICATE.DEVICE_ID.eq(id.number()))
                        .fetchOptional(VOID_CERTIFICATE.REASON)
                        .orElse("");
        var admission =
                switch (reason) {
                    case REPLACED -> Admission.REPLACED;
                    case REVOKED -> Admission.REVOKED;
                    default -> present == null ? Admission.NOT_JOINED : Admission.OTHER_CERTIFICATE;
                };
        return new Look(admission, false, id, present);
    }

    static void renewed(Tx tx, DeviceId id, String serial, Instant until) {
        tx.sql()
                .update(DEVICE)
                .set(DEVICE.NEXT_SERIAL, serial)
                .set(DEVICE.NEXT_UNTIL, Tx.utc(until))
                .where(DEVICE.ID.eq(id.number()))
                .execute();
    }

    static void promote(Tx tx, DeviceId id, @Nullable String present) {
        if (present != null) {
            nullify(tx, id, present, REPLACED);
        }
        tx.sql()
                .update(DEVICE)
                .set(DEVICE.CERTIFICATE_SERIAL, DEVICE.NEXT_SERIAL)
                .set(DEVICE.CERTIFICATE_UNTIL, DEVICE.NEXT_UNTIL)
                .setNull(DEVICE.NEXT_SERIAL)
                .setNull(DEVICE.NEXT_UNTIL)
                .where(DEVICE.ID.eq(id.number()))
                .execute();
    }

    /// @return whether the device had a certificate
    static boolean revoke(Tx tx, DeviceId id) {
        var row =
                tx.sql()
                        .select(DEVICE.CERTIFICATE_SERIAL, DEVICE.NEXT_SERIAL)
                        .from(DEVICE)
                        .where(DEVICE.ID.eq(id.number()))
                        .fetchOne();
        if (row == null || row.value1() == null) {
            return false;
        }
        nullify(tx, id, row.value1(), REVOKED);
        if (row.value2() != null) {
            nullify(tx, id, row.value2(), REVOKED);
        }
        tx.sql()
                .update(DEVICE)
                .set(DEVICE.STATE, "REVOKED")
                .setNull(DEVICE.CERTIFICATE_SERIAL)
                .setNull(DEVICE.CERTIFICATE_UNTIL)
                .setNull(DEVICE.NEXT_SERIAL)
                .setNull(DEVICE.NEXT_UNTIL)
                .setNull(DEVICE.JOIN_CODE_HASH)
                .setNull(DEVICE.JOIN_CODE_UNTIL)
                .where(DEVICE.ID.eq(id.number()))
                .execute();
        return true;
    }

    static void nullify(Tx tx, DeviceId id, String serial, String reason) {
        tx.sql()
                .insertInto(VOID_CERTIFICATE)
                .set(VOID_CERTIFICATE.SERIAL, serial)
                .set(VOID_CERTIFICATE.DEVICE_ID, id.number())
                .set(VOID_CERTIFICATE.REASON, reason)
                .set(VOID_CERTIFICATE.VOIDED_AT, tx.nowUtc())
                .execute();
    }

    static List<String> expired(DSLContext sql, Instant now) {
        return sql.select(DEVICE.NAME)
                .from(DEVICE)
                .where(
                        DEVICE.CERTIFICATE_SERIAL.isNotNull(),
                        DEVICE.CERTIFICATE_UNTIL.lt(Tx.utc(now)))
                .orderBy(DEVICE.NAME)
                .fetch(DEVICE.NAME);
    }
}
