package app.lodge.personalization.layouts.model;

/// A rectangle on the card, all in micrometres from the card's top left corner (not the bitmap's:
/// that one is a little larger, so that colour runs over the edge). ISO/IEC 7810 ID-1.
public record Box(int x, int y, int width, int height) {

    /// ID-1: 85.60 × 53.98 mm.
    public static final int CARD_WIDTH = 85_600;

    public static final int CARD_HEIGHT = 53_980;

    /// How far an element may run over the card's edge.
    public static final int BLEED = 500;

    /// Text and codes keep this distance from the edge, where printers smear or leave off.
    public static final int SAFE = 3_000;

    public Box {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException(
                    "A box of %d × %d micrometres has no area".formatted(width, height));
        }
    }

    public boolean holds(Box other) {
        return x <= other.x
                && y <= other.y
                && x + width >= other.x + other.width
                && y + height >= other.y + other.height;
    }

    public boolean meets(Box other) {
        return x < other.x + other.width
                && other.x < x + width
                && y < other.y + other.height
                && other.y < y + height;
    }

    /// Whether the box keeps at least `margin` micrometres from every edge; negative to run over.
    public boolean keeps(int margin) {
        return x >= margin
                && y >= margin
                && x + width <= CARD_WIDTH - margin
                && y + height <= CARD_HEIGHT - margin;
    }
}
