package app.lodge.bridge.virtual;

import app.lodge.core.doors.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The notes and coins in a virtual device: the sum of what its own store says happened, so that a cut of the
/// power loses none.
final class CashBox {

    private static final Map<String, Integer> DIRECTIONS =
            Map.of(
                    "cash-in", 1,
                    "filled", 1,
                    "deposit", 1,
                    "cash-out", -1,
                    "emptied", -1,
                    "cassette-swapped", -1);

    private final FieldEnd end;

    CashBox(FieldEnd end) {
        this.end = end;
    }

    /// Denomination in minor units → how many, the largest first.
    TreeMap<Long, Integer> content() {
        var content = new TreeMap<Long, Integer>((one, other) -> Long.compare(other, one));
        for (var line : end.history()) {
            var event = Json.tree(line);
            var direction = DIRECTIONS.getOrDefault(event.path("kind").asText(), 0);
            event.path("pieces")
                    .properties()
                    .forEach(one ->
                            content.merge(
                                    Long.valueOf(one.getKey()),
                                    direction * one.getValue().asInt(),
                                    Integer::sum));
        }
        content.values().removeIf(number -> number <= 0);
        return content;
    }

    /// The same as one sum, for a device that does not tell notes apart.
    long total() {
        var total = 0L;
        for (var line : end.history()) {
            var event = Json.tree(line);
            total +=
                    DIRECTIONS.getOrDefault(event.path("kind").asText(), 0)
                            * event.path("amount").path("minor").asLong();
        }
        return total;
    }

    /// Pieces that make just this amount; empty if none do.
    Optional<TreeMap<Long, Integer>> pick(long amount) {
        var content = content();
        var picked = new TreeMap<Long, Integer>();
        return pick(amount, List.copyOf(content.entrySet()), 0, picked)
                ? Optional.of(picked)
                : Optional.empty();
    }

    private static boolean pick(
            long amount,
            List<Map.Entry<Long, Integer>> from,
            int place,
            TreeMap<Long, Integer> picked) {
        if (amount == 0) {
            return true;
        }
        if (place == from.size()) {
            return false;
        }
        var one = from.get(place);
        for (var n = Math.min(amount / one.getKey(), one.getValue()); n >= 0; n--) {
            picked.put(one.getKey(), (int) n);
            if (pick(amount - n * one.getKey(), from, place + 1, picked)) {
                picked.values().removeIf(number -> number == 0);
                return true;
            }
        }
        picked.remove(one.getKey());
        return false;
    }

    static long sum(Map<Long, Integer> pieces) {
        return pieces.entrySet().stream().mapToLong(one -> one.getKey() * one.getValue()).sum();
    }

    static int number(Map<Long, Integer> pieces) {
        return pieces.values().stream().mapToInt(Integer::intValue).sum();
    }
}
