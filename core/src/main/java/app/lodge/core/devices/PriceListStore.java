package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.LIST_ENTRY;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.ListStore.Place;
import app.lodge.core.doors.Json;
import app.lodge.core.products.Offer;
import app.lodge.core.products.PriceBook;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

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
        var before = ListStore.present(tx.sql(), id, ListStore.PRICE);
        var wanted = new HashMap<String, @Nullable String>();
        before.keySet().forEach(price -> wanted.put(price, null));
        book.at(id.number(), tx.now())
                .forEach(offer ->
                        wanted.put(Long.toString(offer.id()), Json.text(offer, Offer.class)));
        if (wanted.isEmpty()) {
            return false;
        }
        var version = ListStore.version(tx.sql(), id, ListStore.PRICE);
        if (version == 0) {
            ListStore.begin(tx, id, ListStore.PRICE);
            version = ListStore.EMPTY;
        }
        return ListVersionStore.move(
                tx, new Place(id.number(), ListStore.PRICE), version, wanted, before);
    }

    static PriceDelta delta(DSLContext sql, DeviceId id, long base, ZoneId zone) {
        var version = ListStore.version(sql, id, ListStore.PRICE);
        var from = base < ListStore.purged(sql, id, ListStore.PRICE) || base > version ? 0 : base;
        var mine = LIST_ENTRY.DEVICE_ID.eq(id.number()).and(LIST_ENTRY.LIST.eq(ListStore.PRICE));
        var add =
                sql.select(LIST_ENTRY.CONTENT)
                        .from(LIST_ENTRY)
                        .where(
                                mine,
                                LIST_ENTRY.SINCE_VERSION.gt(from),
                                LIST_ENTRY.REMOVED_VERSION.isNull())
                        .orderBy(LIST_ENTRY.SINCE_VERSION, LIST_ENTRY.CREDENTIAL)
                        .fetch(row -> Json.read(row.value1(), Offer.class));
        var present = ListStore.present(sql, id, ListStore.PRICE).keySet();
        var remove =
                from == 0
                        ? List.<Long>of()
                        : sql
                                .selectDistinct(LIST_ENTRY.CREDENTIAL)
                                .from(LIST_ENTRY)
                                .where(mine, LIST_ENTRY.REMOVED_VERSION.gt(from))
                                .fetch(LIST_ENTRY.CREDENTIAL)
                                .stream()
                                .filter(price -> !present.contains(price))
                                .map(Long::valueOf)
                                .sorted()
                                .toList();
        return new PriceDelta(version, from, zone, add, remove);
    }
}
