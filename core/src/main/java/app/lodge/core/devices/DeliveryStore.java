package app.lodge.core.devices;

import app.lodge.core.books.Committed;
import app.lodge.core.books.Question;
import app.lodge.core.devices.FieldBooks.Desired;
import app.lodge.core.devices.FieldBooks.ListStand;
import java.util.Comparator;
import java.util.List;

/// What is asked each time that something goes out to a device: a block asks it of a thousand devices at once.
final class DeliveryStore {

    static final Question<ListStand> STANDS =
            new Question<>(
                    "select list, version, confirmed_version from list_state where device_id = ?",
                    row -> new ListStand(row.getString(1), row.getLong(2), row.getLong(3)));

    private record Reach(long version, long purged) {}

    private static final Question<Reach> REACH =
            new Question<>(
                    "select version, purged_version from list_state where device_id = ? and list = ?",
                    row -> new Reach(row.getLong(1), row.getLong(2)));

    private static final Question<ListDelta.Entry> ADDED =
            new Question<>(
                    "select credential, content from list_entry where device_id = ? and list = ?"
                            + " and since_version > ? and removed_version is null order by credential",
                    row -> ListStore.entry(row.getString(1), row.getString(2)));

    private static final Question<String> REMOVED =
            new Question<>(
                    "select distinct gone.credential from list_entry gone"
                            + " where gone.device_id = ? and gone.list = ? and gone.removed_version > ?"
                            + " and not exists (select 1 from list_entry live"
                            + " where live.device_id = gone.device_id and live.list = gone.list"
                            + " and live.credential = gone.credential and live.removed_version is null)"
                            + " order by gone.credential",
                    row -> row.getString(1));

    private static final Question<Desired> DESIRED =
            new Question<>(
                    "select version, content from device_config where device_id = ?"
                            + " order by version desc limit 1",
                    row -> new Desired(row.getInt(1), DeviceStore.config(row.getString(2))));

    private DeliveryStore() {}

    /// In the order of delivery: a block goes out first.
    static List<ListStand> lists(Committed books, DeviceId id) {
        return books.all(STANDS, id.number()).stream()
                .sorted(Comparator.comparing(one -> !one.name().equals(ListStore.BLOCK)))
                .toList();
    }

    /// The version is read first: what is written meanwhile comes with the next one once more.
    static ListDelta delta(Committed books, DeviceId id, String list, long base) {
        var reach = books.find(REACH, id.number(), list).orElse(new Reach(0, 0));
        var from = base < reach.purged || base > reach.version ? 0 : base;
        var add = books.all(ADDED, id.number(), list, from);
        var remove = from == 0 ? List.<String>of() : books.all(REMOVED, id.number(), list, from);
        return new ListDelta(list, reach.version, from, add, remove);
    }

    /// @throws IllegalArgumentException if there is no such device
    static Desired desired(Committed books, DeviceId id) {
        return books.find(DESIRED, id.number()).orElseThrow(() -> BookedField.unknown(id));
    }
}
