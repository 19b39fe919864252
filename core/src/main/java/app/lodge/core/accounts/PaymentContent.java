package app.lodge.core.accounts;

import app.lodge.core.accounts.Payments.Ask;
import app.lodge.core.accounts.Payments.PaymentEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a device asked for or reported, as it is hashed to tell a repeat from a mistake.
final class PaymentContent {

    private PaymentContent() {}

    static Map<String, ?> of(Ask ask) {
        return with(
                ask.costCentre(),
                Map.of(
                        "credential", ask.credential().hex(),
                        "amount", ask.amount().minor(),
                        "currency", ask.amount().currency().getCurrencyCode(),
                        "at", ask.at().toString()));
    }

    static Map<String, ?> of(PaymentEvent event) {
        return with(
                event.costCentre(),
                event.sold(),
                Map.of(
                        "ask", event.askId(),
                        "credential", event.credential().hex(),
                        "amount", event.amount().minor(),
                        "currency", event.amount().currency().getCurrencyCode(),
                        "at", event.at().toString()));
    }

    private static Map<String, ?> with(String costCentre, Map<String, Object> content) {
        return with(costCentre, Sold.NOTHING_SAID, content);
    }

    /// Content without a centre, or lines, hashes as it did before there were any.
    private static Map<String, ?> with(String costCentre, Sold sold, Map<String, Object> content) {
        var more = new HashMap<>(content);
        if (!costCentre.isEmpty()) {
            more.put("costCentre", costCentre);
        }
        if (!sold.lines().isEmpty()) {
            more.put("priceList", sold.priceList());
            more.put(
                    "lines",
                    sold.lines().stream()
                            .map(line -> List.of(line.product(), line.quantity(), line.price()))
                            .toList());
        }
        return more;
    }
}
