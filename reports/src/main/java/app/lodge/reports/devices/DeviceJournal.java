package app.lodge.reports.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceView;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.Devices.EventRow;
import app.lodge.reports.parameters.Given;
import app.lodge.reports.parameters.Period;
import app.lodge.reports.parameters.Scroll;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Listing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// What one field device did, in the order of its own numbers (ID-53).
///
/// The period counts by the device's time.
public final class DeviceJournal {

    /// How far a device's clock may have been off: reading goes on this long before the period.
    private static final Duration CLOCK_DOUBT = Duration.ofDays(1);

    private final Devices devices;

    public DeviceJournal(Devices devices) {
        this.devices = devices;
    }

    /// @param most rows at most; with more the list is cut one row later, so that the caller sees it
    public Listing list(Actor actor, Given given, Letterhead head, int most) {
        var name = given.text("device").orElseThrow();
        var found = find(actor, name);
        if (found.isEmpty()) {
            return new Listing.Missing(Problem.of("device", name, "reports.no-device"));
        }
        var device = found.get().device();
        var period = Period.of(given, head.zone());
        var kind = given.text("kind").orElse("").toLowerCase(Locale.ROOT);
        var rows = new ArrayList<EventRow>();
        Scroll.<EventRow>through(
                after -> devices.events(actor, device.id(), after, Scroll.PAGE),
                event -> {
                    if (period.contains(event.at())
                            && event.kind().toLowerCase(Locale.ROOT).startsWith(kind)) {
                        rows.add(event);
                    }
                    return rows.size() <= most && period.begunBy(event.at().plus(CLOCK_DOUBT));
                });
        rows.sort(Comparator.comparingLong(EventRow::seq));
        var sheet = new JournalSheet(device, rows, given, head);
        return new Listing.Found(device.name(), sheet.table(), sheet::paper);
    }

    private Optional<DeviceView> find(Actor actor, String name) {
        var named = devices.named(actor, name);
        return named.isEmpty() && name.matches("[0-9]{1,18}")
                ? devices.find(actor, new DeviceId(Long.parseLong(name)))
                : named;
    }
}
