package app.lodge.core.conservation;

import app.lodge.core.conservation.Conservation.Row;
import app.lodge.core.conservation.ConservationStore.Hold;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The holds that are open are those that the journal tells of and of whose end it does not.
final class HoldLaw {

    private final Map<Long, Hold> open = new TreeMap<>();

    /// Damaged journal rows about holds: each explains one hold that is not as expected.
    private int unbelieved;

    /// @param kind `hold.reserved`, `hold.released` or `hold.expired`
    /// @param content null where the journal's row is damaged
    void take(String kind, @Nullable JsonNode content) {
        if (content == null) {
            unbelieved++;
            return;
        }
        var number = content.path("hold").asLong();
        if (kind.equals("hold.reserved")) {
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

    /// @param hold that a posting captured; 0 for none
    void captured(long hold) {
        open.remove(hold);
    }

    /// Where damaged journal rows explain what differs, the ledger's word stands.
    ///
    /// @param rows the open holds as the ledger has them
    List<Row> faults(Map<Long, Hold> rows) {
        var numbers = new TreeSet<>(open.keySet());
        numbers.addAll(rows.keySet());
        var faults = new ArrayList<Row>();
        for (var number : numbers) {
            var expected = open.get(number);
            var found = rows.get(number);
            var row = "hold:" + number;
            if (expected == null || found == null) {
                faults.add(
                        new Row(
                                row,
                                "state",
                                expected == null ? "-" : "OPEN",
                                found == null ? "-" : "OPEN"));
            } else if (expected.account() != found.account()) {
                faults.add(new Row(row, "account", "" + expected.account(), "" + found.account()));
            } else if (expected.amount() != found.amount()) {
                faults.add(new Row(row, "amount", "" + expected.amount(), "" + found.amount()));
            }
        }
        if (faults.size() <= unbelieved) {
            open.clear();
            open.putAll(rows);
            return List.of();
        }
        return faults;
    }

    /// By account.
    Map<Long, Long> reserved() {
        Map<Long, Long> reserved = new HashMap<>();
        open.values()
                .forEach(hold -> reserved.merge(hold.account(), hold.amount(), Math::addExact));
        return reserved;
    }

    /// @return how many holds the law is asked of
    int asked(Map<Long, Hold> rows) {
        var numbers = new TreeSet<>(open.keySet());
        numbers.addAll(rows.keySet());
        return numbers.size();
    }
}
