package app.lodge.core.virtualsite;

import java.time.Duration;

/// People who come to the virtual payment points: most of them in the middle of the time, as at lunch. Who
/// comes when, where and for how much follows from the seed.
///
/// @param people at most {@link #MOST}; where fewer have a card, some come again
/// @param length of the lunch, up to a day
/// @param speed times as fast as life, 1 to {@link #FASTEST}
public record Crowd(int people, Duration length, int speed, long seed) {

    public static final int MOST = 100_000;
    public static final int FASTEST = 1_000;
    public static final Duration LONGEST = Duration.ofDays(1);

    /// What is done to a crowd while it comes.
    public sealed interface Steer {

        /// Nobody comes any more, until it goes on.
        record Pause() implements Steer {}

        record GoOn() implements Steer {}

        /// The next one comes, and then nobody.
        record Step() implements Steer {}

        /// Those who have not come stay away.
        record End() implements Steer {}

        record Speed(int times) implements Steer {}
    }
}
