package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.LIST_ENTRY;

import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.products.Offer;
import app.lodge.core.products.PriceBook;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.jooq.DSLContext;

/// Payment points' lists of prices (ID-62): every price that holds or will, with its moments, so that a
/// point without a network changes its prices by itself. A point has none until a price list names it.
final class PriceListStore {

    private PriceListStore() {}

    /// Brings the prices to the given devices' lists.
    ///
    /// @return names of the devices whose lists changed
    static List<String> refresh(Tx tx, PriceBook book, Collection<FieldDevice> devices) {
        var changed = new ArrayList<String>();
        for (var device : devices) {
            if (device.kind() == DeviceKind.PAYMENT_POINT && refresh(tx, book, device.id())) {
                changed.add(device.name());
            }
        }
        return changed;
    }

    private static boolean refresh(Tx tx, PriceBook book, DeviceId id) {
        var entries = new HashMap<String, String>();
        book.at(id.number(), tx.now())
                .forEach(offer ->
                        entries.put(Long.toString(offer.id()), Json.text(offer, Offer.class)));
        return WholeListStore.replace(tx, id, ListStore.PRICE, entries);
    }

    static PriceDelta delta(DSLContext sql, DeviceId id, long base, ZoneId zone) {
        var version = ListStore.version(sql, id, ListStore.PRICE);
        var from = WholeListStore.from(sql, id, ListStore.PRICE, base, version);
        var add =
                sql.select(LIST_ENTRY.CONTENT)
                        .from(LIST_ENTRY)
                        .where(WholeListStore.added(id, ListStore.PRICE, from))
                        .orderBy(LIST_ENTRY.SINCE_VERSION, LIST_ENTRY.CREDENTIAL)
                        .fetch(row -> Json.read(row.value1(), Offer.class));
        var remove = WholeListStore.removed(sql, id, ListStore.PRICE, from, Long::valueOf);
        return new PriceDelta(version, from, zone, add, remove);
    }
}
