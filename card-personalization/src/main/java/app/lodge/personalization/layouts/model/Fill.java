package app.lodge.personalization.layouts.model;

/// What a surface is filled with: one colour, or a change from one into another.
///
/// @param from 0xAARRGGBB, sRGB
/// @param to the same as `from` for a plain surface
public record Fill(int from, int to, Direction direction) {

    public static Fill plain(int argb) {
        return new Fill(argb, argb, Direction.DOWN);
    }

    public enum Direction {
        DOWN,
        RIGHT,
        DIAGONAL
    }
}
