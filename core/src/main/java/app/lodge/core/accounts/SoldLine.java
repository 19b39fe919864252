package app.lodge.core.accounts;

import app.lodge.core.accounts.Wares.Remark;
import java.util.Map;

/// A line of what was sold, as it is booked.
///
/// @param tax within it, in minor units
record SoldLine(Sold.Line line, long listVersion, long tax, Remark remark) {

    Map<String, Object> forJournal() {
        return Map.of(
                "product", line.product(),
                "quantity", line.quantity(),
                "price", line.price(),
                "list", listVersion,
                "remark", remark.name());
    }
}
