package app.lodge.desktop.carddesk;

import app.lodge.core.batches.BatchId;
import app.lodge.desktop.carddesk.CardStation.Machine;
import app.lodge.desktop.carddesk.CardStation.Presence;
import app.lodge.desktop.carddesk.CardStation.ReaderState;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.SupplyWords;
import app.lodge.personalization.issuing.BatchLook;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/// The line above the queue: reader, printer, ribbon and blanks, as they were told last. The printer is
/// asked between two cards and never while it makes one.
public final class DeskLine {

    /// @param caution somebody has to do something about it
    public record Told(Message words, boolean caution) {}

    private final StationViewModel machines;
    private final ObjectProperty<@Nullable Told> reader = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> printer = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> ribbon = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> blanks = new SimpleObjectProperty<>();
    private @Nullable BatchLook seen;

    DeskLine(StationViewModel machines) {
        this.machines = machines;
        machines.chosenReader().subscribe(_ -> tellReader());
        machines.states().addListener((ListChangeListener<ReaderState>) _ -> tellReader());
        machines.queueing().subscribe(_ -> tellPrinter());
    }

    public ReadOnlyObjectProperty<@Nullable Told> reader() {
        return reader;
    }

    public ReadOnlyObjectProperty<@Nullable Told> printer() {
        return printer;
    }

    public ReadOnlyObjectProperty<@Nullable Told> ribbon() {
        return ribbon;
    }

    public ReadOnlyObjectProperty<@Nullable Told> blanks() {
        return blanks;
    }

    /// Asks printer and shelf; waits for both, so beside the screen.
    ///
    /// @param queue null before there is one
    static BatchLook look(CardStation station, @Nullable BatchId queue, String printer) {
        return station.look(queue == null ? new BatchId(0) : queue, printer);
    }

    void heard(BatchLook look) {
        seen = look;
        tellPrinter();
        ribbon.set(ribbon(look));
        var here = look.blanks();
        blanks.set(
                here == null
                        ? new Told(Message.of("queue.no-stock"), false)
                        : new Told(Message.of("queue.blanks", here), look.tooFewBlanks()));
    }

    private static Told ribbon(BatchLook look) {
        var supplies = look.supplies();
        return new Told(
                SupplyWords.left(supplies).orElse(Message.of("queue.ribbon-untold")),
                supplies.ribbon() == null
                        ? SupplyWords.low(supplies)
                        : look.lastOnRibbon() != null);
    }

    private void tellPrinter() {
        var chosen = machines.chosenPrinter().get();
        if (chosen == null) {
            printer.set(new Told(Message.of("issue.no-printer"), true));
            return;
        }
        boolean works = machines.queueing().get();
        var fault = seen == null || works ? null : seen.fault();
        var state =
                fault == null
                        ? Message.of(works ? "queue.printer-works" : "batch-look.printer-ready")
                        : FaultWords.message(fault);
        printer.set(
                seen == null && !works
                        ? new Told(chosen.words(), false)
                        : new Told(
                                Message.of("queue.machine", chosen.words(), state), fault != null));
    }

    private void tellReader() {
        var chosen = machines.chosenReader().get();
        if (chosen == null) {
            reader.set(new Told(Message.of("issue.no-reader"), true));
            return;
        }
        reader.set(
                machines.states().stream()
                        .filter(state -> machines.isDesks(state.machine()))
                        .findFirst()
                        .map(state -> told(chosen, state.presence()))
                        .orElse(new Told(chosen.words(), false)));
    }

    private static Told told(Machine reader, Presence presence) {
        var key =
                switch (presence) {
                    case CARD -> "readers.card";
                    case EMPTY -> "readers.empty";
                    case GONE -> "readers.gone";
                };
        return new Told(
                Message.of("queue.machine", reader.words(), Message.of(key)),
                presence == Presence.GONE);
    }
}
