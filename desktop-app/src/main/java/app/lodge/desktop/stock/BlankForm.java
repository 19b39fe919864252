package app.lodge.desktop.stock;

import app.lodge.core.media.MediumKind;
import app.lodge.core.stock.Blank;
import app.lodge.core.stock.Blank.Carrier;
import app.lodge.core.stock.Stock.PutOutcome;
import app.lodge.desktop.shell.Session;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A new kind of blank with its specification (CHAIN-47).
public final class BlankForm {

    private static final String USUAL_THICKNESS = "860";

    private final Session session;
    private final Asking asking;
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Carrier> carrier = new SimpleObjectProperty<>(Carrier.HF);
    private final StringProperty chip = new SimpleStringProperty("");
    private final ObjectProperty<MediumKind> kind = new SimpleObjectProperty<>(MediumKind.CARD);
    private final BooleanProperty printed = new SimpleBooleanProperty();
    private final BooleanProperty stripe = new SimpleBooleanProperty();
    private final StringProperty thickness = new SimpleStringProperty(USUAL_THICKNESS);

    BlankForm(Session session, Runnable changed) {
        this.session = session;
        this.asking = new Asking(session, changed);
    }

    public Asking asking() {
        return asking;
    }

    public StringProperty name() {
        return name;
    }

    public ObjectProperty<Carrier> carrier() {
        return carrier;
    }

    public StringProperty chip() {
        return chip;
    }

    public ObjectProperty<MediumKind> kind() {
        return kind;
    }

    public BooleanProperty printed() {
        return printed;
    }

    public BooleanProperty stripe() {
        return stripe;
    }

    /// In micrometres.
    public StringProperty thickness() {
        return thickness;
    }

    public void begin() {
        name.set("");
        carrier.set(Carrier.HF);
        chip.set("DESFire EV3");
        kind.set(MediumKind.CARD);
        printed.set(false);
        stripe.set(false);
        thickness.set(USUAL_THICKNESS);
        asking.begin();
    }

    public void save() {
        asking.problems().clear();
        int micrometres = asking.pieces("thickness", thickness.get());
        if (micrometres < 0) {
            return;
        }
        var wished =
                new Blank(
                        0,
                        name.get(),
                        carrier.get(),
                        chip.get(),
                        kind.get(),
                        printed.get(),
                        stripe.get(),
                        micrometres);
        asking.send(
                request -> session.doors().stock().addBlank(session.actor(), request, wished),
                outcome -> {
                    switch (outcome) {
                        case PutOutcome.Put _ ->
                                asking.done("stock-desk.blank-saved", wished.name());
                        case PutOutcome.Rejected(var found) -> asking.refused(found);
                    }
                });
    }
}
