package app.lodge.personalization.layouts.model;

/// A text is not what the grammar allows.
public final class NotAnExpression extends Exception {

    private static final long serialVersionUID = 1;

    private final int position;

    /// @param expected what would be right there
    /// @param position of the first wrong character, from 1
    NotAnExpression(String expected, int position) {
        super("Expected %s at character %d".formatted(expected, position));
        this.position = position;
    }

    public int position() {
        return position;
    }
}
