package app.lodge.core.points;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.POINT_TYPE;
import static app.lodge.core.books.tables.Tables.TYPED_POINT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.points.PointTypes.Typed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Rows of the types of payment points, and of what each point is.
final class PointTypeStore {

    /// Where the site's own stand: after the shipped ones, before `other`.
    private static final int OWN = 500;

    private static final List<String> SELLING =
            Arrays.stream(DeviceKind.values()).filter(DeviceKind::sells).map(Enum::name).toList();

    private PointTypeStore() {}

    static List<PointType> all(DSLContext sql) {
        return sql.selectFrom(POINT_TYPE)
                .orderBy(POINT_TYPE.POSITION, POINT_TYPE.CODE)
                .fetch(PointTypeStore::type);
    }

    static Optional<PointType> find(DSLContext sql, String code) {
        return sql.selectFrom(POINT_TYPE)
                .where(POINT_TYPE.CODE.eq(code))
                .fetchOptional(PointTypeStore::type);
    }

    static boolean shipped(DSLContext sql, String code) {
        return sql.fetchExists(POINT_TYPE, POINT_TYPE.CODE.eq(code), POINT_TYPE.POSITION.ne(OWN));
    }

    static void put(Tx tx, PointType type) {
        tx.sql()
                .insertInto(POINT_TYPE)
                .set(POINT_TYPE.CODE, type.code())
                .set(POINT_TYPE.NAME, type.name())
                .set(POINT_TYPE.POSITION, OWN)
                .set(POINT_TYPE.RETIRED, type.retired())
                .onConflict(POINT_TYPE.CODE)
                .doUpdate()
                .set(POINT_TYPE.NAME, type.name())
                .set(POINT_TYPE.RETIRED, type.retired())
                .execute();
    }

    static void give(Tx tx, DeviceId point, String code) {
        tx.sql()
                .insertInto(TYPED_POINT)
                .set(TYPED_POINT.DEVICE_ID, point.number())
                .set(TYPED_POINT.TYPE_CODE, code)
                .onConflict(TYPED_POINT.DEVICE_ID)
                .doUpdate()
                .set(TYPED_POINT.TYPE_CODE, code)
                .execute();
    }

    static List<Typed> points(DSLContext sql) {
        return points(sql, DEVICE.KIND.in(SELLING));
    }

    /// Empty for what is no payment point.
    static Optional<Typed> point(DSLContext sql, DeviceId id) {
        return points(sql, DEVICE.KIND.in(SELLING).and(DEVICE.ID.eq(id.number()))).stream()
                .findFirst();
    }

    private static List<Typed> points(DSLContext sql, Condition which) {
        return sql.select(DEVICE.ID, POINT_TYPE.CODE, POINT_TYPE.NAME, POINT_TYPE.RETIRED)
                .from(DEVICE)
                .leftJoin(TYPED_POINT)
                .on(TYPED_POINT.DEVICE_ID.eq(DEVICE.ID))
                .join(POINT_TYPE)
                .on(POINT_TYPE.CODE.eq(coalesce(TYPED_POINT.TYPE_CODE, inline(PointType.OTHER))))
                .where(which)
                .orderBy(DEVICE.ID)
                .fetch(row -> new Typed(new DeviceId(row.get(DEVICE.ID)), type(row)));
    }

    private static PointType type(Record row) {
        return new PointType(
                row.get(POINT_TYPE.CODE), row.get(POINT_TYPE.NAME), row.get(POINT_TYPE.RETIRED));
    }
}
