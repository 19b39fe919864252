package app.lodge.core.privacy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.privacy.Privacy.RetentionOutcome;
import app.lodge.core.privacy.Privacy.RetentionPreview;
import app.lodge.core.privacy.RetentionClass.WhenDue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// How long which data is kept: changed, and told before it is changed what the change would delete and
/// when (ID-57).
final class RetentionRules {

    /// Of those due, as many are looked at one by one.
    private static final int LOOKED_AT = 500;

    private final Books books;

    RetentionRules(Books books) {
        this.books = books;
    }

    static List<Problem> problems(RetentionClass wanted) {
        return wanted.years() < 0 || wanted.years() > 100
                ? List.of(Problem.of("years", wanted.years(), "settings.range", 0, 100))
                : List.of();
    }

    RetentionOutcome change(Actor actor, RequestId request, RetentionClass wanted) {
        var problems = problems(wanted);
        if (!problems.isEmpty()) {
            return new RetentionOutcome.Rejected(problems);
        }
        return books.once(
                actor,
                request,
                "privacy.retention",
                wanted,
                RetentionOutcome.class,
                tx -> {
                    RetentionStore.change(tx, wanted);
                    tx.journal(
                            "retention.changed",
                            "retention:" + wanted.data().name(),
                            Map.of(
                                    "ground", wanted.ground().name(),
                                    "years", wanted.years(),
                                    "keepsPerson", wanted.keepsPerson(),
                                    "whenDue", wanted.whenDue().name()));
                    return new RetentionOutcome.Changed(wanted);
                });
    }

    /// @param wanted with years of 0 to 100
    RetentionPreview preview(RetentionClass wanted, LocalDate today) {
        return books.snapshot(sql -> {
            var rules = RetentionStore.byData(sql);
            var now = rules.get(DataClass.PERSON);
            if (now == null) {
                throw new IllegalStateException("No rule says how long people are kept");
            }
            var dueNow = RetentionStore.countDue(sql, now, today);
            rules.put(wanted.data(), wanted);
            var then = wanted.data() == DataClass.PERSON ? wanted : now;
            var looked = lookedAt(sql, then, rules, today);
            return new RetentionPreview(
                    dueNow,
                    RetentionStore.countDue(sql, then, today),
                    RetentionStore.countDue(sql, then, today.plusYears(1)),
                    looked.free(),
                    looked.kept(),
                    looked.firstFree(),
                    then.whenDue() == WhenDue.ERASE);
        });
    }

    private record Looked(long free, long kept, @Nullable LocalDate firstFree) {}

    /// Those due one by one: whom nothing keeps, and whom a rule keeps until when.
    private static Looked lookedAt(
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
