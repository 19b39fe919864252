package app.lodge.desktop.shell;

import app.lodge.core.books.Fact;
import javafx.scene.Node;

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

    /// Its own keys as it stands, wherever the keyboard is. They go before those of the frame.
    default Keys keys() {
        return Keys.none();
    }
}
