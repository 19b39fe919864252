package app.lodge.desktop.shell;

import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/// A list's filters that an operator has named ({@link SavedFilters}).
public interface KeptFilters {

    /// Names of what this operator has kept.
    ObservableList<String> saved();

    /// The one that is being typed.
    StringProperty name();

    /// Keeps what is chosen now, under the name that was typed.
    void keep();

    /// Chooses what was kept under a name.
    void choose(String which);

    void forget(String which);

    /// What is chosen now, as it is kept.
    String written();

    /// Chooses what was written.
    void take(String written);

    /// Nothing is filtered any more.
    void reset();
}
