package app.lodge.core.watch.parties;

import app.lodge.core.devices.DeviceBoard.Fault;
import app.lodge.core.devices.DeviceBoard.Level;
import app.lodge.core.devices.DeviceBoard.OnDuty;
import app.lodge.core.devices.DeviceBoard.Row;
import app.lodge.core.money.Money;
import app.lodge.core.watch.Alert;
import app.lodge.core.watch.Matter;
import app.lodge.core.watch.SiteGauges.Uncredited;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of a device that something is the matter with. What somebody may not see is left out of it
/// before a word is written.
///
/// @param alert its number
/// @param device what people call it
/// @param since when it began
record PartyFacts(
        long alert,
        Matter matter,
        String device,
        Instant since,
        String place,
        List<Level> levels,
        List<Fault> faults,
        @Nullable Versions versions,
        @Nullable Money total,
        List<Uncredited> payments,
        @Nullable OnDuty operator) {

    PartyFacts {
        levels = List.copyOf(levels);
        faults = List.copyOf(faults);
        payments = List.copyOf(payments);
    }

    record Versions(
            String program, int desired, int reported, @Nullable Instant certificateUntil) {}

    static PartyFacts of(Alert alert, Row row, @Nullable Money total, List<Uncredited> payments) {
        var device = row.device();
        return new PartyFacts(
                alert.id(),
                alert.matter(),
                device.label(),
                alert.raisedAt(),
                device.place(),
                row.levels(),
                row.faults(),
                new Versions(
                        row.program(),
                        row.desiredVersion(),
                        row.reportedVersion(),
                        device.certificateUntil()),
                total,
                payments,
                row.operator());
    }

    PartyFacts seenBy(Set<Sight> seen) {
        return new PartyFacts(
                alert,
                matter,
                device,
                since,
                seen.contains(Sight.PLACE) ? place : "",
                seen.contains(Sight.FILL) ? levels : List.of(),
                seen.contains(Sight.FAULT) ? faults : List.of(),
                seen.contains(Sight.VERSIONS) ? versions : null,
                seen.contains(Sight.TOTALS) ? total : null,
                seen.contains(Sight.PAYMENTS) ? payments : List.of(),
                seen.contains(Sight.PEOPLE) ? operator : null);
    }
}
