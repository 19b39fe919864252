package app.lodge.core.conservation;

import app.lodge.core.conservation.Conservation.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The totals of each day, payment point, business case and currency are those of their postings.
final class RollupLaw {

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::day)
                    .thenComparing(Key::device)
                    .thenComparing(Key::kind)
                    .thenComparing(Key::currency);

    private final Map<Key, Totals> expected = new TreeMap<>(ORDER);

    record Key(LocalDate day, long device, String kind, String currency) {

        String row() {
            return "rollup:%s/%d/%s/%s".formatted(day, device, kind, currency);
        }
    }

    record Totals(long postings, long amount, long tax) {

        static final Totals NONE = new Totals(0, 0, 0);

        Totals plus(long more, long taxed) {
            return new Totals(postings + 1, Math.addExact(amount, more), Math.addExact(tax, taxed));
        }
    }

    /// A posting counts by its first entry.
    void take(Told told) {
        if (told.lines().isEmpty()) {
            return;
        }
        var first = told.lines().getFirst();
        expected.compute(
                new Key(told.day(), told.device(), told.kind(), first.currency()),
                (_, before) ->
                        (before == null ? Totals.NONE : before).plus(first.amount(), told.tax()));
    }

    List<Row> faults(Map<Key, Totals> found) {
        var faults = new ArrayList<Row>();
        expected.forEach((key, totals) -> {
            var stands = found.get(key);
            if (stands == null) {
                faults.add(new Row(key.row(), "row", "row", "-"));
                return;
            }
            differ(faults, key, "postings", totals.postings(), stands.postings());
            differ(faults, key, "amount", totals.amount(), stands.amount());
            differ(faults, key, "tax", totals.tax(), stands.tax());
        });
        found.keySet().stream()
                .filter(key -> !expected.containsKey(key))
                .sorted(ORDER)
                .forEach(key -> faults.add(new Row(key.row(), "row", "-", "row")));
        return faults;
    }

    private static void differ(
            List<Row> faults, Key key, String column, long expected, long found) {
        if (expected != found) {
            faults.add(new Row(key.row(), column, "" + expected, "" + found));
        }
    }
}
