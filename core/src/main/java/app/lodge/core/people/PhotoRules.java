package app.lodge.core.people;

import java.util.Set;

/// Which photographs need nobody's approval, how large they must be, and whether a card that should
/// show one may be printed without (ID-11).
///
/// @param atOnce what comes this way is approved as it is kept; everything else is proposed
/// @param leastWidth pixels that a photograph must have across, 0 to {@link #MOST_LEAST_WIDTH}; 0 for
///     as many as any
public record PhotoRules(Set<PhotoSource> atOnce, int leastWidth, WhereMissing whereMissing) {

    /// As wide as a photograph is ever cut.
    public static final int MOST_LEAST_WIDTH = 700;

    /// At the desk somebody has the person, or that one picture, before their eyes.
    public static final PhotoRules STANDARD =
            new PhotoRules(Set.of(PhotoSource.DESK), 0, WhereMissing.PRINT);

    /// What is done where a card should show a photograph and none is approved.
    public enum WhereMissing {
        /// It is printed with a grey figure in its place.
        PRINT,
        /// Nothing is printed, by whichever way, and nothing is fed.
        NEVER
    }

    public PhotoRules {
        atOnce = Set.copyOf(atOnce);
        if (leastWidth < 0 || leastWidth > MOST_LEAST_WIDTH) {
            throw new IllegalArgumentException(
                    "A least width of %d pixels is outside 0 to %d"
                            .formatted(leastWidth, MOST_LEAST_WIDTH));
        }
    }

    public PhotoRules approving(Set<PhotoSource> sources) {
        return new PhotoRules(sources, leastWidth, whereMissing);
    }

    public PhotoRules withLeastWidth(int pixels) {
        return new PhotoRules(atOnce, pixels, whereMissing);
    }

    public PhotoRules withMissing(WhereMissing other) {
        return new PhotoRules(atOnce, leastWidth, other);
    }

    PhotoState first(PhotoSource source) {
        return atOnce.contains(source) ? PhotoState.APPROVED : PhotoState.PROPOSED;
    }
}
