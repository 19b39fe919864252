package app.lodge.desktop.shell;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Fact;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Where the operator is, and where they may go.
public final class ShellViewModel implements Navigator {

    private final Actor actor;
    private final ObjectProperty<Visit> visit =
            new SimpleObjectProperty<>(new Visit(Destination.START, "", 0));
    private final ObjectProperty<List<Fact>> news = new SimpleObjectProperty<>(List.of());

    private final Map<Destination, IntegerProperty> waiting = new EnumMap<>(Destination.class);

    public ShellViewModel(Actor actor) {
        this.actor = actor;
    }

    /// @param count tells two visits of one place apart
    public record Visit(Destination destination, String subject, int count) {}

    public Actor actor() {
        return actor;
    }

    public List<Destination> destinations() {
        return Arrays.stream(Destination.values()).filter(d -> d.openTo(actor)).toList();
    }

    /// How many things wait for the operator there; the rail shows it unless it is 0.
    public IntegerProperty waiting(Destination destination) {
        return waiting.computeIfAbsent(destination, _ -> new SimpleIntegerProperty());
    }

    public ReadOnlyObjectProperty<Visit> visit() {
        return visit;
    }

    /// The latest facts; each change is for the screen in front.
    public ObjectProperty<List<Fact>> news() {
        return news;
    }

    @Override
    public void open(Destination destination) {
        open(destination, "");
    }

    @Override
    public void open(Destination destination, String subject) {
        if (destination.openTo(actor)) {
            visit.set(new Visit(destination, subject, visit.get().count() + 1));
        }
    }
}
