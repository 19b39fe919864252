package app.lodge.core.accounts;

import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The tax code that each payment point is configured with (`tax.code`), read once and again after
/// the point is configured anew.
final class PointTaxes {

    private final TaxStore store = new TaxStore();
    private final Map<Long, String> codes = new ConcurrentHashMap<>();

    PointTaxes(Books books) {
        books.changes()
                .listen(facts -> {
                    if (facts.stream().anyMatch(fact -> fact.kind().equals("device.configured"))) {
                        codes.clear();
                    }
                });
    }

    /// The split of what a payment point took. A code that the rules no longer know counts as 0 %, and
    /// keeps its name for whoever looks.
    List<TaxLine> split(Tx tx, long device, Money amount, Map<String, Integer> rates) {
        var code = code(tx, device);
        return code.isEmpty()
                ? List.of()
                : List.of(TaxLine.within(code, rates.getOrDefault(code, 0), amount.minor()));
    }

    /// @return empty for none
    String code(Tx tx, long device) {
        return codes.computeIfAbsent(device, number -> store.codeOf(tx.sql(), number));
    }
}
