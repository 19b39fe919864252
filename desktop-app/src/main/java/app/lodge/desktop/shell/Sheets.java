package app.lodge.desktop.shell;

import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;

/// Forms and wizards over the screen.
public interface Sheets {

    /// Shows the sheet while the property is true. Esc, and the sheet's own cancel button, set it
    /// false.
    ///
    /// @param sheet built anew each time, see {@link Sheet}
    void showWhile(BooleanProperty open, Supplier<? extends Node> sheet);
}
