package app.lodge.personalization.layouts.model;

/// Which of the ribbon's panels an element is printed with.
public enum Panel {
    /// Yellow, magenta, cyan: photographs and surfaces.
    COLOUR,
    /// Resin black: sharp and readable in infrared; always lies over colour.
    K,
    /// No varnish here: room for a signature or a stripe.
    OVERLAY_HOLE
}
