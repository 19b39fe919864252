package app.lodge.personalization.printers;

import org.jspecify.annotations.Nullable;

/// What a printer says of itself before a batch begins. Whatever it does not say is null: nothing is
/// guessed.
///
/// @param serial the machine's own number; empty if it tells none
public record Supplies(String serial, @Nullable Ribbon ribbon, @Nullable Cleaning cleaning) {

    /// Of a queue, a folder, a machine that answers nothing.
    public static final Supplies UNTOLD = new Supplies("", null, null);

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
