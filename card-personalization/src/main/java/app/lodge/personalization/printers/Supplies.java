package app.lodge.personalization.printers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a printer says of itself before a batch begins. Whatever it does not say is null: nothing is
/// guessed.
///
/// @param serial the machine's own number; empty if it tells none
/// @param levels what a printer tells in hundredths only, which says nothing of how many cards are left
public record Supplies(
        String serial, @Nullable Ribbon ribbon, @Nullable Cleaning cleaning, List<Level> levels) {

    /// Of a queue, a folder, a machine that answers nothing.
    public static final Supplies UNTOLD = new Supplies("", null, null);

    public Supplies {
        levels = List.copyOf(levels);
    }

    /// Of a printer that counts.
    public Supplies(String serial, @Nullable Ribbon ribbon, @Nullable Cleaning cleaning) {
        this(serial, ribbon, cleaning, List.of());
    }

    /// @param name as the printer calls it
    /// @param percent 0 to 100
    public record Level(String name, int percent) {

        private static final int LOW = 10;

        /// Somebody should have another at hand.
        public boolean low() {
            return percent <= LOW;
        }
    }

    /// @param kind the maker's name, `YMCKO`
    /// @param left sides that it still prints in colour, 0 or more
    /// @param capacity sides that a whole one prints, 1 or more
    public record Ribbon(String kind, int left, int capacity) {}

    /// @param cards since the last cleaning
    /// @param every cards after which the maker wants one, 1 or more
    public record Cleaning(int cards, int every) {

        /// Whether it is due now, or falls due within so many more cards.
        public boolean dueWithin(int more) {
            return cards + more >= every;
        }
    }
}
