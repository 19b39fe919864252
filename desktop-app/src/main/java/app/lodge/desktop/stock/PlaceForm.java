package app.lodge.desktop.stock;

import app.lodge.core.stock.Place;
import app.lodge.core.stock.Stock.PutOutcome;
import app.lodge.desktop.shell.Session;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A place where blanks lie: new, or changed.
public final class PlaceForm {

    private final Session session;
    private final Asking asking;
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Place.Kind> kind = new SimpleObjectProperty<>(Place.Kind.DESK);
    private final StringProperty workstation = new SimpleStringProperty("");
    private final StringProperty lowAt = new SimpleStringProperty("0");
    private final BooleanProperty delegated = new SimpleBooleanProperty();
    private long id;

    PlaceForm(Session session, Runnable changed) {
        this.session = session;
        this.asking = new Asking(session, changed);
    }

    public Asking asking() {
        return asking;
    }

    public StringProperty name() {
        return name;
    }

    public ObjectProperty<Place.Kind> kind() {
        return kind;
    }

    public StringProperty workstation() {
        return workstation;
    }

    public StringProperty lowAt() {
        return lowAt;
    }

    public BooleanProperty delegated() {
        return delegated;
    }

    public boolean isNew() {
        return id == 0;
    }

    public void beginNew() {
        begin(new Place(0, "", Place.Kind.DESK, "", false, 0));
    }

    public void begin(Place place) {
        id = place.id();
        name.set(place.name());
        kind.set(place.kind());
        workstation.set(place.workstation());
        lowAt.set(Integer.toString(place.lowAt()));
        delegated.set(place.delegated());
        asking.begin();
    }

    public void save() {
        asking.problems().clear();
        int least = asking.pieces("lowAt", lowAt.get());
        if (least < 0) {
            return;
        }
        var wished =
                new Place(
                        id,
                        name.get(),
                        kind.get(),
                        workstation.get(),
                        kind.get() == Place.Kind.BRANCH && delegated.get(),
                        least);
        asking.send(
                request -> session.doors().stock().putPlace(session.actor(), request, wished),
                outcome -> {
                    switch (outcome) {
                        case PutOutcome.Put _ ->
                                asking.done("stock-desk.place-saved", wished.name());
                        case PutOutcome.Rejected(var found) -> asking.refused(found);
                    }
                });
    }
}
