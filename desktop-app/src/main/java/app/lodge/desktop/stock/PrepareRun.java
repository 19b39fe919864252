package app.lodge.desktop.stock;

import app.lodge.core.books.RequestId;
import app.lodge.core.stock.Stock.MoveOutcome;
import app.lodge.core.stock.Stock.WriteOff;
import app.lodge.core.stock.StockState;
import app.lodge.desktop.carddesk.CardStation;
import app.lodge.desktop.carddesk.StationViewModel;
import app.lodge.desktop.shell.Background;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.stock.StockViewModel.Shelf;
import app.lodge.personalization.issuing.PreparingRun.Batch;
import app.lodge.personalization.issuing.PreparingRun.Blank;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Blanks of one delivery prepared at the reader, one after the other: counted, read back, and those that
/// do not take the keys listed and written off (CHAIN-06, CHAIN-51).
public final class PrepareRun {

    private final Session session;
    private final CardStation station;
    private final StationViewModel machines;
    private final Asking asking;
    private final Runnable changed;
    private final StringProperty wanted = new SimpleStringProperty("");
    private final IntegerProperty ready = new SimpleIntegerProperty();
    private final IntegerProperty spoiled = new SimpleIntegerProperty();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final ObservableList<Blank> done = FXCollections.observableArrayList();
    private @Nullable Shelf shelf;
    private Background.@Nullable Running work;

    PrepareRun(Session session, CardStation station, StationViewModel machines, Runnable changed) {
        this.session = session;
        this.station = station;
        this.machines = machines;
        this.asking = new Asking(session, changed);
        asking.open()
                .subscribe(open -> {
                    if (!open) {
                        stop();
                    }
                });
        this.changed = changed;
    }

    public Asking asking() {
        return asking;
    }

    public StationViewModel machines() {
        return machines;
    }

    /// How many are to be prepared.
    public StringProperty wanted() {
        return wanted;
    }

    public ReadOnlyIntegerProperty ready() {
        return ready;
    }

    public ReadOnlyIntegerProperty spoiled() {
        return spoiled;
    }

    public BooleanProperty running() {
        return running;
    }

    /// The newest first.
    public ObservableList<Blank> done() {
        return done;
    }

    public @Nullable Shelf shelf() {
        return shelf;
    }

    public void begin(Shelf of) {
        shelf = of;
        wanted.set(Integer.toString(of.pieces(StockState.BLANK)));
        ready.set(0);
        spoiled.set(0);
        done.clear();
        asking.begin();
    }

    /// Prepares until so many are ready, somebody stops it, or no blank comes any more.
    public void start() {
        asking.problems().clear();
        var of = shelf;
        var reader = machines.chosenReader().get();
        int many = asking.pieces("wanted", wanted.get());
        if (of == null || many < 0 || running.get()) {
            return;
        }
        if (reader == null) {
            asking.refused("wanted", "", "issue.no-reader");
            return;
        }
        var batch = new Batch(of.delivery().delivery().id(), of.place().id(), many - ready.get());
        work =
                session.background()
                        .<Blank, Integer>run(
                                "stock-prepare.running",
                                running,
                                progress -> station.prepare(reader.address(), batch, progress),
                                this::one,
                                _ -> changed.run());
    }

    private void one(Blank became) {
        if (became instanceof Blank.Ready(var uid, boolean before)) {
            ready.set(ready.get() + (before ? 0 : 1));
            // Laid on again it became good after all.
            done.removeIf(other ->
                    other instanceof Blank.Broken(var tried, _)
                            && tried.filter(uid::equals).isPresent());
        }
        done.addFirst(became);
    }

    public void stop() {
        var now = work;
        if (now != null) {
            now.stop();
        }
    }

    /// The blank is no good: written off with the fault as its reason.
    public void spoil(Blank.Broken broken) {
        var of = shelf;
        if (of == null) {
            return;
        }
        var why = broken.reason();
        asking.send(
                (RequestId request) -> {
                    var serial =
                            broken.uid().filter(_ -> numbered(of)).map(uid -> uid.hex()).orElse("");
                    return session.doors()
                            .stock()
                            .writeOff(
                                    session.actor(),
                                    request,
                                    WriteOff.one(
                                            of.delivery().delivery().id(),
                                            of.place().id(),
                                            StockState.BLANK,
                                            serial,
                                            why));
                },
                (MoveOutcome outcome) -> {
                    switch (outcome) {
                        case MoveOutcome.Moved _ -> {
                            spoiled.set(spoiled.get() + 1);
                            done.remove(broken);
                            changed.run();
                        }
                        case MoveOutcome.TooFew(int there) ->
                                asking.refused("wanted", "", "stock-desk.too-few", there);
                        case MoveOutcome.Stranger(var serial) ->
                                asking.refused("wanted", serial, "stock-desk.stranger");
                        case MoveOutcome.Rejected(var found) -> asking.refused(found);
                    }
                });
    }

    private static boolean numbered(Shelf of) {
        return of.delivery().delivery().numbering() == app.lodge.core.stock.Delivery.Numbering.UID;
    }
}
