package app.lodge.personalization.layouts.model;

import java.util.List;

/// One side of a card.
public record LayoutSide(Inks inks, List<Element> elements) {

    public LayoutSide {
        elements = List.copyOf(elements);
    }

    public enum Inks {
        /// Colour and black.
        COLOUR,
        /// Black only, for the one black panel that duplex ribbons keep for the back.
        BLACK
    }
}
