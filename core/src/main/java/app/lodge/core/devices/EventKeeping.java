package app.lodge.core.devices;

import app.lodge.core.books.Tx;
import app.lodge.core.devices.FieldBooks.Taken;
import app.lodge.core.settings.SiteSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One event of a device becomes a row, with everything that follows from it: health, panel, who is on
/// duty, how far the device has told.
final class EventKeeping {

    private final Supplier<SiteSettings> settings;

    /// @param settings say after how long an event is late
    EventKeeping(Supplier<SiteSettings> settings) {
        this.settings = settings;
    }

    /// @param posting what it came to in the ledger; null for nothing
    /// @param remark what is odd about it, for the journal; empty for nothing
    Taken keep(Tx tx, DeviceId id, FieldEvent event, @Nullable Long posting, String remark) {
        var offset = ReportStore.clockOffset(tx, id).orElse(null);
        var happened = event.at().minusMillis(offset == null ? 0 : offset);
        var late = late(happened, tx.now());
        EventStore.insert(tx, id, event, late, posting, offset);
        HealthStore.take(tx, id, event);
        PanelStore.take(tx, id, event, happened);
        OnDutyStore.take(tx, id, event);
        var last = EventStore.advance(tx, id, event.seq());
        var after = event.seq() > last;
        if (posting == null || late || after || !remark.isEmpty()) {
            journal(tx, id, event, late, after ? last + 1 : 0, remark);
        }
        return after
                ? new Taken.AfterGap(last, last + 1, event.seq() - 1)
                : new Taken.Kept(last, late);
    }

    private boolean late(Instant happened, Instant now) {
        var patience = Duration.ofMinutes(settings.get().lateAfterMinutes());
        return Duration.between(happened, now).compareTo(patience) > 0;
    }

    /// @param missingFrom the first number that has not come; 0 if none is missing
    private static void journal(
            Tx tx, DeviceId id, FieldEvent event, boolean late, long missingFrom, String remark) {
        var content = new TreeMap<String, Object>();
        content.put("seq", event.seq());
        content.put("kind", event.kind());
        content.put("late", late);
        if (missingFrom > 0) {
            content.put("missingFrom", missingFrom);
        }
        if (!remark.isEmpty()) {
            content.put("remark", remark);
        }
        tx.journal(
                missingFrom > 0 ? "device.event-after-gap" : "device.event",
                BookedDevices.subject(id),
                content);
    }

    /// The number was told before, with other contents: the first stays.
    static Taken contradicted(Tx tx, DeviceId id, FieldEvent event) {
        tx.journal(
                "device.event-contradicted",
                BookedDevices.subject(id),
                Map.of("seq", event.seq(), "kind", event.kind()));
        return new Taken.Contradicted(EventStore.lastSeq(tx, id));
    }
}
