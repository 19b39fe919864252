package app.lodge.core.virtualsite;

import app.lodge.core.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A crowd at one moment.
///
/// @param speed of now
/// @param into how much of the lunch is over
/// @param come so many people, of the crowd's
/// @param standing so many of them are at a till and wait for its answer
/// @param taken what the tills took
/// @param refusals why → how often
/// @param expected how many come in each {@link #PARTS}th of the time
/// @param tills in the order of their names
public record CrowdPicture(
        Crowd crowd,
        State state,
        int speed,
        Duration into,
        int come,
        int standing,
        int paid,
        int refused,
        Money taken,
        Map<String, Integer> refusals,
        List<Integer> expected,
        List<Till> tills) {

    public static final int PARTS = 30;

    public CrowdPicture {
        refusals = Map.copyOf(refusals);
        expected = List.copyOf(expected);
        tills = List.copyOf(tills);
    }

    public enum State {
        COMING,
        PAUSED,
        OVER
    }

    /// @param last what the last one saw: `paid` or a word such as `INSUFFICIENT`; empty before the first
    public record Till(String device, int standing, int paid, int refused, String last) {}
}
