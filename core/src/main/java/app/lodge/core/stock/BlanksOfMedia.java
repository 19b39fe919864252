package app.lodge.core.stock;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Tx;
import app.lodge.core.media.BlankStock;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.Uid;
import app.lodge.core.stock.Delivery.Numbering;
import app.lodge.core.stock.ShelfStore.Available;
import app.lodge.core.stock.StockBook.Spot;
import app.lodge.core.stock.StockBook.Why;
import app.lodge.core.stock.StockStore.Piece;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Media take from the stock and come back to it, in their own transactions (CHAIN-05, CHAIN-52).
///
/// A card that is made although the books know of no blank is a difference, never a reason to send its
/// holder away; the next stock-take shows it.
public final class BlanksOfMedia implements BlankStock {

    private static final EnumSet<StockState> USABLE =
            EnumSet.of(
                    StockState.BLANK,
                    StockState.PREPARED,
                    StockState.RETURNED,
                    StockState.DIFFERENCE);

    private final StockBook book = new StockBook();
    private final StockStore store = new StockStore();
    private final ShelfStore shelves = new ShelfStore();

    @Override
    public Optional<String> refusal(Tx tx) {
        return desk(tx).filter(place -> place.kind() == Place.Kind.BRANCH)
                .filter(place ->
                        !place.delegated()
                                || shelves.available(tx.sql(), place.id(), MediumKind.CARD).stream()
                                        .noneMatch(one -> one.numbering() != Numbering.NONE))
                .map(Place::name);
    }

    @Override
    public boolean strange(Tx tx, Uid uid) {
        var place = desk(tx).orElse(null);
        if (place == null) {
            return false;
        }
        var piece = store.withSerial(tx.sql(), uid.hex());
        if (piece.isPresent() && !USABLE.contains(piece.get().spot().state())) {
            // Where its own medium lives, its chip is taken; here it was written off.
            return piece.get().spot().state() != StockState.ISSUED;
        }
        return place.kind() == Place.Kind.BRANCH
                && piece.filter(one -> one.spot().place() == place.id()).isEmpty()
                && shelves.available(tx.sql(), place.id(), MediumKind.CARD).stream()
                        .noneMatch(one -> one.numbering() == Numbering.PRINTED);
    }

    @Override
    public void issued(Tx tx, Medium medium, String cause) {
        long number = medium.id().number();
        taken(tx, medium.kind(), medium.uid())
                .ifPresent(piece ->
                        book.move(
                                tx,
                                piece,
                                new Spot(desk(tx).orElseThrow().id(), StockState.ISSUED),
                                number,
                                new Why(MoveReason.ISSUED, cause)));
    }

    @Override
    public void spoiled(Tx tx, @Nullable Uid uid, String fault, String cause) {
        if (uid != null || !NONE_USED.contains(MoveReason.faultName(fault))) {
            gone(tx, uid, StockState.SPOILED, new Why(MoveReason.ofFault(fault), cause));
        }
    }

    @Override
    public void missing(Tx tx, @Nullable Uid uid, String cause) {
        if (uid != null) {
            gone(tx, uid, StockState.LOST, new Why(MoveReason.MISSING, cause));
        }
    }

    private void gone(Tx tx, @Nullable Uid uid, StockState state, Why why) {
        taken(tx, MediumKind.CARD, uid)
                .ifPresent(piece ->
                        book.move(
                                tx,
                                piece,
                                new Spot(desk(tx).orElseThrow().id(), state),
                                null,
                                why));
    }

    /// A fault before any blank was on the reader, or with a card that is somebody's: no blank is the worse
    /// for it.
    private static final Set<String> NONE_USED =
            Set.of("", "NoCard", "NoReader", "NoPrinter", "FeederEmpty", "UidTaken");

    @Override
    public void entered(Tx tx, Medium medium) {
        var piece = store.ofMedium(tx.sql(), medium.id().number()).orElse(null);
        var reason = medium.blockReason();
        if (piece == null) {
            return;
        }
        var next =
                switch (medium.state()) {
                    case ACTIVE, EXPIRED -> StockState.ISSUED;
                    case BLOCKED ->
                            reason == BlockReason.LOST || reason == BlockReason.STOLEN
                                    ? StockState.LOST
                                    : StockState.ISSUED;
                    case RETURNED -> StockState.RETURNED;
                    case DESTROYED -> StockState.DESTROYED;
                    case PREPARING, REPLACED, SPOILED -> piece.spot().state();
                };
        if (next != piece.spot().state()) {
            long place =
                    next == StockState.RETURNED
                            ? desk(tx).map(Place::id).orElse(piece.spot().place())
                            : piece.spot().place();
            book.move(tx, piece, new Spot(place, next), medium.id().number(), why(medium));
        }
    }

    @Override
    public void reused(Tx tx, Medium medium) {
        var piece = store.ofMedium(tx.sql(), medium.id().number()).orElse(null);
        if (piece == null) {
            return;
        }
        var to = new Spot(piece.spot().place(), StockState.PREPARED);
        book.move(tx, piece, to, null, new Why(MoveReason.REUSED, why(medium).cause()));
        if (piece.serial() == null) {
            store.forget(tx, piece.id());
        }
    }

    private static Why why(Medium medium) {
        return new Why(MoveReason.MEDIUM, "medium:" + medium.id().number());
    }

    private Optional<Place> desk(Tx tx) {
        return shelves.placeOf(tx.sql(), tx.actor().workstation());
    }

    /// The piece that is in the clerk's hand, as far as the books can know; empty where none is counted.
    private Optional<Piece> taken(Tx tx, MediumKind kind, @Nullable Uid uid) {
        var place = desk(tx).orElse(null);
        if (place == null) {
            return Optional.empty();
        }
        var known =
                uid == null
                        ? Optional.<Piece>empty()
                        : store.withSerial(tx.sql(), uid.hex())
                                .filter(piece -> USABLE.contains(piece.spot().state()));
        return known.or(() -> counted(tx, place, kind)).or(() -> uncounted(tx, place, kind));
    }

    private Optional<Piece> counted(Tx tx, Place place, MediumKind kind) {
        for (Available one : shelves.available(tx.sql(), place.id(), kind)) {
            var known = store.numbered(tx.sql(), one.delivery(), one.spot(), Integer.MAX_VALUE);
            if (store.count(tx.sql(), one.delivery(), one.spot()) > known.size()) {
                return Optional.of(store.addPiece(tx, one.delivery(), null, one.spot()));
            }
            if (one.numbering() == Numbering.PRINTED && !known.isEmpty()) {
                return Optional.of(known.getFirst());
            }
        }
        return Optional.empty();
    }

    /// Stock is kept here, and the books say that there is none: what was made proves them wrong.
    private Optional<Piece> uncounted(Tx tx, Place place, MediumKind kind) {
        Long newest = shelves.newestAt(tx.sql(), place.id(), kind);
        return newest == null
                ? Optional.empty()
                : Optional.of(
                        store.addPiece(
                                tx,
                                Objects.requireNonNull(newest),
                                null,
                                new Spot(place.id(), StockState.DIFFERENCE)));
    }
}
