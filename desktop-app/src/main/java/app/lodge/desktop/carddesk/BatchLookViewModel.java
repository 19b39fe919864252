package app.lodge.desktop.carddesk;

import app.lodge.core.batches.BatchId;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.issuing.BatchLook;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What is known before a batch is printed: cards, ribbon, cleaning, blanks and cost (ID-48).
public final class BatchLookViewModel {

    private final Session session;
    private final CardStation station;
    private final StationViewModel machines;
    private final CardPricesViewModel prices;
    private final ObjectProperty<@Nullable BatchLook> look = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private @Nullable Asked asked;

    /// What the last question was about; answers to others come too late.
    private record Asked(BatchId batch, String printer) {}

    BatchLookViewModel(Session session, CardStation station, StationViewModel machines) {
        this.session = session;
        this.station = station;
        this.machines = machines;
        this.prices = new CardPricesViewModel(session, this::again);
        machines.chosenPrinter().subscribe((_, _) -> again());
    }

    /// Null while nothing is known.
    public ReadOnlyObjectProperty<@Nullable BatchLook> look() {
        return look;
    }

    public CardPricesViewModel prices() {
        return prices;
    }

    /// Looks at a batch; at none, nothing is known.
    void at(@Nullable BatchId batch) {
        var printer = machines.chosenPrinter().get();
        if (batch == null || printer == null) {
            asked = null;
            look.set(null);
            return;
        }
        var question = new Asked(batch, printer.address());
        if (asked != null && !question.equals(asked)) {
            look.set(null);
        }
        asked = question;
        session.background()
                .run(
                        "batches.looking",
                        busy,
                        () -> station.look(question.batch(), question.printer()),
                        seen -> {
                            if (question.equals(asked)) {
                                look.set(seen);
                            }
                        });
    }

    private void again() {
        var before = asked;
        if (before != null) {
            at(before.batch());
        }
    }
}
