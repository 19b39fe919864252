package app.lodge.desktop.accounts;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What an account can be filtered by, and which of it is chosen.
final class Offered<T> {

    private final List<T> always;
    private final ObservableList<T> items;
    private final ObjectProperty<T> chosen;

    /// @param always there for every account; the first of them filters nothing
    Offered(List<T> always) {
        this.always = always;
        items = FXCollections.observableArrayList(always);
        chosen = new SimpleObjectProperty<>(always.getFirst());
    }

    ObservableList<T> items() {
        return items;
    }

    ObjectProperty<T> chosen() {
        return chosen;
    }

    /// What is chosen stays so.
    void show(List<T> found) {
        var before = chosen.get();
        items.setAll(always);
        items.addAll(found);
        choose(before);
    }

    /// A saved filter may name one that this account never met.
    void choose(T one) {
        if (!items.contains(one)) {
            items.add(one);
        }
        chosen.set(one);
    }

    void reset() {
        chosen.set(always.getFirst());
    }
}
