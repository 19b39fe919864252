package app.lodge.personalization.layouts.model;

import org.jspecify.annotations.Nullable;

/// One thing on a card's side. Later elements lie over earlier ones; K lies over all colour.
public sealed interface Element {

    Frame frame();

    /// What every element has.
    ///
    /// @param id unique in its layout
    /// @param showIf null for always
    record Frame(String id, Box box, Panel panel, @Nullable Condition showIf) {}

    record Text(Frame frame, Template content, TextStyle style) implements Element {}

    /// The person's photograph, filling its box; a placeholder where there is none.
    ///
    /// @param corner radius in micrometres
    record Photo(Frame frame, int corner) implements Element {}

    /// A picture of the layout, whole inside its box.
    ///
    /// @param asset its name among the layout's assets
    record Picture(Frame frame, String asset) implements Element {}

    /// @param corner radius in micrometres
    record Shape(Frame frame, Form form, int corner, Fill fill) implements Element {}

    record Barcode(Frame frame, Symbology symbology, Template content) implements Element {}

    enum Form {
        RECTANGLE,
        ELLIPSE
    }
}
