package app.lodge.core.conservation;

import app.lodge.core.books.Chain;
import app.lodge.core.conservation.Conservation.Check;
import app.lodge.core.conservation.Conservation.Law;
import app.lodge.core.conservation.Conservation.Row;
import app.lodge.core.conservation.ConservationStore.Entry;
import app.lodge.core.conservation.ConservationStore.Header;
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
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One look at all the books, from the journal's first row on. A journal row with its hash is believed; a
/// ledger row that says otherwise is named; where the journal row itself is damaged, only that is.
final class Look {

    private static final int ROWS_AT_ONCE = 2_000;
    private static final int MOST_NAMED = 100;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final ConservationStore store;
    private final SideBooksStore beside;
    private final RollupLaw rollups = new RollupLaw();
    private final DrawerLaw drawers = new DrawerLaw();
    private final KioskBooksStore atKiosks;
    private final KioskLaw kiosks = new KioskLaw();
    private final Set<Long> kioskAccounts;
    private final Set<Long> bagAccounts;
    private final CentreLaw centres;
    private final Set<Long> drawerAccounts;
    private final Map<Law, List<Row>> named = new EnumMap<>(Law.class);
    private final Map<Law, Long> looked = new EnumMap<>(Law.class);
    private final Map<Long, Long> posted = new HashMap<>();
    private final HoldLaw holds = new HoldLaw();
    private byte[] stated = Chain.START;
    private byte[] computed = Chain.START;
    private long postings;

    Look(ConservationStore store, SideBooksStore beside, KioskBooksStore atKiosks) {
        this.store = store;
        this.beside = beside;
        this.atKiosks = atKiosks;
        this.kioskAccounts = atKiosks.devices();
        this.bagAccounts = atKiosks.bagAccounts();
        this.centres = new CentreLaw(beside.centreOfAccount());
        this.drawerAccounts = beside.drawers();
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
        drawers.faults(beside.shifts(), beside.carried(), beside.sheets())
                .forEach(fault -> add(Law.CASH_DESKS, fault));
        kiosks.faults(atKiosks.cash(), atKiosks.content(), atKiosks.bags())
                .forEach(fault -> add(Law.KIOSKS, fault));
        centres.faults(beside.charges(), beside.uses())
                .forEach(fault -> add(Law.COST_CENTRES, fault));
        rollups.faults(beside.rollups()).forEach(fault -> add(Law.ROLLUPS, fault));
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
                case "hold.reserved", "hold.released", "hold.expired" ->
                        holds.take(row.kind(), sound ? tree(row.content()) : null);
                case "kiosk.cash", "kiosk.counted" -> {
                    count(Law.KIOSKS);
                    kiosks.take(row.kind(), row.subject(), sound ? tree(row.content()) : null);
                }
                default -> {
                    if (row.kind().startsWith("cash-shift.")) {
                        drawers.take(
                                row.kind(),
                                row.subject(),
                                sound ? tree(row.content()) : null,
                                postings);
                    }
                }
            }
        }
        if (!told.isEmpty()) {
            var first = told.keySet().iterator().next();
            var rows = store.entries(first, postings);
            var headers = store.headers(first, postings);
            told.forEach((posting, content) ->
                    compare(
                            posting,
                            content,
                            headers.get(posting),
                            rows.getOrDefault(posting, List.of())));
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

    /// @param content null where the journal row is damaged: then the ledger's word stands
    private void compare(
            long posting,
            @Nullable JsonNode content,
            @Nullable Header header,
            List<Entry> entries) {
        count(Law.LEDGER);
        count(Law.POSTINGS);
        if (content != null) {
            LedgerDifferences.ofHeader(posting, content, header)
                    .forEach(fault -> add(Law.LEDGER, fault));
        }
        beside(posting, content, header, entries);
        var faults =
                content == null
                        ? List.<Row>of()
                        : LedgerDifferences.ofEntries(posting, content, entries);
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
            if (header != null) {
                holds.captured(header.hold());
            }
            return;
        }
        if (content.has("hold")) {
            holds.captured(content.path("hold").asLong());
        }
        content.path("entries")
                .forEach(entry ->
                        posted.merge(
                                entry.path("account").asLong(),
                                entry.path("amount").asLong(),
                                Math::addExact));
    }

    /// What follows from a posting beside the ledger follows from what is believed of it.
    private void beside(
            long posting,
            @Nullable JsonNode content,
            @Nullable Header header,
            List<Entry> entries) {
        List.of(Law.CASH_DESKS, Law.COST_CENTRES, Law.ROLLUPS).forEach(this::count);
        Told.of(posting, content, header, entries)
                .ifPresent(told -> {
                    rollups.take(told);
                    centres.take(told);
                    drawers.take(told, drawerAccounts);
                    kiosks.take(told, kioskAccounts, bagAccounts);
                });
    }

    private void holds() {
        var rows = store.openHolds();
        looked.merge(Law.HOLDS, (long) holds.asked(rows), Long::sum);
        holds.faults(rows).forEach(fault -> add(Law.HOLDS, fault));
    }

    private void balances() {
        var reserved = holds.reserved();
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
