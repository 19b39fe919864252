package app.lodge.desktop.stock;

import app.lodge.core.stock.MoveReason;
import app.lodge.core.stock.Place;
import app.lodge.core.stock.Stock.Counted;
import app.lodge.core.stock.StockState;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.stock.StockViewModel.Shelf;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A stock-take at one place: what the books say, what was counted, and the difference before it is booked
/// (CHAIN-52).
public final class CountForm {

    /// One count of a delivery in one state.
    ///
    /// @param booked what the books say
    /// @param typed what was counted
    public record Line(Shelf shelf, StockState state, int booked, StringProperty typed) {

        /// Counted less booked; empty while nothing that is a number was typed.
        public java.util.OptionalInt difference() {
            var text = typed.get().strip();
            return text.matches("\\d{1,7}")
                    ? java.util.OptionalInt.of(Integer.parseInt(text) - booked)
                    : java.util.OptionalInt.empty();
        }
    }

    private final Session session;
    private final Asking asking;
    private final ObjectProperty<MoveReason> reason =
            new SimpleObjectProperty<>(MoveReason.COUNTED);
    private final List<Line> lines = new ArrayList<>();
    private @Nullable Place place;

    CountForm(Session session, Runnable changed) {
        this.session = session;
        this.asking = new Asking(session, changed);
    }

    public Asking asking() {
        return asking;
    }

    public ObjectProperty<MoveReason> reason() {
        return reason;
    }

    public static List<MoveReason> reasons() {
        return List.of(
                MoveReason.COUNTED, MoveReason.MISSING, MoveReason.DAMAGED, MoveReason.OTHER);
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    public @Nullable Place place() {
        return place;
    }

    /// All that lies at a place, in the order of the list.
    public void begin(Place where, List<Shelf> shelves) {
        place = where;
        lines.clear();
        reason.set(MoveReason.COUNTED);
        for (var shelf : shelves) {
            if (shelf.place().id() != where.id()) {
                continue;
            }
            for (var state : List.of(StockState.BLANK, StockState.PREPARED, StockState.RETURNED)) {
                int booked = shelf.pieces(state);
                if (booked > 0 || state == StockState.BLANK) {
                    lines.add(
                            new Line(
                                    shelf,
                                    state,
                                    booked,
                                    new SimpleStringProperty(Integer.toString(booked))));
                }
            }
        }
        asking.begin();
    }

    public void save() {
        var where = place;
        if (where == null) {
            return;
        }
        asking.problems().clear();
        var counted = new ArrayList<Counted>();
        for (var line : lines) {
            int pieces = asking.pieces("counted", line.typed().get());
            counted.add(new Counted(line.shelf().delivery().delivery().id(), line.state(), pieces));
        }
        if (!asking.problems().isEmpty()) {
            return;
        }
        var why = reason.get();
        asking.send(
                request ->
                        session.doors()
                                .stock()
                                .count(session.actor(), request, where.id(), counted, why),
                outcome -> {
                    if (outcome.problems().isEmpty()) {
                        asking.done(
                                "stock-desk.counted", where.name(), outcome.differences().size());
                    } else {
                        asking.refused(outcome.problems());
                    }
                });
    }
}
