package app.lodge.core.endurance;

import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was answered, and so must be in the books for good.
final class Oracle {

    private record Told(long posting, String text) {}

    private final Map<String, Told> answers = new HashMap<>();
    private final int[] story = new int[EnduringSite.WORKERS];
    private final int[] step = new int[EnduringSite.WORKERS];
    private final long[] balance = new long[EnduringSite.WORKERS];

    /// The story that each worker goes on with: the last one that anything was heard of.
    List<String> stories() {
        return Arrays.stream(story).mapToObj(Integer::toString).toList();
    }

    int size() {
        return answers.size();
    }

    /// @param line as a child printed it; one that broke off is nothing
    void hear(String line) {
        var words = line.split("\t", -1);
        assertThat(words[0]).as(line).isNotEqualTo("F");
        if (words.length != 9 || !words[8].equals("E")) {
            return;
        }
        var worker = Integer.parseInt(words[1]) - 1;
        var told = new Told(Long.parseLong(words[5]), words[7]);
        var before = answers.put(words[4], told);
        if (before != null) {
            assertThat(told).as("%s, answered again", words[4]).isEqualTo(before);
            return;
        }
        story[worker] = Integer.parseInt(words[2]);
        step[worker] = Integer.parseInt(words[3]);
        balance[worker] = Long.parseLong(words[6]);
    }

    /// Nothing answered is lost, nothing is there twice, the books agree with themselves.
    void verify(EnduringSite site, String where) {
        site.requireSound(where);
        var booked = booked(site);
        answers.forEach((key, told) -> {
            var postings = booked.getOrDefault(key, List.of());
            if (told.posting() != 0) {
                assertThat(postings).as("%s, %s lost", where, key).contains(told.posting());
            }
            // An issued card costs a fee and a deposit, a shift opens with money and a difference.
            assertThat(postings).as("%s, %s twice", where, key).hasSizeLessThanOrEqualTo(2);
        });
        for (var worker = 1; worker <= EnduringSite.WORKERS; worker++) {
            verify(site, worker, booked, "%s, worker %d".formatted(where, worker));
        }
    }

    /// The one request that nobody heard of may have been booked, and nothing else.
    private void verify(
            EnduringSite site, int worker, Map<String, List<Long>> booked, String where) {
        var own = new HashMap<>(booked);
        own.keySet()
                .removeIf(key ->
                        answers.containsKey(key)
                                || !(key.startsWith(worker + "-")
                                        || key.startsWith("device:" + worker + " ")));
        assertThat(own).as("%s, booked without an answer", where).hasSizeLessThanOrEqualTo(1);
        var unheard = own.values().stream().flatMap(List::stream).toList();
        assertThat(site.posted(worker))
                .as(
                        "%s, balance after story %d step %d",
                        where, story[worker - 1], step[worker - 1])
                .isEqualTo(balance[worker - 1] + moved(site, worker, unheard));
    }

    private static long moved(EnduringSite site, int worker, List<Long> postings) {
        return site.books.read(sql ->
                sql.select(coalesce(sum(LEDGER_ENTRY.AMOUNT), inline(java.math.BigDecimal.ZERO)))
                        .from(LEDGER_ENTRY)
                        .where(LEDGER_ENTRY.POSTING_ID.in(postings))
                        .and(LEDGER_ENTRY.ACCOUNT_ID.eq(site.account(worker).number()))
                        .fetchSingle()
                        .value1()
                        .longValueExact());
    }

    /// Postings by the request or the device's number that they came from.
    private static Map<String, List<Long>> booked(EnduringSite site) {
        var booked = new HashMap<String, List<Long>>();
        site.books
                .read(sql ->
                        sql.select(
                                        LEDGER_POSTING.ID,
                                        LEDGER_POSTING.ORIGIN,
                                        LEDGER_POSTING.ORIGIN_KEY)
                                .from(LEDGER_POSTING)
                                .fetch())
                .forEach(row -> {
                    var origin = row.value2();
                    var key =
                            origin.startsWith("device:")
                                    ? origin + " " + row.value3()
                                    : row.value3();
                    booked.computeIfAbsent(key, _ -> new ArrayList<>()).add(row.value1());
                });
        return booked;
    }
}
