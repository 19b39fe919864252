package app.lodge.personalization.layouts.model;

import org.jspecify.annotations.Nullable;

/// One thing on a card's side. Later elements lie over earlier ones; K lies over all colour.
public sealed interface Element {

    Frame frame();

    /// What every element has.
    ///
    /// @param id unique in its layout
    /// @param showIf null for always
    /// @param turn of what the box shows; the box itself stays where it is
    /// @param locked the designer leaves it where it is
    /// @param group what the designer moves together has the same name; empty for none
    record Frame(
            String id,
            Box box,
            Panel panel,
            @Nullable Condition showIf,
            Turn turn,
            boolean locked,
            String group) {

        /// By itself.
        public Frame(
                String id,
                Box box,
                Panel panel,
                @Nullable Condition showIf,
                Turn turn,
                boolean locked) {
            this(id, box, panel, showIf, turn, locked, "");
        }

        public Frame at(Box there) {
            return new Frame(id, there, panel, showIf, turn, locked, group);
        }

        public Frame called(String name) {
            return new Frame(name, box, panel, showIf, turn, locked, group);
        }

        public Frame on(Panel other) {
            return new Frame(id, box, other, showIf, turn, locked, group);
        }

        public Frame shownIf(@Nullable Condition other) {
            return new Frame(id, box, panel, other, turn, locked, group);
        }

        public Frame turned(Turn other) {
            return new Frame(id, box, panel, showIf, other, locked, group);
        }

        public Frame locked(boolean other) {
            return new Frame(id, box, panel, showIf, turn, other, group);
        }

        public Frame grouped(String name) {
            return new Frame(id, box, panel, showIf, turn, locked, name);
        }
    }

    /// Clockwise.
    enum Turn {
        NONE,
        QUARTER,
        HALF,
        THREE_QUARTERS
    }

    record Text(Frame frame, Template content, TextStyle style) implements Element {}

    /// The person's photograph, filling its box; a placeholder where there is none.
    ///
    /// @param corner radius in micrometres
    record Photo(Frame frame, int corner) implements Element {}

    /// The person's signature in one ink; a line to sign on where there is none.
    ///
    /// @param argb of the ink, where it is printed in colour
    record Signature(Frame frame, Fit fit, Ground ground, int argb, WhereMissing whereMissing)
            implements Element {

        /// How the signature lies in its box.
        public enum Fit {
            /// All of it, in the middle.
            WHOLE,
            /// As wide as the box, on its lower edge; what is too tall is cut off.
            WIDTH
        }

        /// What is behind the ink.
        public enum Ground {
            /// What lies below shows through.
            CLEAR,
            /// Paper, over whatever lies below.
            WHITE
        }

        /// What becomes of the card of somebody who has none.
        public enum WhereMissing {
            /// It is printed with a line to sign on.
            PRINT,
            /// Nothing is printed, by whichever way, and nothing is fed.
            NEVER
        }
    }

    /// A picture of the layout, whole inside its box.
    ///
    /// @param asset its name among the layout's assets
    record Picture(Frame frame, String asset) implements Element {}

    /// @param corner radius in micrometres
    record Shape(Frame frame, Form form, int corner, Fill fill) implements Element {}

    record Barcode(Frame frame, Symbology symbology, Template content) implements Element {}

    /// The same thing in another frame.
    default Element in(Frame other) {
        return switch (this) {
            case Text text -> new Text(other, text.content(), text.style());
            case Photo photo -> new Photo(other, photo.corner());
            case Signature signature ->
                    new Signature(
                            other,
                            signature.fit(),
                            signature.ground(),
                            signature.argb(),
                            signature.whereMissing());
            case Picture picture -> new Picture(other, picture.asset());
            case Shape shape -> new Shape(other, shape.form(), shape.corner(), shape.fill());
            case Barcode code -> new Barcode(other, code.symbology(), code.content());
        };
    }

    enum Form {
        RECTANGLE,
        ELLIPSE
    }
}
