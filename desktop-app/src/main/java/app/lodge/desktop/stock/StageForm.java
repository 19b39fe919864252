package app.lodge.desktop.stock;

import app.lodge.core.stock.Stage;
import app.lodge.core.stock.StockOrder;
import app.lodge.core.stock.StockOrder.StageDates;
import app.lodge.core.stock.StockOrders.OrderOutcome;
import app.lodge.desktop.shell.Session;
import java.time.LocalDate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// When a stage of an order is planned and when it was done (CHAIN-49).
public final class StageForm {

    private final Session session;
    private final Asking asking;
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.CONTRACT);
    private final ObjectProperty<@Nullable LocalDate> planned = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> actual = new SimpleObjectProperty<>();
    private @Nullable StockOrder order;

    StageForm(Session session, Runnable changed) {
        this.session = session;
        this.asking = new Asking(session, changed);
        stage.subscribe(_ -> fill());
    }

    public Asking asking() {
        return asking;
    }

    public ObjectProperty<Stage> stage() {
        return stage;
    }

    public ObjectProperty<@Nullable LocalDate> planned() {
        return planned;
    }

    public ObjectProperty<@Nullable LocalDate> actual() {
        return actual;
    }

    /// Begins at the stage that comes next.
    public void begin(StockOrder wanted) {
        begin(wanted, wanted.next().orElse(Stage.EVALUATION));
    }

    public void begin(StockOrder wanted, Stage at) {
        order = wanted;
        stage.set(at);
        fill();
        asking.begin();
    }

    private void fill() {
        var whole = order;
        if (whole == null) {
            return;
        }
        var known =
                whole.stages().stream()
                        .filter(dates -> dates.stage() == stage.get())
                        .findFirst()
                        .orElse(new StageDates(stage.get(), null, null));
        planned.set(known.planned());
        actual.set(known.actual());
    }

    public void save() {
        var whole = order;
        if (whole == null) {
            return;
        }
        var dates = new StageDates(stage.get(), planned.get(), actual.get());
        asking.send(
                request ->
                        session.doors()
                                .stockOrders()
                                .setStage(session.actor(), request, whole.id(), dates),
                outcome -> {
                    switch (outcome) {
                        case OrderOutcome.Done(var done) ->
                                asking.done("stock-desk.stage-saved", Long.toString(done.id()));
                        case OrderOutcome.RulesChanged _ -> asking.open().set(false);
                        case OrderOutcome.Rejected(var found) -> asking.refused(found);
                    }
                });
    }
}
