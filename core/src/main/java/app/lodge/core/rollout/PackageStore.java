package app.lodge.core.rollout;

import static app.lodge.core.books.tables.Tables.FIELD_PACKAGE;
import static app.lodge.core.books.tables.Tables.FIELD_PACKAGE_CHUNK;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.journal.SiteSignatures.Signed;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Rows of packages and of their contents, kept in the chunks in which devices get them.
final class PackageStore {

    private PackageStore() {}

    static long insert(
            Tx tx,
            Packages.Draft draft,
            String mediaType,
            String sha256,
            Signed signed,
            byte[] content) {
        var number = tx.nextNumber(FIELD_PACKAGE.ID);
        tx.sql()
                .insertInto(FIELD_PACKAGE)
                .set(FIELD_PACKAGE.ID, number)
                .set(FIELD_PACKAGE.KIND, draft.kind().name())
                .set(FIELD_PACKAGE.NAME, draft.name())
                .set(FIELD_PACKAGE.VERSION, draft.version())
                .set(FIELD_PACKAGE.DEVICE_KIND, draft.deviceKind().name())
                .set(FIELD_PACKAGE.LANGUAGE, draft.language())
                .set(FIELD_PACKAGE.CLIENT, draft.client())
                .set(FIELD_PACKAGE.SHOW_FROM, utc(draft.showFrom()))
                .set(FIELD_PACKAGE.SHOW_UNTIL, utc(draft.showUntil()))
                .set(FIELD_PACKAGE.MEDIA_TYPE, mediaType)
                .set(FIELD_PACKAGE.SIZE, (long) content.length)
                .set(FIELD_PACKAGE.SHA256, sha256)
                .set(FIELD_PACKAGE.SIGNATURE, signed.signature())
                .set(FIELD_PACKAGE.SIGNING_KEY, signed.key())
                .set(FIELD_PACKAGE.ADDED_BY, tx.actor().operatorId())
                .set(FIELD_PACKAGE.ADDED_AT, tx.nowUtc())
                .execute();
        for (var chunk = 0; chunk * FieldFiles.CHUNK < content.length; chunk++) {
            var start = chunk * FieldFiles.CHUNK;
            var end = Math.min(content.length, start + FieldFiles.CHUNK);
            tx.sql()
                    .insertInto(FIELD_PACKAGE_CHUNK)
                    .set(FIELD_PACKAGE_CHUNK.PACKAGE_ID, number)
                    .set(FIELD_PACKAGE_CHUNK.NUMBER, chunk)
                    .set(FIELD_PACKAGE_CHUNK.CONTENT, Arrays.copyOfRange(content, start, end))
                    .execute();
        }
        return number;
    }

    static boolean exists(DSLContext sql, Packages.Draft draft) {
        return sql.fetchExists(
                FIELD_PACKAGE,
                FIELD_PACKAGE.KIND.eq(draft.kind().name()),
                FIELD_PACKAGE.NAME.eq(draft.name()),
                FIELD_PACKAGE.VERSION.eq(draft.version()),
                FIELD_PACKAGE.LANGUAGE.eq(draft.language()),
                FIELD_PACKAGE.CLIENT.eq(draft.client()));
    }

    static List<FieldPackage> all(DSLContext sql) {
        return sql.selectFrom(FIELD_PACKAGE)
                .orderBy(FIELD_PACKAGE.KIND, FIELD_PACKAGE.NAME, FIELD_PACKAGE.ID.desc())
                .fetch(PackageStore::read);
    }

    static Optional<FieldPackage> find(DSLContext sql, long number) {
        return sql.selectFrom(FIELD_PACKAGE)
                .where(FIELD_PACKAGE.ID.eq(number))
                .fetchOptional(PackageStore::read);
    }

    static Signed signed(DSLContext sql, long number) {
        return sql.select(FIELD_PACKAGE.SIGNING_KEY, FIELD_PACKAGE.SIGNATURE)
                .from(FIELD_PACKAGE)
                .where(FIELD_PACKAGE.ID.eq(number))
                .fetchSingle(row -> new Signed(row.value1(), row.value2()));
    }

    static byte[] content(DSLContext sql, long number) {
        var content = new ByteArrayOutputStream();
        sql.select(FIELD_PACKAGE_CHUNK.CONTENT)
                .from(FIELD_PACKAGE_CHUNK)
                .where(FIELD_PACKAGE_CHUNK.PACKAGE_ID.eq(number))
                .orderBy(FIELD_PACKAGE_CHUNK.NUMBER)
                .forEach(row -> content.writeBytes(row.value1()));
        return content.toByteArray();
    }

    static Optional<byte[]> chunk(DSLContext sql, long number, int chunk) {
        return sql.select(FIELD_PACKAGE_CHUNK.CONTENT)
                .from(FIELD_PACKAGE_CHUNK)
                .where(
                        FIELD_PACKAGE_CHUNK.PACKAGE_ID.eq(number),
                        FIELD_PACKAGE_CHUNK.NUMBER.eq(chunk))
                .fetchOptional(FIELD_PACKAGE_CHUNK.CONTENT);
    }

    static FieldPackage read(Record row) {
        return new FieldPackage(
                row.get(FIELD_PACKAGE.ID),
                FieldPackage.Kind.valueOf(row.get(FIELD_PACKAGE.KIND)),
                row.get(FIELD_PACKAGE.NAME),
                row.get(FIELD_PACKAGE.VERSION),
                DeviceKind.valueOf(row.get(FIELD_PACKAGE.DEVICE_KIND)),
                row.get(FIELD_PACKAGE.LANGUAGE),
                row.get(FIELD_PACKAGE.CLIENT),
                instant(row.get(FIELD_PACKAGE.SHOW_FROM)),
                instant(row.get(FIELD_PACKAGE.SHOW_UNTIL)),
                row.get(FIELD_PACKAGE.MEDIA_TYPE),
                row.get(FIELD_PACKAGE.SIZE),
                row.get(FIELD_PACKAGE.SHA256),
                Tx.instant(row.get(FIELD_PACKAGE.ADDED_AT)));
    }

    static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : Tx.utc(instant);
    }

    static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : Tx.instant(utc);
    }
}
