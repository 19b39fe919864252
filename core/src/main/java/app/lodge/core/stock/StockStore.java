package app.lodge.core.stock;

import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.STOCK_BALANCE;
import static app.lodge.core.books.tables.Tables.STOCK_DELIVERY;
import static app.lodge.core.books.tables.Tables.STOCK_MOVEMENT;
import static app.lodge.core.books.tables.Tables.STOCK_PIECE;

import app.lodge.core.books.Tx;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;
import app.lodge.core.stock.StockBook.Spot;
import app.lodge.core.stock.StockBook.Why;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The rows of counts, movements and single pieces.
final class StockStore {

    /// A piece that is known by itself: by its number, or because somebody holds it.
    ///
    /// @param serial null for a piece of a delivery without numbers
    record Piece(long id, long delivery, @Nullable String serial, Spot spot) {}

    /// @param from null for what was received
    record Moved(
            long id,
            long delivery,
            @Nullable Spot from,
            Spot to,
            int pieces,
            String reason,
            String cause,
            long operator,
            java.time.Instant at) {}

    int count(DSLContext sql, long delivery, Spot spot) {
        return sql.select(STOCK_BALANCE.PIECES)
                .from(STOCK_BALANCE)
                .where(at(delivery, spot))
                .fetchOptional(row -> (int) row.value1())
                .orElse(0);
    }

    void add(Tx tx, long delivery, Spot spot, int pieces) {
        int changed =
                tx.sql()
                        .update(STOCK_BALANCE)
                        .set(STOCK_BALANCE.PIECES, STOCK_BALANCE.PIECES.plus(pieces))
                        .where(at(delivery, spot))
                        .execute();
        if (changed == 0) {
            tx.sql()
                    .insertInto(STOCK_BALANCE)
                    .set(STOCK_BALANCE.DELIVERY_ID, delivery)
                    .set(STOCK_BALANCE.PLACE_ID, spot.place())
                    .set(STOCK_BALANCE.STATE, spot.state().name())
                    .set(STOCK_BALANCE.PIECES, pieces)
                    .execute();
        }
    }

    private static Condition at(long delivery, Spot spot) {
        return STOCK_BALANCE
                .DELIVERY_ID
                .eq(delivery)
                .and(STOCK_BALANCE.PLACE_ID.eq(spot.place()))
                .and(STOCK_BALANCE.STATE.eq(spot.state().name()));
    }

    void addMovement(Tx tx, long delivery, @Nullable Spot from, Spot to, int pieces, Why why) {
        tx.sql()
                .insertInto(STOCK_MOVEMENT)
                .set(STOCK_MOVEMENT.ID, tx.nextNumber(STOCK_MOVEMENT.ID))
                .set(STOCK_MOVEMENT.DELIVERY_ID, delivery)
                .set(STOCK_MOVEMENT.FROM_PLACE_ID, from == null ? null : from.place())
                .set(STOCK_MOVEMENT.FROM_STATE, from == null ? null : from.state().name())
                .set(STOCK_MOVEMENT.TO_PLACE_ID, to.place())
                .set(STOCK_MOVEMENT.TO_STATE, to.state().name())
                .set(STOCK_MOVEMENT.PIECES, pieces)
                .set(STOCK_MOVEMENT.REASON, why.reason().name())
                .set(STOCK_MOVEMENT.CAUSE, why.cause())
                .set(STOCK_MOVEMENT.OPERATOR_ID, tx.actor().operatorId())
                .set(STOCK_MOVEMENT.AT, tx.nowUtc())
                .execute();
    }

    List<Moved> movements(DSLContext sql, long below, int limit) {
        return sql.selectFrom(STOCK_MOVEMENT)
                .where(STOCK_MOVEMENT.ID.lt(below))
                .orderBy(STOCK_MOVEMENT.ID.desc())
                .limit(limit)
                .fetch(row -> {
                    var from = row.get(STOCK_MOVEMENT.FROM_PLACE_ID);
                    return new Moved(
                            row.get(STOCK_MOVEMENT.ID),
                            row.get(STOCK_MOVEMENT.DELIVERY_ID),
                            from == null
                                    ? null
                                    : new Spot(
                                            from,
                                            StockState.valueOf(
                                                    Objects.requireNonNull(
                                                            row.get(STOCK_MOVEMENT.FROM_STATE)))),
                            new Spot(
                                    row.get(STOCK_MOVEMENT.TO_PLACE_ID),
                                    StockState.valueOf(row.get(STOCK_MOVEMENT.TO_STATE))),
                            row.get(STOCK_MOVEMENT.PIECES),
                            row.get(STOCK_MOVEMENT.REASON),
                            row.get(STOCK_MOVEMENT.CAUSE),
                            row.get(STOCK_MOVEMENT.OPERATOR_ID),
                            Tx.instant(row.get(STOCK_MOVEMENT.AT)));
                });
    }

    Piece addPiece(Tx tx, long delivery, @Nullable String serial, Spot spot) {
        long id = tx.nextNumber(STOCK_PIECE.ID);
        tx.sql()
                .insertInto(STOCK_PIECE)
                .set(STOCK_PIECE.ID, id)
                .set(STOCK_PIECE.DELIVERY_ID, delivery)
                .set(STOCK_PIECE.SERIAL, serial)
                .set(STOCK_PIECE.PLACE_ID, spot.place())
                .set(STOCK_PIECE.STATE, spot.state().name())
                .set(STOCK_PIECE.CHANGED_AT, tx.nowUtc())
                .execute();
        return new Piece(id, delivery, serial, spot);
    }

    void place(Tx tx, long piece, Spot to, @Nullable Long medium) {
        tx.sql()
                .update(STOCK_PIECE)
                .set(STOCK_PIECE.PLACE_ID, to.place())
                .set(STOCK_PIECE.STATE, to.state().name())
                .set(STOCK_PIECE.MEDIUM_ID, medium)
                .set(STOCK_PIECE.CHANGED_AT, tx.nowUtc())
                .where(STOCK_PIECE.ID.eq(piece))
                .execute();
    }

    /// A piece without a number of its own goes back among the counted ones.
    void forget(Tx tx, long piece) {
        tx.sql().deleteFrom(STOCK_PIECE).where(STOCK_PIECE.ID.eq(piece)).execute();
    }

    Optional<Piece> withSerial(DSLContext sql, String serial) {
        return pieces(sql, STOCK_PIECE.SERIAL.eq(serial), 1).stream().findFirst();
    }

    Optional<Piece> ofMedium(DSLContext sql, long medium) {
        return pieces(sql, STOCK_PIECE.MEDIUM_ID.eq(medium), 1).stream().findFirst();
    }

    /// Numbered pieces at a spot, the lowest first.
    List<Piece> numbered(DSLContext sql, long delivery, Spot spot, int limit) {
        return pieces(
                sql,
                STOCK_PIECE
                        .DELIVERY_ID
                        .eq(delivery)
                        .and(STOCK_PIECE.PLACE_ID.eq(spot.place()))
                        .and(STOCK_PIECE.STATE.eq(spot.state().name())),
                limit);
    }

    List<String> known(DSLContext sql, Collection<String> serials) {
        return sql.select(STOCK_PIECE.SERIAL)
                .from(STOCK_PIECE)
                .where(STOCK_PIECE.SERIAL.in(serials))
                .fetch(row -> Objects.requireNonNull(row.value1()));
    }

    private static List<Piece> pieces(DSLContext sql, Condition where, int limit) {
        return sql.selectFrom(STOCK_PIECE)
                .where(where)
                .orderBy(STOCK_PIECE.ID)
                .limit(limit)
                .fetch(row ->
                        new Piece(
                                row.get(STOCK_PIECE.ID),
                                row.get(STOCK_PIECE.DELIVERY_ID),
                                row.get(STOCK_PIECE.SERIAL),
                                new Spot(
                                        row.get(STOCK_PIECE.PLACE_ID),
                                        StockState.valueOf(row.get(STOCK_PIECE.STATE)))));
    }

    /// Deliveries whose counts do not add up to what was received; none, ever.
    List<String> differences(DSLContext sql) {
        return sql.fetch(
                        """
                        select d.id, d.pieces, coalesce(sum(b.pieces), 0) from stock_delivery d
                        left join stock_balance b on b.delivery_id = d.id
                        group by d.id, d.pieces having d.pieces <> coalesce(sum(b.pieces), 0)\
                        """)
                .map(row ->
                        "Delivery %s: received %s, counted %s"
                                .formatted(row.get(0), row.get(1), row.get(2)));
    }

    /// Counts of numbered pieces that disagree with the pieces themselves; none, ever.
    List<String> astray(DSLContext sql) {
        return sql.fetch(
                        """
                        select b.delivery_id, b.place_id, b.state, b.pieces, count(p.id) from stock_balance b
                        join stock_delivery d on d.id = b.delivery_id
                        left join stock_piece p on p.delivery_id = b.delivery_id and p.place_id = b.place_id
                            and p.state = b.state
                        where b.state not in ('DIFFERENCE', 'SPOILED', 'LOST', 'DESTROYED')
                            and (d.numbering <> 'NONE' or b.state in ('ISSUED', 'RETURNED'))
                        group by b.delivery_id, b.place_id, b.state, b.pieces having b.pieces <> count(p.id)\
                        """)
                .map(row ->
                        "Delivery %s at place %s: %s %s counted, %s pieces known"
                                .formatted(
                                        row.get(0),
                                        row.get(1),
                                        row.get(3),
                                        row.get(2),
                                        row.get(4)));
    }

    /// Whether a chip is somebody's medium now.
    boolean isMedium(DSLContext sql, Uid chip) {
        return sql.fetchExists(
                MEDIUM,
                MEDIUM.UID
                        .eq(chip.bytes())
                        .and(
                                MEDIUM.STATE.in(
                                        MediumState.PREPARING.name(),
                                        MediumState.ACTIVE.name(),
                                        MediumState.BLOCKED.name(),
                                        MediumState.EXPIRED.name())));
    }

    /// Whether each piece of a delivery has a number.
    boolean numbered(DSLContext sql, long delivery) {
        return sql.fetchExists(
                STOCK_DELIVERY,
                STOCK_DELIVERY
                        .ID
                        .eq(delivery)
                        .and(STOCK_DELIVERY.NUMBERING.ne(Delivery.Numbering.NONE.name())));
    }
}
