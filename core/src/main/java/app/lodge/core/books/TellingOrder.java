package app.lodge.core.books;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// In which order the statements of a group go to the database: as each unit came to them, so that a row
/// that another one refers to is there before it, whichever unit wrote which of them first. Where units
/// contradict one another, the one that came first is right.
final class TellingOrder {

    /// Statement → those that go before it. Never in a circle.
    private final Map<String, Set<String>> before = new HashMap<>();

    private final Set<String> ofUnit = new HashSet<>();
    private @Nullable String last;

    /// The unit has written by this statement.
    void wrote(String sql) {
        if (!ofUnit.add(sql)) {
            return;
        }
        if (last != null && !goesBefore(sql, last)) {
            before.computeIfAbsent(sql, _ -> new LinkedHashSet<>()).add(last);
        }
        last = sql;
    }

    /// The next one to write is another unit.
    void unitEnds() {
        ofUnit.clear();
        last = null;
    }

    /// The next one to write is another group.
    void forget() {
        before.clear();
        unitEnds();
    }

    /// @param statements as they first came
    List<String> of(Collection<String> statements) {
        var ordered = new LinkedHashSet<String>();
        statements.forEach(sql -> place(sql, ordered));
        ordered.retainAll(Set.copyOf(statements));
        return new ArrayList<>(ordered);
    }

    private void place(String sql, Set<String> ordered) {
        if (!ordered.contains(sql)) {
            before.getOrDefault(sql, Set.of()).forEach(earlier -> place(earlier, ordered));
            ordered.add(sql);
        }
    }

    private boolean goesBefore(String earlier, String later) {
        return before.getOrDefault(later, Set.of()).stream()
                .anyMatch(each -> each.equals(earlier) || goesBefore(earlier, each));
    }
}
