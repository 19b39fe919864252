package app.lodge.personalization.layouts.model;

import java.util.List;
import java.util.stream.Stream;

/// Lines that the designer draws elements to; nothing of them is printed. Micrometres from the card's upper
/// left corner, in ascending order, each once.
///
/// @param across where upright lines stand
/// @param down where level lines lie
public record Guides(List<Integer> across, List<Integer> down) {

    /// On one side of a card.
    public static final int MOST = 40;

    public static final Guides NONE = new Guides(List.of(), List.of());

    public Guides {
        across = across.stream().distinct().sorted().toList();
        down = down.stream().distinct().sorted().toList();
        if (across.size() + down.size() > MOST) {
            throw new IllegalArgumentException(
                    "%d guides and %d are more than %d"
                            .formatted(across.size(), down.size(), MOST));
        }
    }

    public Guides with(Guide guide) {
        return guide.upright()
                ? new Guides(plus(across, guide.at()), down)
                : new Guides(across, plus(down, guide.at()));
    }

    public Guides without(Guide guide) {
        return guide.upright()
                ? new Guides(minus(across, guide.at()), down)
                : new Guides(across, minus(down, guide.at()));
    }

    public List<Guide> all() {
        return Stream.concat(
                        across.stream().map(at -> new Guide(true, at)),
                        down.stream().map(at -> new Guide(false, at)))
                .toList();
    }

    public boolean full() {
        return across.size() + down.size() >= MOST;
    }

    private static List<Integer> plus(List<Integer> all, int at) {
        return Stream.concat(all.stream(), Stream.of(at)).toList();
    }

    private static List<Integer> minus(List<Integer> all, int at) {
        return all.stream().filter(each -> each != at).toList();
    }

    /// One of them.
    ///
    /// @param upright or level
    /// @param at micrometres from the left edge of the card, or from the upper one
    public record Guide(boolean upright, int at) {

        /// As far as it can be moved.
        public int farthest() {
            return upright ? Box.CARD_WIDTH : Box.CARD_HEIGHT;
        }

        public boolean onCard() {
            return at >= 0 && at <= farthest();
        }

        public Guide moved(int by) {
            return new Guide(upright, Math.clamp((long) at + by, 0, farthest()));
        }
    }
}
