package app.lodge.core.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;

/// The site's days: its zone, and its holidays with their names (ID-37).
public record SiteCalendar(ZoneId zone, Map<LocalDate, String> holidays) {

    public SiteCalendar {
        holidays = Map.copyOf(holidays);
    }

    public boolean holiday(LocalDate date) {
        return holidays.containsKey(date);
    }

    LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone);
    }
}
