package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.Topics;
import app.lodge.core.doors.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a device is given, settings and lists: it keeps what fits, asks for the whole of what does not, and
/// reports what it holds.
final class Keeping {

    private final DeviceFolder folder;
    private final FaultyLink link;
    private Held held;

    Keeping(DeviceFolder folder, FaultyLink link) throws IOException {
        this.folder = folder;
        this.link = link;
        this.held = folder.held();
    }

    synchronized Held held() {
        return held;
    }

    /// A change at the device's own panel holds at once.
    synchronized void set(String setting, String value) {
        hold(held.with(setting, value));
        report(List.of());
    }

    synchronized void take(Down.Desired desired) {
        if (desired.version() <= held.version()) {
            report(List.of());
        } else if (held.fits(desired)) {
            hold(held.with(desired));
            report(List.of());
        } else {
            report(List.of(Topics.WHOLE_DESIRED));
        }
    }

    synchronized void take(String name, Down.ListDelta delta) {
        if (!held.fits(name, delta)) {
            report(List.of(name));
            return;
        }
        if (delta.version() > held.list(name).version() || delta.base() == 0) {
            hold(held.with(name, delta));
        }
        report(List.of());
    }

    synchronized void take(Down.PriceDelta delta) {
        if (!held.prices().fits(delta)) {
            report(List.of(Topics.PRICES));
            return;
        }
        hold(held.with(held.prices().with(delta)));
        report(List.of());
    }

    synchronized void take(Down.PinDelta delta) {
        if (!held.pins().fits(delta)) {
            report(List.of(Topics.PINS));
            return;
        }
        hold(held.with(held.pins().with(delta)));
        report(List.of());
    }

    /// @param whole names of what is to come from the beginning
    synchronized void report(List<String> whole) {
        var report = new TreeMap<String, Object>();
        report.put("version", held.version());
        report.put("config", held.config());
        report.put("errors", List.of());
        report.put("lists", held.versions());
        report.put("whole", whole);
        link.publish(Topics.REPORTED, Json.bytes(report, Map.class), true);
    }

    private void hold(Held next) {
        try {
            folder.write(next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        held = next;
    }
}
