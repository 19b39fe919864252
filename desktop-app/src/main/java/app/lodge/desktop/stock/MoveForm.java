package app.lodge.desktop.stock;

import app.lodge.core.stock.MoveReason;
import app.lodge.core.stock.Place;
import app.lodge.core.stock.Stock.HandOver;
import app.lodge.core.stock.Stock.MoveOutcome;
import app.lodge.core.stock.Stock.WriteOff;
import app.lodge.core.stock.StockState;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.stock.StockViewModel.Shelf;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Pieces of one delivery at one place go elsewhere: to another place, off the books with a reason, into
/// the shredder.
public final class MoveForm {

    /// What becomes of them.
    public enum Kind {
        HAND_OVER,
        WRITE_OFF,
        DESTROY
    }

    private final Session session;
    private final ReadOnlyObjectProperty<StockViewModel.Reading> reading;
    private final Asking asking;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.HAND_OVER);
    private final ObjectProperty<StockState> state = new SimpleObjectProperty<>(StockState.BLANK);
    private final ObjectProperty<@Nullable Place> to = new SimpleObjectProperty<>();
    private final ObjectProperty<MoveReason> reason =
            new SimpleObjectProperty<>(MoveReason.DAMAGED);
    private final StringProperty pieces = new SimpleStringProperty("1");
    private final StringProperty serials = new SimpleStringProperty("");
    private @Nullable Shelf shelf;

    MoveForm(
            Session session,
            ReadOnlyObjectProperty<StockViewModel.Reading> reading,
            Runnable changed) {
        this.session = session;
        this.reading = reading;
        this.asking = new Asking(session, changed);
    }

    public Asking asking() {
        return asking;
    }

    public ObjectProperty<Kind> kind() {
        return kind;
    }

    public ObjectProperty<StockState> state() {
        return state;
    }

    public ObjectProperty<@Nullable Place> to() {
        return to;
    }

    public ObjectProperty<MoveReason> reason() {
        return reason;
    }

    public StringProperty pieces() {
        return pieces;
    }

    /// Which ones, where they are numbered; one a row.
    public StringProperty serials() {
        return serials;
    }

    public @Nullable Shelf shelf() {
        return shelf;
    }

    /// Where they may go.
    public List<Place> places() {
        var from = shelf;
        return reading.get().standing().places().stream()
                .filter(one -> from == null || one.id() != from.place().id())
                .toList();
    }

    /// Those that say why a blank is bad or gone.
    public static List<MoveReason> reasons() {
        return Arrays.stream(MoveReason.values())
                .filter(one -> one.spoils() || one == MoveReason.MISSING)
                .filter(one -> one != MoveReason.STOPPED)
                .toList();
    }

    public void begin(Kind wanted, Shelf of) {
        shelf = of;
        kind.set(wanted);
        state.set(
                of.pieces(StockState.BLANK) == 0 && of.pieces(StockState.PREPARED) > 0
                        ? StockState.PREPARED
                        : StockState.BLANK);
        to.set(places().isEmpty() ? null : places().getFirst());
        reason.set(MoveReason.DAMAGED);
        pieces.set(wanted == Kind.DESTROY ? count(of.pieces(StockState.SPOILED)) : "1");
        serials.set("");
        asking.begin();
    }

    private static String count(int pieces) {
        return Integer.toString(pieces);
    }

    public void save() {
        var from = shelf;
        if (from == null) {
            return;
        }
        asking.problems().clear();
        switch (kind.get()) {
            case HAND_OVER -> handOver(from);
            case WRITE_OFF -> writeOff(from);
            case DESTROY -> destroy(from);
        }
    }

    private List<String> named() {
        return serials.get().lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    private void handOver(Shelf from) {
        var where = to.get();
        int many = named().isEmpty() ? asking.pieces("pieces", pieces.get()) : named().size();
        if (where == null) {
            asking.refused("to", "", "stock-desk.no-place");
        }
        if (where == null || many < 0) {
            return;
        }
        var order =
                new HandOver(
                        from.delivery().delivery().id(),
                        state.get(),
                        from.place().id(),
                        where.id(),
                        many,
                        named());
        asking.send(
                request -> session.doors().stock().handOver(session.actor(), request, order),
                this::answered);
    }

    private void writeOff(Shelf from) {
        int many = named().isEmpty() ? asking.pieces("pieces", pieces.get()) : named().size();
        if (many < 0) {
            return;
        }
        var order =
                new WriteOff(
                        from.delivery().delivery().id(),
                        from.place().id(),
                        state.get(),
                        many,
                        named(),
                        reason.get());
        asking.send(
                request -> session.doors().stock().writeOff(session.actor(), request, order),
                this::answered);
    }

    private void destroy(Shelf from) {
        int many = asking.pieces("pieces", pieces.get());
        if (many < 0) {
            return;
        }
        asking.send(
                request ->
                        session.doors()
                                .stock()
                                .destroy(
                                        session.actor(),
                                        request,
                                        from.delivery().delivery().id(),
                                        from.place().id(),
                                        many),
                this::answered);
    }

    private void answered(MoveOutcome outcome) {
        switch (outcome) {
            case MoveOutcome.Moved(int many) -> asking.done("stock-desk.moved", many);
            case MoveOutcome.TooFew(int there) ->
                    asking.refused("pieces", pieces.get(), "stock-desk.too-few", there);
            case MoveOutcome.Stranger(var serial) ->
                    asking.refused("serials", serial, "stock-desk.stranger");
            case MoveOutcome.Rejected(var found) -> asking.refused(found);
        }
    }
}
