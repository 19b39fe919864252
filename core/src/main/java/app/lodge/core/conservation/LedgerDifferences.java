package app.lodge.core.conservation;

import app.lodge.core.conservation.Conservation.Row;
import app.lodge.core.conservation.ConservationStore.Entry;
import app.lodge.core.conservation.ConservationStore.Header;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the ledger's rows of one posting say something else than the journal.
final class LedgerDifferences {

    private LedgerDifferences() {}

    static List<Row> ofHeader(long posting, JsonNode content, @Nullable Header header) {
        var faults = new ArrayList<Row>();
        var row = "posting:" + posting;
        if (header == null) {
            faults.add(new Row(row, "row", "row", "-"));
            return faults;
        }
        differ(faults, row, "kind", content.path("kind").asText(), header.kind());
        differ(
                faults,
                row,
                "business_date",
                content.path("businessDate").asText(),
                header.day().toString());
        differ(
                faults,
                row,
                "device_id",
                "" + Told.device(content, header.device()),
                "" + header.device());
        return faults;
    }

    static List<Row> ofEntries(long posting, JsonNode content, List<Entry> entries) {
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
}
