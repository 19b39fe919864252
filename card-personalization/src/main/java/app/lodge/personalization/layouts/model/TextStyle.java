package app.lodge.personalization.layouts.model;

/// How a text is set.
///
/// @param size tenths of a point (1/720 inch)
/// @param smallest the text shrinks to this size before it wraps no further and is cut
/// @param lines lines at most, 1 to 12
/// @param tracking added between characters, thousandths of the size
/// @param leading distance of base lines, percent of the size
/// @param argb 0xAARRGGBB; black in the K panel whatever it says
public record TextStyle(
        Weight weight,
        int size,
        int smallest,
        int lines,
        Align align,
        VerticalAlign verticalAlign,
        int tracking,
        int leading,
        int argb) {

    public enum Weight {
        REGULAR,
        BOLD
    }

    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    public enum VerticalAlign {
        TOP,
        MIDDLE,
        BOTTOM
    }
}
