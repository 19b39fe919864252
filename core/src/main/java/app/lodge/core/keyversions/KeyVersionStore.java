package app.lodge.core.keyversions;

import static app.lodge.core.books.tables.Tables.CARD_JOB;
import static app.lodge.core.books.tables.Tables.CARD_KEY_VERSION;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static org.jooq.impl.DSL.count;

import app.lodge.core.books.Tx;
import app.lodge.core.keyversions.KeyVersions.Held;
import app.lodge.core.media.JobState;
import app.lodge.core.media.MediumState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The versions' rows, and which live media have which.
final class KeyVersionStore {

    private final int first;

    /// @param first the version that the vault was made with
    KeyVersionStore(int first) {
        this.first = first;
    }

    /// @param since null for the first
    record Present(int version, @Nullable Instant since) {}

    Present present(DSLContext sql) {
        return sql.select(CARD_KEY_VERSION.VERSION, CARD_KEY_VERSION.SINCE)
                .from(CARD_KEY_VERSION)
                .orderBy(CARD_KEY_VERSION.VERSION.desc())
                .limit(1)
                .fetchOptional(row -> new Present(row.value1(), Tx.instant(row.value2())))
                .orElse(new Present(first, null));
    }

    /// The version that new cards get.
    int current(DSLContext sql) {
        return present(sql).version();
    }

    List<Held> held(DSLContext sql) {
        var held = new TreeMap<Integer, Held>(Comparator.reverseOrder());
        sql.select(MEDIUM.KEY_VERSION, MEDIUM.STATE, count())
                .from(MEDIUM)
                .where(MEDIUM.KEY_VERSION.gt(0))
                .and(MEDIUM.STATE.in(MediumState.ACTIVE.name(), MediumState.BLOCKED.name()))
                .groupBy(MEDIUM.KEY_VERSION, MEDIUM.STATE)
                .forEach(row -> {
                    boolean active = row.value2().equals(MediumState.ACTIVE.name());
                    long cards = row.value3();
                    var one = new Held(row.value1(), active ? cards : 0, active ? 0 : cards);
                    held.merge(
                            row.value1(),
                            one,
                            (a, b) ->
                                    new Held(
                                            a.version(),
                                            a.active() + b.active(),
                                            a.blocked() + b.blocked()));
                });
        return new ArrayList<>(held.values());
    }

    long openJobs(DSLContext sql) {
        var open =
                Arrays.stream(JobState.values())
                        .filter(JobState::open)
                        .map(JobState::name)
                        .toList();
        return sql.fetchCount(CARD_JOB, CARD_JOB.STATE.in(open));
    }

    void add(Tx tx, int version) {
        tx.sql()
                .insertInto(CARD_KEY_VERSION)
                .set(CARD_KEY_VERSION.VERSION, version)
                .set(CARD_KEY_VERSION.SINCE, tx.nowUtc())
                .execute();
    }
}
