package app.lodge.reports.parameters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// Days at the site, both included; either may be open.
public record Period(Optional<LocalDate> from, Optional<LocalDate> until, ZoneId zone) {

    public static Period of(Given given, ZoneId zone) {
        return new Period(given.day("from"), given.day("until"), zone);
    }

    public boolean begunBy(Instant at) {
        return from.map(day -> !at.isBefore(day.atStartOfDay(zone).toInstant())).orElse(true);
    }

    public boolean endedBy(Instant at) {
        return until.map(day -> !at.isBefore(day.plusDays(1).atStartOfDay(zone).toInstant()))
                .orElse(false);
    }

    public boolean contains(Instant at) {
        return begunBy(at) && !endedBy(at);
    }
}
