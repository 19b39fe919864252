package app.lodge.desktop.rights;

import app.lodge.core.books.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// From when until when a rule is to hold, as it is typed: `2026-05-03 07:12`, or a day, which counts whole;
/// empty for no limit (ID-37).
public final class RuleSpan {

    private final ZoneId zone;
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty until = new SimpleStringProperty("");

    /// @param zone the site's
    RuleSpan(ZoneId zone) {
        this.zone = zone;
    }

    public StringProperty from() {
        return from;
    }

    public StringProperty until() {
        return until;
    }

    void clear() {
        from.set("");
        until.set("");
    }

    /// @param from null for since ever
    /// @param until exclusive; null for ever
    record Read(@Nullable Instant from, @Nullable Instant until, List<Problem> problems) {}

    Read read() {
        var problems = new ArrayList<Problem>();
        var begins = side("from", from.get(), 0, problems);
        var ends = side("until", until.get(), 1, problems);
        return new Read(begins, ends, List.copyOf(problems));
    }

    /// @param dayEnds how many days after its beginning a day alone counts
    private @Nullable Instant side(
            String field, String typed, int dayEnds, List<Problem> problems) {
        if (typed.isBlank()) {
            return null;
        }
        var day = day(typed);
        var moment =
                day.isPresent()
                        ? day.map(one -> one.plusDays(dayEnds).atStartOfDay(zone).toInstant())
                        : moment(typed, zone);
        if (moment.isEmpty()) {
            problems.add(Problem.of(field, typed, "rights.moment-malformed"));
        }
        return moment.orElse(null);
    }

    /// `2026-05-03 07:12` by the site's clocks.
    static Optional<Instant> moment(String typed, ZoneId zone) {
        try {
            return Optional.of(
                    LocalDateTime.parse(typed.strip().replace(' ', 'T')).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
