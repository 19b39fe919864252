package app.lodge.personalization.layouts.model;

import java.util.List;

/// One side of a card.
///
/// @param guides of the designer, not printed
public record LayoutSide(Inks inks, List<Element> elements, Guides guides) {

    public LayoutSide {
        elements = List.copyOf(elements);
    }

    /// Without guides.
    public LayoutSide(Inks inks, List<Element> elements) {
        this(inks, elements, Guides.NONE);
    }

    public LayoutSide with(List<Element> others) {
        return new LayoutSide(inks, others, guides);
    }

    public LayoutSide with(Guides others) {
        return new LayoutSide(inks, elements, others);
    }

    public enum Inks {
        /// Colour and black.
        COLOUR,
        /// Black only, for the one black panel that duplex ribbons keep for the back.
        BLACK
    }
}
