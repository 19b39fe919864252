package app.lodge.core.conservation;

import app.lodge.core.books.Chain;
import app.lodge.core.conservation.Conservation.Check;
import app.lodge.core.conservation.Conservation.Law;
import app.lodge.core.conservation.Conservation.Row;
import app.lodge.core.conservation.ConservationStore.Entry;
import app.lodge.core.conservation.ConservationStore.Hold;
import app.lodge.core.doors.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One look at all the books, from the journal's first row on. A journal row with its hash is believed; a
/// ledger row that says otherwise is named; where the journal row itself is damaged, only that is.
final class Look {

    private static final int ROWS_AT_ONCE = 2_000;
    private static final int MOST_NAMED = 100;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final ConservationStore store;
    private final Map<Law, List<Row>> named = new EnumMap<>(Law.class);
    private final Map<Law, Long> looked = new EnumMap<>(Law.class);
    private final Map<Long, Long> posted = new HashMap<>();
    private final Map<Long, Hold> open = new TreeMap<>();
    private byte[] stated = Chain.START;
    private byte[] computed = Chain.START;
    private long postings;

    Look(ConservationStore store) {
        this.store = store;
        for (var law : Law.values()) {
            named.put(law, new ArrayList<>());
            looked.put(law, 0L);
        }
    }

    List<Check> checks() {
        var number = 0L;
        List<ConservationStore.Row> page;
        do {
            page = store.journalAfter(number, ROWS_AT_ONCE);
            if (!page.isEmpty()) {
                take(number, page);
                number = page.getLast().number();
            }
        } while (page.size() == ROWS_AT_ONCE);
        store.postingsFrom(postings + 1, MOST_NAMED)
                .forEach(posting -> name(Law.LEDGER, "posting:" + posting, "journal", "row", "-"));
        holds();
        balances();
        liabilities();
        return Arrays.stream(Law.values())
                .map(law -> new Check(law, looked.getOrDefault(law, 0L), namedBy(law)))
                .toList();
    }

    private void take(long after, List<ConservationStore.Row> page) {
        var told = new LinkedHashMap<Long, @Nullable JsonNode>();
        var number = after;
        for (var row : page) {
            if (row.number() != number + 1) {
                name(Law.CHAIN, "journal:" + (number + 1), "number", "" + (number + 1), "-");
            }
            number = row.number();
            count(Law.CHAIN);
            var sound = sound(row);
            switch (row.kind()) {
                case "posting.booked" -> told.put(++postings, sound ? tree(row.content()) : null);
                case "hold.reserved", "hold.released", "hold.expired" -> hold(row, sound);
                default -> {}
            }
        }
        if (!told.isEmpty()) {
            var first = told.keySet().iterator().next();
            var rows = store.entries(first, postings);
            told.forEach((posting, content) ->
                    compare(posting, content, rows.getOrDefault(posting, List.of())));
        }
    }

    /// The row after a damaged one may follow on what stands there or on what should stand there.
    private boolean sound(ConservationStore.Row row) {
        var hash = row.hashAfter(stated);
        if (!Arrays.equals(hash, row.hash()) && !Arrays.equals(stated, computed)) {
            var other = row.hashAfter(computed);
            hash = Arrays.equals(other, row.hash()) ? other : hash;
        }
        stated = row.hash();
        computed = hash;
        var sound = Arrays.equals(hash, row.hash());
        if (!sound) {
            name(
                    Law.CHAIN,
                    "journal:" + row.number(),
                    "hash",
                    HEX.formatHex(hash),
                    HEX.formatHex(row.hash()));
        }
        return sound;
    }

    private void hold(ConservationStore.Row row, boolean sound) {
        if (!sound) {
            return;
        }
        var content = tree(row.content());
        var number = content.path("hold").asLong();
        if (row.kind().equals("hold.reserved")) {
            open.put(
                    number,
                    new Hold(
                            number,
                            content.path("account").asLong(),
                            content.path("amount").asLong()));
        } else {
            open.remove(number);
        }
    }

    /// @param content null where the journal row is damaged: then the ledger's word stands
    private void compare(long posting, @Nullable JsonNode content, List<Entry> entries) {
        count(Law.LEDGER);
        count(Law.POSTINGS);
        var faults = content == null ? List.<Row>of() : differences(posting, content, entries);
        faults.forEach(fault -> add(Law.LEDGER, fault));
        var sums = new TreeMap<String, Long>();
        entries.forEach(entry -> sums.merge(entry.currency(), entry.amount(), Math::addExact));
        sums.forEach((currency, sum) -> {
            if (sum != 0 && faults.isEmpty()) {
                name(Law.POSTINGS, "posting:" + posting, currency, "0", Long.toString(sum));
            } else if (sum != 0) {
                faults.forEach(fault -> add(Law.POSTINGS, fault));
            }
        });
        if (content == null) {
            entries.forEach(entry -> posted.merge(entry.account(), entry.amount(), Math::addExact));
            return;
        }
        if (content.has("hold")) {
            open.remove(content.path("hold").asLong());
        }
        content.path("entries")
                .forEach(entry ->
                        posted.merge(
                                entry.path("account").asLong(),
                                entry.path("amount").asLong(),
                                Math::addExact));
    }

    private static List<Row> differences(long posting, JsonNode content, List<Entry> entries) {
        var faults = new ArrayList<Row>();
        var told = content.path("entries");
        for (var i = 0; i < Math.max(told.size(), entries.size()); i++) {
            var row = "entry:" + posting + "/" + (i + 1);
            if (i >= entries.size() || i >= told.size()) {
                faults.add(
                        new Row(
                                row,
                                "leg",
                                i < told.size() ? "row" : "-",
                                i < told.size() ? "-" : "row"));
                continue;
            }
            var expected = told.get(i);
            var found = entries.get(i);
            differ(faults, row, "account", expected.path("account").asText(), "" + found.account());
            differ(faults, row, "currency", expected.path("currency").asText(), found.currency());
            differ(faults, row, "amount", expected.path("amount").asText(), "" + found.amount());
            if (expected.has("balanceAfter")) {
                differ(
                        faults,
                        row,
                        "balance_after",
                        expected.path("balanceAfter").asText(),
                        "" + found.balanceAfter());
            }
        }
        return faults;
    }

    private static void differ(
            List<Row> faults, String row, String column, String expected, String found) {
        if (!expected.equals(found)) {
            faults.add(new Row(row, column, expected, found));
        }
    }

    private void holds() {
        var rows = store.openHolds();
        var numbers = new TreeSet<>(open.keySet());
        numbers.addAll(rows.keySet());
        for (var number : numbers) {
            count(Law.HOLDS);
            var expected = open.get(number);
            var found = rows.get(number);
            if (expected == null || found == null) {
                name(
                        Law.HOLDS,
                        "hold:" + number,
                        "state",
                        expected == null ? "-" : "OPEN",
                        found == null ? "-" : "OPEN");
            } else if (!expected.equals(found)) {
                name(
                        Law.HOLDS,
                        "hold:" + number,
                        expected.account() == found.account() ? "amount" : "account",
                        ""
                                + (expected.account() == found.account()
                                        ? expected.amount()
                                        : expected.account()),
                        ""
                                + (expected.account() == found.account()
                                        ? found.amount()
                                        : found.account()));
            }
        }
    }

    private void balances() {
        Map<Long, Long> reserved = new HashMap<>();
        open.values()
                .forEach(hold -> reserved.merge(hold.account(), hold.amount(), Math::addExact));
        for (var balance : store.balances()) {
            count(Law.BALANCES);
            var row = "balance:" + balance.account();
            long sum = posted.getOrDefault(balance.account(), 0L);
            if (sum != balance.posted()) {
                name(Law.BALANCES, row, "posted", "" + sum, "" + balance.posted());
            }
            long held = reserved.getOrDefault(balance.account(), 0L);
            if (held != balance.reserved()) {
                name(Law.HOLDS, row, "reserved", "" + held, "" + balance.reserved());
            }
        }
    }

    /// Explained by the balances and entries that are wrong, if any are.
    private void liabilities() {
        for (var sums : store.sums()) {
            count(Law.LIABILITIES);
            if (sums.owed() != -sums.others()) {
                var why = new ArrayList<>(namedBy(Law.BALANCES));
                why.addAll(namedBy(Law.LEDGER));
                why.removeIf(row -> row.column().equals("balance_after"));
                if (why.isEmpty()) {
                    name(
                            Law.LIABILITIES,
                            "currency:" + sums.currency(),
                            "sum",
                            "" + -sums.others(),
                            "" + sums.owed());
                }
                why.forEach(row -> add(Law.LIABILITIES, row));
            }
        }
    }

    private void name(Law law, String row, String column, String expected, String found) {
        add(law, new Row(row, column, expected, found));
    }

    private void add(Law law, Row row) {
        var rows = namedBy(law);
        if (rows.size() < MOST_NAMED && !rows.contains(row)) {
            rows.add(row);
        }
    }

    private List<Row> namedBy(Law law) {
        return named.computeIfAbsent(law, _ -> new ArrayList<>());
    }

    private void count(Law law) {
        looked.merge(law, 1L, Long::sum);
    }

    private static JsonNode tree(String content) {
        return Json.tree(content.getBytes(StandardCharsets.UTF_8));
    }
}
