package app.lodge.core.books;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// Rows that units have written and the database has not been told of: those of a whole group go to it
/// together, a statement's rows in one batch, the statements in the order of {@link TellingOrder}.
final class WaitingRows {

    private final Map<String, Map<Object, @Nullable Object[]>> waiting = new LinkedHashMap<>();
    private final TellingOrder order = new TellingOrder();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    /// @param key of the row among those of this statement
    /// @param both what to tell if a row with this key waits already
    void add(
            String sql,
            Object key,
            @Nullable Object[] values,
            BinaryOperator<@Nullable Object[]> both) {
        order.wrote(sql);
        var rows = waiting.computeIfAbsent(sql, _ -> new LinkedHashMap<>());
        var before = rows.get(key);
        rows.put(key, before == null ? values : both.apply(before, values));
        undo.push(() -> {
            if (before == null) {
                rows.remove(key);
            } else {
                rows.put(key, before);
            }
        });
    }

    boolean none() {
        return waiting.isEmpty();
    }

    /// What has been added stays, whatever becomes of the next unit.
    void keep() {
        undo.clear();
        order.unitEnds();
    }

    /// Drops what was added since {@link #keep}.
    void takeBack() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
        order.unitEnds();
    }

    /// Takes out what waits.
    List<Told> take() {
        var taken = new ArrayList<Told>();
        for (var sql : order.of(waiting.keySet())) {
            var rows = waiting.getOrDefault(sql, Map.of()).values();
            if (!rows.isEmpty()) {
                taken.add(new Told(sql, List.copyOf(rows)));
            }
        }
        waiting.clear();
        undo.clear();
        return taken;
    }

    /// Forgets everything: the next row is another group's.
    void drop() {
        waiting.clear();
        undo.clear();
        order.forget();
    }
}
