package app.lodge.desktop.shell;

import app.lodge.core.books.Fact;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/// One destination's content. Built when first shown, and again when the language changes; what was
/// typed lives in its view-model and stays.
public interface Screen {

    Node node();

    /// The screen comes to the front: it refreshes what it shows.
    default void shown() {}

    /// Shows a subject, as in {@link Navigator#open(Destination, String)}.
    default void open(String subject) {}

    /// Something was committed at the site. Only the screen in front hears of it.
    default void changed(Fact fact) {}

    /// A key that the frame has no use for, wherever the keyboard is.
    ///
    /// @return whether the screen has used it
    default boolean pressed(KeyEvent event) {
        return false;
    }
}
