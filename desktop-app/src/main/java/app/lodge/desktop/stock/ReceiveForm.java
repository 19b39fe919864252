package app.lodge.desktop.stock;

import app.lodge.core.stock.Blank;
import app.lodge.core.stock.Delivery.Numbering;
import app.lodge.core.stock.Place;
import app.lodge.core.stock.Stock.NewDelivery;
import app.lodge.core.stock.Stock.ReceiveOutcome;
import app.lodge.core.stock.Stock.SerialList;
import app.lodge.core.stock.StockOrder;
import app.lodge.desktop.shell.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A box of blanks comes in: a count, or a serial list of which each wrong row is named (CHAIN-51).
public final class ReceiveForm {

    private final Session session;
    private final ReadOnlyObjectProperty<StockViewModel.Reading> reading;
    private final Asking asking;
    private final ObjectProperty<@Nullable StockOrder> order = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Blank> blank = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Place> place = new SimpleObjectProperty<>();
    private final ObjectProperty<Numbering> numbering = new SimpleObjectProperty<>(Numbering.NONE);
    private final StringProperty supplier = new SimpleStringProperty("");
    private final StringProperty batch = new SimpleStringProperty("");
    private final StringProperty pieces = new SimpleStringProperty("");
    private final StringProperty serials = new SimpleStringProperty("");

    ReceiveForm(
            Session session,
            ReadOnlyObjectProperty<StockViewModel.Reading> reading,
            Runnable changed) {
        this.session = session;
        this.reading = reading;
        this.asking = new Asking(session, changed);
        order.subscribe(this::take);
    }

    private void take(@Nullable StockOrder chosen) {
        if (chosen != null) {
            blank.set(chosen.blank());
            supplier.set(chosen.supplier());
            pieces.set(Integer.toString(Math.max(0, chosen.quantity() - chosen.received())));
        }
    }

    public Asking asking() {
        return asking;
    }

    /// Those that have not come whole.
    public List<StockOrder> orders() {
        return reading.get().orders().stream()
                .filter(one -> one.received() < one.quantity())
                .toList();
    }

    public List<Blank> blanks() {
        return reading.get().blanks();
    }

    public List<Place> places() {
        return reading.get().standing().places();
    }

    public ObjectProperty<@Nullable StockOrder> order() {
        return order;
    }

    public ObjectProperty<@Nullable Blank> blank() {
        return blank;
    }

    public ObjectProperty<@Nullable Place> place() {
        return place;
    }

    public ObjectProperty<Numbering> numbering() {
        return numbering;
    }

    public StringProperty supplier() {
        return supplier;
    }

    public StringProperty batch() {
        return batch;
    }

    public StringProperty pieces() {
        return pieces;
    }

    /// One number a row, typed, scanned, pasted or out of a file.
    public StringProperty serials() {
        return serials;
    }

    /// @param chosen the order that it came for; null for none
    public void begin(@Nullable StockOrder chosen) {
        blank.set(blanks().isEmpty() ? null : blanks().getFirst());
        place.set(places().isEmpty() ? null : places().getFirst());
        numbering.set(Numbering.NONE);
        supplier.set("");
        batch.set("");
        pieces.set("");
        serials.set("");
        order.set(null);
        order.set(chosen);
        asking.begin();
    }

    /// The numbers of a maker's file take the place of those typed.
    public void readFile() {
        session.dialogs()
                .chooseFile(
                        "stock-receive.file-title",
                        "stock-receive.file-kind",
                        List.of("*.csv", "*.txt", "*.xlsx"))
                .ifPresent(this::read);
    }

    void read(Path file) {
        session.background()
                .run(
                        "stock-desk.reading-file",
                        asking.busy(),
                        () ->
                                session.doors()
                                        .stock()
                                        .readSerials(
                                                session.actor(),
                                                String.valueOf(file.getFileName()),
                                                Files.readAllBytes(file)),
                        (SerialList list) -> {
                            asking.refused(list.problems());
                            serials.set(String.join("\n", list.serials()));
                            pieces.set(Integer.toString(list.serials().size()));
                            if (numbering.get() == Numbering.NONE) {
                                numbering.set(Numbering.UID);
                            }
                        });
    }

    public void save() {
        asking.problems().clear();
        var kind = blank.get();
        var where = place.get();
        if (kind == null || where == null) {
            asking.refused(
                    kind == null ? "blank" : "place",
                    "",
                    kind == null ? "stock-desk.no-blank" : "stock-desk.no-place");
            return;
        }
        var rows =
                numbering.get() == Numbering.NONE
                        ? List.<String>of()
                        : serials.get()
                                .lines()
                                .map(String::strip)
                                .filter(s -> !s.isEmpty())
                                .toList();
        int count =
                numbering.get() == Numbering.NONE
                        ? asking.pieces("pieces", pieces.get())
                        : rows.size();
        if (count < 0) {
            return;
        }
        var from = order.get();
        var coming =
                new NewDelivery(
                        kind.id(),
                        from == null ? null : from.id(),
                        supplier.get(),
                        batch.get(),
                        where.id(),
                        count,
                        numbering.get(),
                        rows);
        asking.send(
                request -> session.doors().stock().receive(session.actor(), request, coming),
                outcome -> {
                    switch (outcome) {
                        case ReceiveOutcome.Received(var delivery) ->
                                asking.done("stock-desk.received", delivery.pieces(), where.name());
                        case ReceiveOutcome.Rejected(var found) -> asking.refused(found);
                    }
                });
    }
}
