package app.lodge.bridge.virtual;

import app.lodge.core.accounts.Sold;
import app.lodge.core.products.Offer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What somebody buys: an amount that was keyed in, or products by their prices of the moment.
///
/// @param costCentre chosen by the payer; empty for the default
/// @param priceList version of the prices; 0 for none
record Basket(String costCentre, long priceList, List<Line> lines) {

    record Line(Offer offer, int quantity) {}

    Basket {
        lines = List.copyOf(lines);
    }

    static Basket amountOnly(String costCentre) {
        return new Basket(costCentre, 0, List.of());
    }

    long minor() {
        return lines.stream().mapToLong(line -> line.offer().minor() * line.quantity()).sum();
    }

    /// A choice stands in a message only where there was one, lines only in what happened.
    Map<String, Object> asked(Map<String, ?> content) {
        var all = new TreeMap<String, Object>(content);
        if (!costCentre.isEmpty()) {
            all.put("costCentre", costCentre);
        }
        return all;
    }

    Map<String, Object> paid(Map<String, ?> content) {
        var all = new TreeMap<>(asked(content));
        if (!lines.isEmpty()) {
            all.put("priceList", priceList);
            all.put("lines", lines.stream().map(Basket::line).toList());
        }
        return all;
    }

    private static Sold.Line line(Line line) {
        return new Sold.Line(line.offer().product(), line.quantity(), line.offer().minor());
    }
}
