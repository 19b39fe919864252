package app.lodge.personalization.layouts.model;

/// What a card has besides paper and plastic: no ink and no varnish there.
public enum Zone {
    /// The contact plate on the front, with room around it: ISO/IEC 7816-2.
    CONTACT_CHIP(new Box(9_000, 18_000, 12_500, 12_000), true),
    /// The magnetic stripe on the back: ISO/IEC 7811, three tracks.
    MAGNETIC_STRIPE(new Box(0, 4_000, Box.CARD_WIDTH, 12_700), false),
    /// A slot for a strap in the middle of the upper edge, 14 × 3 mm.
    SLOT(new Box(34_800, 3_000, 16_000, 5_000), true);

    private final Box box;
    private final boolean front;

    Zone(Box box, boolean front) {
        this.box = box;
        this.front = front;
    }

    public Box box() {
        return box;
    }

    /// Whether it lies on this side; a slot goes through.
    public boolean on(boolean frontSide) {
        return this == SLOT || front == frontSide;
    }
}
