package app.lodge.bridge.delivery;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.FieldLink;
import app.lodge.bridge.link.Topics;
import app.lodge.bridge.link.Up;
import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceDuty;
import app.lodge.core.devices.DeviceRight;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.devices.FieldDevice;
import app.lodge.core.devices.ListDelta;
import app.lodge.core.devices.PinDelta;
import app.lodge.core.devices.PriceDelta;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Brings every device to what it must hold (ID-10, ID-39, ID-42). A block goes out first.
///
/// What a device holds is what it reported, nothing else; what was sent and not yet confirmed is sent
/// again after a while, from the confirmed version on. Called on the device's own lane.
public final class Delivery {

    /// A device that has not confirmed in this time gets it again.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FieldBooks books;
    private final InstantSource clock;
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();

    private record Sent(long version, long base, Instant at) {}

    public Delivery(FieldBooks books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
    }

    /// A device said what it holds: note it, then push what is missing.
    public void reported(FieldLink link, FieldDevice device, Up.Reported report) {
        books.reported(
                Actor.device(device.id().number(), device.name()),
                device.id(),
                new FieldBooks.Report(
                        report.version(), report.config(), report.errors(), report.lists()));
        push(link, device, report.whole());
        desire(link, device, report);
    }

    /// A device connected: it may hold anything.
    public void greeted(FieldDevice device) {
        sent.keySet().removeIf(key -> key.startsWith(device.name() + '/'));
    }

    /// Pushes the lists that the device has not confirmed yet.
    public void push(FieldLink link, FieldDevice device, Collection<String> fromTheBeginning) {
        for (var list : books.lists(device.id())) {
            push(link, device, list, fromTheBeginning.contains(list.name()));
        }
    }

    /// Pushes the block list alone: where many devices wait for their lists, a block is at all of them
    /// before the first gets anything else.
    public void pushBlocks(FieldLink link, FieldDevice device) {
        for (var list : books.lists(device.id())) {
            if (list.name().equals(Topics.BLOCK)) {
                push(link, device, list, false);
            }
        }
    }

    private void push(
            FieldLink link, FieldDevice device, FieldBooks.ListStand list, boolean whole) {
        if (list.confirmed() == list.version() && !whole) {
            return;
        }
        var base = whole ? 0 : list.confirmed();
        var key = device.name() + '/' + list.name();
        var before = sent.get(key);
        var now = clock.instant();
        if (before == null
                || before.version() != list.version()
                || before.base() > base
                || !now.isBefore(before.at().plus(PATIENCE))) {
            sent.put(key, send(link, device, list.name(), base, now));
        }
    }

    private Sent send(FieldLink link, FieldDevice device, String list, long base, Instant now) {
        if (list.equals(Topics.PRICES)) {
            var delta = books.prices(device.id(), base);
            link.push(device.name(), Topics.LIST + list, message(delta));
            return new Sent(delta.version(), delta.base(), now);
        }
        if (list.equals(Topics.PINS)) {
            var delta = books.pins(device.id(), base);
            link.push(device.name(), Topics.LIST + list, message(delta));
            return new Sent(delta.version(), delta.base(), now);
        }
        var delta = books.delta(device.id(), list, base);
        link.push(device.name(), Topics.LIST + list, message(delta));
        return new Sent(delta.version(), delta.base(), now);
    }

    /// Pushes the whole desired configuration, for the broker to keep as well.
    public void desire(FieldLink link, FieldDevice device) {
        var desired = books.desired(device.id());
        link.pushRetained(
                device.name(),
                Topics.DESIRED,
                Down.Desired.whole(desired.version(), desired.config()));
    }

    /// A device that reports an older version gets what changed since, or the whole if it asks for that
    /// or holds something that the books never gave it. What was sent is not sent again at once.
    private void desire(FieldLink link, FieldDevice device, Up.Reported report) {
        var desired = books.desired(device.id());
        var whole = report.whole().contains(Topics.WHOLE_DESIRED);
        if (report.version() >= desired.version() && !whole) {
            return;
        }
        var key = device.name() + "/desired";
        var before = sent.get(key);
        var now = clock.instant();
        if (!whole
                && before != null
                && before.version() == desired.version()
                && before.base() == report.version()
                && now.isBefore(before.at().plus(PATIENCE))) {
            return;
        }
        sent.put(key, new Sent(desired.version(), report.version(), now));
        if (whole || !books.gave(device.id(), report.version(), report.config())) {
            desire(link, device);
        } else {
            link.push(
                    device.name(),
                    Topics.DESIRED,
                    Down.Desired.change(
                            report.version(),
                            report.config(),
                            desired.version(),
                            desired.config()));
        }
    }

    private static Down.ListDelta message(ListDelta delta) {
        List<Down.Entry> add =
                delta.add().stream()
                        .map(entry ->
                                new Down.Entry(
                                        entry.credential(),
                                        entry.compartments(),
                                        entry.groups().isEmpty() ? null : entry.groups(),
                                        user(entry.user())))
                        .toList();
        return new Down.ListDelta(delta.version(), delta.base(), add, delta.remove());
    }

    private static Down.@Nullable User user(@Nullable DeviceRight right) {
        return right == null
                ? null
                : new Down.User(
                        right.may().stream().map(DeviceDuty::word).toList(),
                        right.from(),
                        right.until());
    }

    private static Down.PinDelta message(PinDelta delta) {
        return new Down.PinDelta(
                delta.version(),
                delta.base(),
                delta.add().stream()
                        .map(one -> new Down.Pin(one.compartment(), one.digest()))
                        .toList(),
                delta.remove());
    }

    private static Down.PriceDelta message(PriceDelta delta) {
        return new Down.PriceDelta(
                delta.version(), delta.base(), delta.zone().getId(), delta.add(), delta.remove());
    }
}
