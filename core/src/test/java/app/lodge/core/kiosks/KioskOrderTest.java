package app.lodge.core.kiosks;

import static app.lodge.core.kiosks.KioskSite.ANNA;
import static app.lodge.core.kiosks.KioskSite.BELA;
import static app.lodge.core.kiosks.KioskSite.counted;
import static app.lodge.core.kiosks.KioskSite.event;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.kiosks.CashEvent.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Random histories of a kiosk, emptied and counted in the middle, arrive in any order, late and repeated:
/// the books come to the same, and the laws of conservation hold after every single arrival.
class KioskOrderTest {

    private static final int HISTORIES = 6;
    private static final long SEED = 20_261_122;
    private static final List<Long> DENOMINATIONS = List.of(2_000L, 1_000L, 500L, 100L, 50L);

    /// One thing that reaches the books: an event of the device, or somebody's count of a bag.
    private sealed interface Arrival {
        record Told(CashEvent event) implements Arrival {}

        record Count(String seal, Map<Long, Integer> pieces) implements Arrival {}
    }

    @Test
    @Tag("ID-15")
    @Tag("ID-30")
    @Tag("CHAIN-37")
    void anyOrderOfArrivalGivesTheSameBooks() {
        var random = new Random(SEED);
        for (var round = 0; round < HISTORIES; round++) {
            var history = history(random);
            var inOrder = books(history, false);
            var mixed = new ArrayList<>(history);
            history.forEach(arrival -> {
                if (arrival instanceof Arrival.Told && random.nextInt(3) == 0) {
                    mixed.add(arrival);
                }
            });
            Collections.shuffle(mixed, random);
            assertThat(books(mixed, true))
                    .as("seed %d, history %d: %s", SEED, round, mixed)
                    .isEqualTo(inOrder);
        }
    }

    private static Map<String, Object> books(List<Arrival> arrivals, boolean watched) {
        try (var site = new KioskSite()) {
            for (var arrival : arrivals) {
                switch (arrival) {
                    case Arrival.Told(var event) ->
                            assertThat(site.take(site.kiosk, event).remark()).isEmpty();
                    case Arrival.Count(var seal, var pieces) ->
                            assertThat(
                                            site.count(
                                                    site.kiosk,
                                                    seal,
                                                    counted(pieces),
                                                    DifferenceCause.UNKNOWN))
                                    .isInstanceOf(Kiosks.CountOutcome.Done.class);
                }
                if (watched) {
                    assertThat(site.conserved().holds()).as("%s", site.conserved()).isTrue();
                }
            }
            assertThat(site.conserved().holds()).as("%s", site.conserved()).isTrue();
            var kiosk = site.see(site.kiosk);
            assertThat(
                            kiosk.content().stream()
                                    .mapToLong(line -> line.denomination().minor() * line.pieces())
                                    .sum())
                    .isEqualTo(kiosk.expected().minor());
            return site.books();
        }
    }

    /// What a kiosk can do: nothing comes out that is not in it.
    private static List<Arrival> history(Random random) {
        var arrivals = new ArrayList<Arrival>();
        var inside = new TreeMap<Long, Integer>();
        var bags = 0;
        for (var seq = 1; seq <= 14; seq++) {
            var holder = random.nextBoolean() ? ANNA : BELA;
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    var put = some(random);
                    put.forEach((one, number) -> inside.merge(one, number, Integer::sum));
                    arrivals.add(new Arrival.Told(event(seq, Kind.CASH_IN, holder, put, "")));
                }
                case 2 -> {
                    var put = some(random);
                    put.forEach((one, number) -> inside.merge(one, number, Integer::sum));
                    arrivals.add(new Arrival.Told(event(seq, Kind.FILLED, null, put, "")));
                }
                case 3 -> {
                    var out = new TreeMap<Long, Integer>();
                    inside.forEach((one, number) -> out.put(one, random.nextInt(number + 1)));
                    out.forEach((one, number) -> inside.merge(one, -number, Integer::sum));
                    arrivals.add(new Arrival.Told(event(seq, Kind.CASH_OUT, holder, out, "")));
                }
                default -> {
                    var seal = "B-" + ++bags;
                    var out = new TreeMap<>(inside);
                    inside.clear();
                    arrivals.add(new Arrival.Told(event(seq, Kind.EMPTIED, null, out, seal)));
                    var found = new TreeMap<>(out);
                    if (random.nextInt(3) == 0) {
                        found.merge(500L, 1, Integer::sum);
                    }
                    arrivals.add(new Arrival.Count(seal, found));
                }
            }
        }
        return arrivals;
    }

    private static Map<Long, Integer> some(Random random) {
        var pieces = new TreeMap<Long, Integer>();
        pieces.put(DENOMINATIONS.get(random.nextInt(5)), 1 + random.nextInt(4));
        pieces.put(DENOMINATIONS.get(random.nextInt(5)), 1 + random.nextInt(4));
        return pieces;
    }
}
