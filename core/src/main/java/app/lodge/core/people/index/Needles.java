package app.lodge.core.people.index;

import java.util.List;

/// What is sought: every word must occur. A word of digits also finds the number that it is without
/// its leading zeros.
final class Needles {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_WORDS = 10;

    private final List<Needle> needles;

    private Needles(List<Needle> needles) {
        this.needles = needles;
    }

    static Needles of(String text) {
        var cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return new Needles(Folding.words(cut).stream().limit(MOST_WORDS).map(Needle::of).toList());
    }

    boolean areNone() {
        return needles.isEmpty();
    }

    /// @param text of a person, as far as it may be sought in
    boolean allIn(String text) {
        for (var needle : needles) {
            if (!needle.isIn(text)) {
                return false;
            }
        }
        return true;
    }

    boolean allBeginAWordOf(String text) {
        for (var needle : needles) {
            if (!needle.beginsAWordOf(text)) {
                return false;
            }
        }
        return true;
    }

    /// @param atStart the word after a word mark
    /// @param number the same for the number without leading zeros; equal to `atStart` if none lead
    private record Needle(String word, String atStart, String number) {

        static Needle of(String word) {
            return new Needle(
                    word, IndexedPerson.WORD + word, IndexedPerson.WORD + Folding.number(word));
        }

        boolean isIn(String text) {
            return text.contains(word)
                    || (atStart.length() != number.length() && text.contains(number));
        }

        boolean beginsAWordOf(String text) {
            return text.contains(atStart)
                    || (atStart.length() != number.length() && text.contains(number));
        }
    }
}
