package app.lodge.core.virtualsite;

import java.time.Duration;

/// How bad a device's line is. What of it happens when follows from a seed.
///
/// @param lost of a thousand messages; of those only that are said again until they are answered
/// @param doubled of a thousand messages
/// @param swapped of a thousand messages, with those that come after them
/// @param forged for each thousand messages so many more that nobody sent
/// @param delay of each message at most, up to a minute
public record Disturbance(int lost, int doubled, int swapped, int forged, Duration delay) {

    public static final int THOUSAND = 1_000;
    public static final Duration LONGEST = Duration.ofMinutes(1);
    public static final Disturbance NONE = new Disturbance(0, 0, 0, 0, Duration.ZERO);

    public Disturbance {
        for (var share : new int[] {lost, doubled, swapped, forged}) {
            if (share < 0 || share > THOUSAND) {
                throw new IllegalArgumentException("%d of %d".formatted(share, THOUSAND));
            }
        }
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A delay of %s".formatted(delay));
        }
    }
}
