package app.lodge.core.conservation;

import app.lodge.core.conservation.Conservation.Row;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What lies in each kiosk and phone is what its events put there (ID-30, ID-32): in money, as its account
/// has it; in pieces, denomination by denomination; and what lies in bags is what was emptied and not
/// counted yet.
///
/// The journal tells each event and each count. Where a device's own row is wrong, only that is named.
final class KioskLaw {

    /// A device's event with cash, of the journal or of the books.
    ///
    /// @param amount into the device, in minor units
    /// @param posting 0 for none
    /// @param pieces by denomination
    record Cash(long account, String currency, long amount, long posting, Map<Long, Long> pieces) {}

    record Key(long device, long seq) {}

    record Place(long device, String currency, long denomination) {}

    /// @param seq 0 as long as the device has not told of it
    /// @param told and `counted`: null as long as nobody has said
    /// @param lines pieces by denomination
    record Bag(
            long number,
            Key event,
            String currency,
            @Nullable Long told,
            @Nullable Long counted,
            Map<Long, Long> lines) {}

    private record Counted(long amount, Map<Long, Long> lines) {}

    /// By posting: what it put into which device, and into bags.
    private final Map<Long, Map<Long, Long>> moved = new TreeMap<>();

    private final Map<String, Long> intoBags = new TreeMap<>();
    private final Map<Key, Cash> told = new HashMap<>();
    private final Map<Long, Counted> counts = new HashMap<>();
    private boolean damaged;

    /// @param devices accounts of kiosks and phones
    /// @param bags accounts of cash that has left them
    void take(Told posting, Set<Long> devices, Set<Long> bags) {
        for (var line : posting.lines()) {
            if (devices.contains(line.account())) {
                moved.computeIfAbsent(posting.posting(), _ -> new TreeMap<>())
                        .put(line.account(), -line.amount());
            }
            if (bags.contains(line.account())) {
                intoBags.merge(line.currency(), -line.amount(), Math::addExact);
            }
        }
    }

    /// @param subject `device:3`
    /// @param content null where the journal's row is damaged
    void take(String kind, String subject, @Nullable JsonNode content) {
        if (content == null) {
            damaged = true;
            return;
        }
        var device = Long.parseLong(subject.substring(subject.indexOf(':') + 1));
        var pieces = pieces(content);
        if (kind.equals("kiosk.cash")) {
            told.put(
                    new Key(device, content.path("seq").asLong()),
                    new Cash(
                            content.path("account").asLong(),
                            content.path("currency").asText(),
                            content.path("amount").asLong(),
                            content.path("posting").asLong(),
                            pieces));
        } else {
            counts.put(
                    content.path("emptying").asLong(),
                    new Counted(content.path("counted").asLong(), pieces));
        }
    }

    private static Map<Long, Long> pieces(JsonNode content) {
        var pieces = new TreeMap<Long, Long>();
        content.path("pieces")
                .properties()
                .forEach(one -> pieces.put(Long.parseLong(one.getKey()), one.getValue().asLong()));
        return pieces;
    }

    List<Row> faults(Map<Key, Cash> rows, Map<Place, Long> content, List<Bag> bags) {
        var faults = new ArrayList<Row>();
        events(rows, faults);
        lying(rows, content, faults);
        bags.forEach(bag -> counted(bag, rows, faults));
        if (faults.isEmpty() && !damaged) {
            postings(rows, faults);
            inBags(bags, faults);
        }
        return faults;
    }

    private void events(Map<Key, Cash> rows, List<Row> faults) {
        var keys = new HashSet<>(rows.keySet());
        keys.addAll(told.keySet());
        for (var key : keys) {
            var row = "kiosk-cash:%d/%d".formatted(key.device(), key.seq());
            var says = told.get(key);
            var found = rows.get(key);
            if (found == null) {
                faults.add(new Row(row, "row", "row", "-"));
            } else if (says != null) {
                differ(faults, row, "account_id", says.account(), found.account());
                differ(faults, row, "amount", says.amount(), found.amount());
                differ(faults, row, "posting_id", says.posting(), found.posting());
                pieces(faults, "kiosk-piece:" + key.device() + "/" + key.seq(), says, found);
            } else if (!damaged) {
                faults.add(new Row(row, "row", "-", "row"));
            }
        }
    }

    private static void pieces(List<Row> faults, String event, Cash says, Cash found) {
        denominations(says.pieces(), found.pieces())
                .forEach(one ->
                        differ(
                                faults,
                                event + "/" + one,
                                "pieces",
                                says.pieces().getOrDefault(one, 0L),
                                found.pieces().getOrDefault(one, 0L)));
    }

    /// The sum of all events, by what is believed of each.
    private void lying(Map<Key, Cash> rows, Map<Place, Long> content, List<Row> faults) {
        var sums = new HashMap<Place, Long>();
        rows.forEach((key, row) -> {
            var believed = told.getOrDefault(key, row);
            believed.pieces()
                    .forEach((one, number) ->
                            sums.merge(
                                    new Place(key.device(), believed.currency(), one),
                                    number,
                                    Math::addExact));
        });
        var places = new HashSet<>(content.keySet());
        places.addAll(sums.keySet());
        for (var place : places) {
            differ(
                    faults,
                    "kiosk-content:%d/%s/%d"
                            .formatted(place.device(), place.currency(), place.denomination()),
                    "pieces",
                    sums.getOrDefault(place, 0L),
                    content.getOrDefault(place, 0L));
        }
    }

    private void counted(Bag bag, Map<Key, Cash> rows, List<Row> faults) {
        var row = "kiosk-emptying:" + bag.number();
        var emptied = told.getOrDefault(bag.event(), rows.get(bag.event()));
        if (bag.told() != null && emptied != null) {
            differ(faults, row, "told", -emptied.amount(), bag.told());
        }
        var count = counts.get(bag.number());
        if (count == null) {
            return;
        }
        differ(faults, row, "counted", count.amount(), bag.counted() == null ? -1 : bag.counted());
        denominations(count.lines(), bag.lines())
                .forEach(one ->
                        differ(
                                faults,
                                "kiosk-count-line:%d/%d".formatted(bag.number(), one),
                                "pieces",
                                count.lines().getOrDefault(one, 0L),
                                bag.lines().getOrDefault(one, 0L)));
    }

    /// Each posting that moved a device's account is one of its events, and moved what the event says.
    private void postings(Map<Key, Cash> rows, List<Row> faults) {
        var open = new TreeMap<Long, Map<Long, Long>>();
        moved.forEach((posting, accounts) -> open.put(posting, new TreeMap<>(accounts)));
        rows.forEach((key, cash) -> {
            var row = "kiosk-cash:%d/%d".formatted(key.device(), key.seq());
            var put = open.getOrDefault(cash.posting(), Map.of()).get(cash.account());
            if (cash.posting() != 0 && !Objects.equals(put, cash.amount())) {
                faults.add(
                        new Row(row, "amount", put == null ? "-" : "" + put, "" + cash.amount()));
            }
            open.remove(cash.posting());
        });
        open.forEach((posting, accounts) ->
                accounts.forEach((account, amount) ->
                        faults.add(new Row("posting:" + posting, "kiosk-cash", "" + amount, "-"))));
    }

    private void inBags(List<Bag> bags, List<Row> faults) {
        var waiting = new TreeMap<String, Long>();
        for (var bag : bags) {
            var in = bag.counted() == null && bag.told() != null ? bag.told() : 0L;
            var out = bag.told() == null && bag.counted() != null ? bag.counted() : 0L;
            waiting.merge(bag.currency(), in - out, Math::addExact);
        }
        var currencies = new TreeSet<>(waiting.keySet());
        currencies.addAll(intoBags.keySet());
        currencies.forEach(currency ->
                differ(
                        faults,
                        "kiosk-bags:" + currency,
                        "sum",
                        intoBags.getOrDefault(currency, 0L),
                        waiting.getOrDefault(currency, 0L)));
    }

    private static Set<Long> denominations(Map<Long, Long> one, Map<Long, Long> other) {
        var all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        return all;
    }

    private static void differ(
            List<Row> faults, String row, String column, long expected, long found) {
        if (expected != found) {
            faults.add(new Row(row, column, "" + expected, "" + found));
        }
    }
}
