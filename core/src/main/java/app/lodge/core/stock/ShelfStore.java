package app.lodge.core.stock;

import static app.lodge.core.books.tables.Tables.STOCK_BALANCE;
import static app.lodge.core.books.tables.Tables.STOCK_BLANK;
import static app.lodge.core.books.tables.Tables.STOCK_DELIVERY;
import static app.lodge.core.books.tables.Tables.STOCK_MOVEMENT;
import static app.lodge.core.books.tables.Tables.STOCK_PLACE;

import app.lodge.core.books.Tx;
import app.lodge.core.media.MediumKind;
import app.lodge.core.stock.Delivery.Numbering;
import app.lodge.core.stock.Stock.Line;
import app.lodge.core.stock.StockBook.Spot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The rows of places, kinds of blanks and deliveries.
final class ShelfStore {

    long addPlace(Tx tx, Place place) {
        long id = tx.nextNumber(STOCK_PLACE.ID);
        tx.sql()
                .insertInto(STOCK_PLACE)
                .set(STOCK_PLACE.ID, id)
                .set(STOCK_PLACE.NAME, place.name())
                .set(STOCK_PLACE.KIND, place.kind().name())
                .set(STOCK_PLACE.WORKSTATION, place.workstation())
                .set(STOCK_PLACE.DELEGATED, place.delegated())
                .set(STOCK_PLACE.LOW_AT, place.lowAt())
                .set(STOCK_PLACE.CREATED_AT, tx.nowUtc())
                .execute();
        return id;
    }

    void changePlace(Tx tx, Place place) {
        tx.sql()
                .update(STOCK_PLACE)
                .set(STOCK_PLACE.NAME, place.name())
                .set(STOCK_PLACE.WORKSTATION, place.workstation())
                .set(STOCK_PLACE.DELEGATED, place.delegated())
                .set(STOCK_PLACE.LOW_AT, place.lowAt())
                .where(STOCK_PLACE.ID.eq(place.id()))
                .execute();
    }

    List<Place> places(DSLContext sql) {
        return sql.selectFrom(STOCK_PLACE)
                .orderBy(STOCK_PLACE.ID)
                .fetch(row ->
                        new Place(
                                row.get(STOCK_PLACE.ID),
                                row.get(STOCK_PLACE.NAME),
                                Place.Kind.valueOf(row.get(STOCK_PLACE.KIND)),
                                row.get(STOCK_PLACE.WORKSTATION),
                                row.get(STOCK_PLACE.DELEGATED),
                                row.get(STOCK_PLACE.LOW_AT)));
    }

    Optional<Place> place(DSLContext sql, long id) {
        return places(sql).stream().filter(place -> place.id() == id).findFirst();
    }

    /// The place that a workstation takes its blanks from: its own, or the one that all share.
    Optional<Place> placeOf(DSLContext sql, String workstation) {
        var all = places(sql);
        return all.stream()
                .filter(place ->
                        !place.workstation().isEmpty() && place.workstation().equals(workstation))
                .findFirst()
                .or(() ->
                        all.stream()
                                .filter(place ->
                                        place.kind() == Place.Kind.DESK
                                                && place.workstation().isEmpty())
                                .findFirst());
    }

    long addBlank(Tx tx, Blank blank) {
        long id = tx.nextNumber(STOCK_BLANK.ID);
        tx.sql()
                .insertInto(STOCK_BLANK)
                .set(STOCK_BLANK.ID, id)
                .set(STOCK_BLANK.NAME, blank.name())
                .set(STOCK_BLANK.CARRIER, blank.carrier().name())
                .set(STOCK_BLANK.CHIP, blank.chip())
                .set(STOCK_BLANK.KIND, blank.kind().name())
                .set(STOCK_BLANK.PRINTED, blank.printed())
                .set(STOCK_BLANK.MAGNETIC_STRIPE, blank.magneticStripe())
                .set(STOCK_BLANK.THICKNESS_UM, blank.thicknessMicrometres())
                .set(STOCK_BLANK.CREATED_AT, tx.nowUtc())
                .execute();
        return id;
    }

    List<Blank> blanks(DSLContext sql) {
        return sql.selectFrom(STOCK_BLANK).orderBy(STOCK_BLANK.ID).fetch(ShelfStore::blank);
    }

    Optional<Blank> blank(DSLContext sql, long id) {
        return blanks(sql).stream().filter(blank -> blank.id() == id).findFirst();
    }

    private static Blank blank(Record row) {
        return new Blank(
                row.get(STOCK_BLANK.ID),
                row.get(STOCK_BLANK.NAME),
                Blank.Carrier.valueOf(row.get(STOCK_BLANK.CARRIER)),
                row.get(STOCK_BLANK.CHIP),
                MediumKind.valueOf(row.get(STOCK_BLANK.KIND)),
                row.get(STOCK_BLANK.PRINTED),
                row.get(STOCK_BLANK.MAGNETIC_STRIPE),
                row.get(STOCK_BLANK.THICKNESS_UM));
    }

    long addDelivery(Tx tx, Stock.NewDelivery coming, String supplier, int pieces) {
        long id = tx.nextNumber(STOCK_DELIVERY.ID);
        tx.sql()
                .insertInto(STOCK_DELIVERY)
                .set(STOCK_DELIVERY.ID, id)
                .set(STOCK_DELIVERY.BLANK_ID, coming.blank())
                .set(STOCK_DELIVERY.ORDER_ID, coming.order())
                .set(STOCK_DELIVERY.SUPPLIER, supplier)
                .set(STOCK_DELIVERY.BATCH, coming.batch().strip())
                .set(STOCK_DELIVERY.PIECES, pieces)
                .set(STOCK_DELIVERY.NUMBERING, coming.numbering().name())
                .set(STOCK_DELIVERY.RECEIVED_AT, tx.nowUtc())
                .execute();
        return id;
    }

    /// Oldest first.
    List<Delivery> deliveries(DSLContext sql) {
        return sql.select(STOCK_DELIVERY.fields())
                .select(STOCK_BLANK.fields())
                .from(STOCK_DELIVERY)
                .join(STOCK_BLANK)
                .on(STOCK_BLANK.ID.eq(STOCK_DELIVERY.BLANK_ID))
                .orderBy(STOCK_DELIVERY.ID)
                .fetch(row ->
                        new Delivery(
                                row.get(STOCK_DELIVERY.ID),
                                new Blank(
                                        row.get(STOCK_BLANK.ID),
                                        row.get(STOCK_BLANK.NAME),
                                        Blank.Carrier.valueOf(row.get(STOCK_BLANK.CARRIER)),
                                        row.get(STOCK_BLANK.CHIP),
                                        MediumKind.valueOf(row.get(STOCK_BLANK.KIND)),
                                        row.get(STOCK_BLANK.PRINTED),
                                        row.get(STOCK_BLANK.MAGNETIC_STRIPE),
                                        row.get(STOCK_BLANK.THICKNESS_UM)),
                                row.get(STOCK_DELIVERY.ORDER_ID),
                                row.get(STOCK_DELIVERY.SUPPLIER),
                                row.get(STOCK_DELIVERY.BATCH),
                                row.get(STOCK_DELIVERY.PIECES),
                                Numbering.valueOf(row.get(STOCK_DELIVERY.NUMBERING)),
                                Tx.instant(row.get(STOCK_DELIVERY.RECEIVED_AT))));
    }

    Optional<Delivery> delivery(DSLContext sql, long id) {
        return deliveries(sql).stream().filter(one -> one.id() == id).findFirst();
    }

    /// Everything that is counted anywhere; lines of nothing are left out.
    List<Line> lines(DSLContext sql) {
        return sql.selectFrom(STOCK_BALANCE)
                .where(STOCK_BALANCE.PIECES.ne(0))
                .orderBy(STOCK_BALANCE.PLACE_ID, STOCK_BALANCE.DELIVERY_ID, STOCK_BALANCE.STATE)
                .fetch(row ->
                        new Line(
                                row.get(STOCK_BALANCE.DELIVERY_ID),
                                row.get(STOCK_BALANCE.PLACE_ID),
                                StockState.valueOf(row.get(STOCK_BALANCE.STATE)),
                                row.get(STOCK_BALANCE.PIECES)));
    }

    /// Where in a place there is a usable blank of a kind: prepared ones first, then the oldest delivery.
    ///
    /// @param numberings only deliveries of these
    List<Available> available(DSLContext sql, long place, MediumKind kind) {
        return sql.select(STOCK_DELIVERY.ID, STOCK_DELIVERY.NUMBERING, STOCK_BALANCE.STATE)
                .from(STOCK_BALANCE)
                .join(STOCK_DELIVERY)
                .on(STOCK_DELIVERY.ID.eq(STOCK_BALANCE.DELIVERY_ID))
                .join(STOCK_BLANK)
                .on(STOCK_BLANK.ID.eq(STOCK_DELIVERY.BLANK_ID))
                .where(STOCK_BALANCE.PLACE_ID.eq(place))
                .and(STOCK_BALANCE.STATE.in(StockState.PREPARED.name(), StockState.BLANK.name()))
                .and(STOCK_BALANCE.PIECES.gt(0))
                .and(STOCK_BLANK.KIND.eq(kind.name()))
                .orderBy(STOCK_BALANCE.STATE.desc(), STOCK_DELIVERY.ID)
                .fetch(row ->
                        new Available(
                                row.value1(),
                                Numbering.valueOf(row.value2()),
                                new Spot(place, StockState.valueOf(row.value3()))));
    }

    /// The delivery that reached a place last, of a kind.
    @Nullable Long newestAt(DSLContext sql, long place, MediumKind kind) {
        return sql.select(DSL.max(STOCK_DELIVERY.ID))
                .from(STOCK_BALANCE)
                .join(STOCK_DELIVERY)
                .on(STOCK_DELIVERY.ID.eq(STOCK_BALANCE.DELIVERY_ID))
                .join(STOCK_BLANK)
                .on(STOCK_BLANK.ID.eq(STOCK_DELIVERY.BLANK_ID))
                .where(STOCK_BALANCE.PLACE_ID.eq(place))
                .and(STOCK_BLANK.KIND.eq(kind.name()))
                .fetchSingle()
                .value1();
    }

    record Available(long delivery, Numbering numbering, Spot spot) {}

    /// Pieces that proved bad, by delivery and reason.
    Map<Long, Map<String, Integer>> bad(DSLContext sql) {
        return sql
                .select(
                        STOCK_MOVEMENT.DELIVERY_ID,
                        STOCK_MOVEMENT.REASON,
                        DSL.sum(STOCK_MOVEMENT.PIECES))
                .from(STOCK_MOVEMENT)
                .where(STOCK_MOVEMENT.TO_STATE.eq(StockState.SPOILED.name()))
                .groupBy(STOCK_MOVEMENT.DELIVERY_ID, STOCK_MOVEMENT.REASON)
                .fetch()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.value1(),
                                Collectors.toMap(
                                        row -> row.value2(), row -> row.value3().intValue())));
    }
}
