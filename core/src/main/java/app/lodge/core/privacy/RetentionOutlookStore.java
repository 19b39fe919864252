package app.lodge.core.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// What would become of the people who are due if rules were others.
final class RetentionOutlookStore {

    /// Of those due, as many are looked at one by one.
    private static final int LOOKED_AT = 500;

    private RetentionOutlookStore() {}

    /// @param free whom nothing keeps
    /// @param kept whom a rule keeps
    /// @param firstFree the first day on which one of the latter is free; null for none
    record Looked(long free, long kept, @Nullable LocalDate firstFree) {}

    /// Those due one by one: whom nothing keeps, and whom a rule keeps until when.
    static Looked of(
            DSLContext sql,
            RetentionClass people,
            Map<DataClass, RetentionClass> rules,
            LocalDate today) {
        var free = 0L;
        var kept = 0L;
        @Nullable LocalDate first = null;
        for (var due : RetentionStore.due(sql, people, today, today, 0, LOOKED_AT)) {
            var row = PersonFactsStore.find(sql, due.person().number()).orElse(null);
            if (row == null || row.erased()) {
                continue;
            }
            var obstacles = ErasureFactsStore.of(sql, row, today, rules).obstacles();
            if (obstacles.isEmpty()) {
                free++;
            }
            var until = keptUntil(obstacles);
            if (until != null) {
                kept++;
                first = first == null || until.isBefore(first) ? until : first;
            }
        }
        return new Looked(free, kept, first);
    }

    /// The last day on which a rule keeps somebody; null where none does.
    private static @Nullable LocalDate keptUntil(List<Obstacle> obstacles) {
        @Nullable LocalDate last = null;
        for (var obstacle : obstacles) {
            if (obstacle instanceof Obstacle.KeptByRule(_, var until)
                    && (last == null || until.isAfter(last))) {
                last = until;
            }
        }
        return last;
    }
}
