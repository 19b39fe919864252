package app.lodge.desktop.stock;

import app.lodge.core.stock.Stock.DeliveryStanding;
import app.lodge.core.stock.Stock.Standing;
import app.lodge.desktop.stock.StockViewModel.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The share of bad cards by supplier and batch (CHAIN-51).
final class Shares {

    private Shares() {}

    static List<Share> of(Standing standing) {
        var bySupplier = new TreeMap<String, List<DeliveryStanding>>(String.CASE_INSENSITIVE_ORDER);
        standing.deliveries()
                .forEach(one ->
                        bySupplier
                                .computeIfAbsent(one.delivery().supplier(), _ -> new ArrayList<>())
                                .add(one));
        var all = new ArrayList<Share>();
        bySupplier.forEach((supplier, deliveries) -> {
            var reasons = new TreeMap<String, Integer>();
            deliveries.forEach(
                    one -> one.bad().forEach((why, bad) -> reasons.merge(why, bad, Integer::sum)));
            all.add(
                    new Share(
                            supplier,
                            "",
                            "",
                            deliveries.stream().mapToInt(one -> one.delivery().pieces()).sum(),
                            sum(reasons),
                            Map.copyOf(reasons)));
            deliveries.forEach(one ->
                    all.add(
                            new Share(
                                    supplier,
                                    one.delivery().batch().isEmpty()
                                            ? Long.toString(one.delivery().id())
                                            : one.delivery().batch(),
                                    one.delivery().blank().name(),
                                    one.delivery().pieces(),
                                    sum(one.bad()),
                                    one.bad())));
        });
        return all;
    }

    private static int sum(Map<String, Integer> reasons) {
        return reasons.values().stream().mapToInt(Integer::intValue).sum();
    }
}
