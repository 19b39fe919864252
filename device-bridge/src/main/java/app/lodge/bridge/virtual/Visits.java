package app.lodge.bridge.virtual;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// Who comes when to which till, and for how much: from a seed.
public record Visits(List<Visit> inOrder) {

    private static final int CHEAPEST = 90;
    private static final int DEAREST = 890;
    private static final int STEP = 10;

    public Visits {
        inOrder = List.copyOf(inOrder);
    }

    /// @param at since the doors opened
    /// @param person, till from 0
    /// @param minor in minor units
    public record Visit(Duration at, int person, int till, long minor) {}

    /// Everybody once; most of them in the middle of the time, as at lunch.
    public static Visits lunch(long seed, int people, int tills, Duration length) {
        var chance = new Random(seed);
        var all = new ArrayList<Visit>();
        for (var person = 0; person < people; person++) {
            var millis = length.toMillis();
            var at = (chance.nextLong(millis) + chance.nextLong(millis)) / 2;
            var price = CHEAPEST + STEP * chance.nextInt((DEAREST - CHEAPEST) / STEP + 1);
            all.add(new Visit(Duration.ofMillis(at), person, chance.nextInt(tills), price));
        }
        all.sort(Comparator.comparing(Visit::at));
        return new Visits(all);
    }

    /// How many come in each part of the time.
    List<Integer> perPart(Duration length, int parts) {
        var counts = new int[parts];
        for (var visit : inOrder) {
            counts[Math.toIntExact(visit.at().toMillis() * parts / length.toMillis())]++;
        }
        return Arrays.stream(counts).boxed().toList();
    }
}
