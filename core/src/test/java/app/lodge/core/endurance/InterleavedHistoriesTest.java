package app.lodge.core.endurance;

import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_ROLLUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import app.lodge.core.books.PostgreSqlServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same history gives the same books, whether it is told in one breath or by two callers for each
/// worker at once, each request at least twice, early or late, in whatever order they meet.
@Tag("ID-06")
@Tag("ID-15")
@Tag("ID-20")
final class InterleavedHistoriesTest {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    private static final int STORIES = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void onH2(long seed) throws Exception {
        compare("mem:" + UUID.randomUUID(), seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void onPostgreSql(long seed) throws Exception {
        compare(SERVER.database().url(), seed);
    }

    private static void compare(String where, long seed) throws Exception {
        Map<String, List<?>> expected;
        try (var site = EnduringSite.open("mem:" + UUID.randomUUID())) {
            for (var worker = 2; worker <= EnduringSite.WORKERS; worker++) {
                for (var story = 0; story < STORIES; story++) {
                    new Story(() -> site, worker, story, (_, _, _) -> {}).play();
                }
            }
            expected = books(site);
        }
        try (var site = EnduringSite.open(where)) {
            interleave(site, seed);
            site.requireSound("seed " + seed);
            assertThat(books(site)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static void interleave(EnduringSite site, long seed) throws Exception {
        var answers = new ConcurrentHashMap<String, Story.Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var w = 2; w <= EnduringSite.WORKERS; w++) {
                for (var twin = 0; twin < 2; twin++) {
                    var worker = w;
                    var random = new Random(seed * 100 + w * 10 + twin);
                    running.add(
                            threads.submit(() -> {
                                for (var story = 0; story < STORIES; story++) {
                                    new Story(
                                                    () -> site,
                                                    worker,
                                                    story,
                                                    new Hesitating(answers, random))
                                            .play();
                                }
                                return null;
                            }));
                }
            }
            for (var each : running) {
                each.get();
            }
        }
    }

    /// What does not depend on who came first: sums and counts, without numbers and times.
    private static Map<String, List<?>> books(EnduringSite site) {
        return Map.of(
                "accounts",
                site.books.read(sql ->
                        sql
                                .select(
                                        LEDGER_ACCOUNT.KIND,
                                        LEDGER_ACCOUNT.SUBJECT_ID,
                                        LEDGER_ACCOUNT.LABEL,
                                        count(),
                                        sum(LEDGER_ENTRY.AMOUNT))
                                .from(LEDGER_ENTRY)
                                .join(LEDGER_ACCOUNT)
                                .on(LEDGER_ACCOUNT.ID.eq(LEDGER_ENTRY.ACCOUNT_ID))
                                .groupBy(
                                        LEDGER_ACCOUNT.KIND,
                                        LEDGER_ACCOUNT.SUBJECT_ID,
                                        LEDGER_ACCOUNT.LABEL)
                                .fetch(row -> row.intoList().toString())
                                .stream()
                                .sorted()
                                .toList()),
                "totals",
                site.books.read(sql ->
                        sql
                                .select(
                                        LEDGER_ROLLUP.BUSINESS_DATE,
                                        LEDGER_ROLLUP.DEVICE_ID,
                                        LEDGER_ROLLUP.KIND,
                                        LEDGER_ROLLUP.POSTINGS,
                                        LEDGER_ROLLUP.AMOUNT)
                                .from(LEDGER_ROLLUP)
                                .fetch(row -> row.intoList().toString())
                                .stream()
                                .sorted()
                                .toList()),
                "rows",
                site.rows());
    }

    /// Two who tell the same get the same answers.
    private record Hesitating(Map<String, Story.Answer> answers, Random random)
            implements Story.Told {
        @Override
        public void asking() {
            LockSupport.parkNanos(random.nextInt(2_000_000));
        }

        @Override
        public void answered(int worker, Story.Answer answer, long balance) {
            var before = answers.putIfAbsent(answer.key(), answer);
            assertThat(answer).isEqualTo(before == null ? answer : before);
        }
    }
}
