package app.lodge.core.rights;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// When somebody may, between two moments: spans in order that do not touch.
///
/// Exact, also where clocks change: between two of the moments looked at, nothing can change.
record Timeline(List<Span> spans) {

    /// @param to exclusive
    record Span(Instant from, Instant to) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    static Timeline of(Ruling ruling, List<Rule> rules, Instant from, Instant to) {
        var moments = moments(ruling, rules, from, to);
        var spans = new ArrayList<Span>();
        Instant begun = null;
        for (var moment : moments) {
            var allows = moment.isBefore(to) && ruling.allows(rules, moment);
            if (allows && begun == null) {
                begun = moment;
            } else if (!allows && begun != null) {
                spans.add(new Span(begun, moment));
                begun = null;
            }
        }
        return new Timeline(spans);
    }

    /// What is in here and not there.
    Timeline without(Timeline other) {
        var rest = new ArrayList<Span>();
        for (var span : spans) {
            var begin = span.from();
            for (var hole : other.spans) {
                if (!hole.to().isAfter(begin)) {
                    continue;
                }
                if (!hole.from().isBefore(span.to())) {
                    break;
                }
                if (hole.from().isAfter(begin)) {
                    rest.add(new Span(begin, hole.from()));
                }
                begin = hole.to();
            }
            if (begin.isBefore(span.to())) {
                rest.add(new Span(begin, span.to()));
            }
        }
        return new Timeline(rest);
    }

    Duration length() {
        return spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static NavigableSet<Instant> moments(
            Ruling ruling, List<Rule> rules, Instant from, Instant to) {
        var moments = new TreeSet<Instant>();
        var boundaries = new TreeSet<Integer>();
        for (var rule : rules) {
            if (rule.from() != null) {
                moments.add(rule.from());
            }
            if (rule.until() != null) {
                moments.add(rule.until());
            }
            var plan = rule.plan() == null ? null : ruling.plans().get(rule.plan());
            if (plan != null) {
                for (var window : plan.windows()) {
                    boundaries.add(window.from());
                    boundaries.add(window.to());
                }
            }
        }
        if (!boundaries.isEmpty()) {
            boundaries.add(0); // where one kind of day becomes another
            addClock(ruling.calendar(), boundaries, from, to, moments);
        }
        moments.removeIf(moment -> moment.isBefore(from) || moment.isAfter(to));
        moments.add(from);
        moments.add(to);
        return moments;
    }

    /// Each moment at which a clock on the wall shows, or jumps over, one of these minutes.
    private static void addClock(
            SiteCalendar calendar,
            NavigableSet<Integer> minutes,
            Instant from,
            Instant to,
            NavigableSet<Instant> moments) {
        var zone = calendar.zone().getRules();
        var last = calendar.local(to).toLocalDate().plusDays(1);
        for (var day = calendar.local(from).toLocalDate().minusDays(1);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            for (var minute : minutes) {
                var shown = LocalDateTime.of(day, LocalTime.MIN).plusMinutes(minute);
                for (ZoneOffset offset : zone.getValidOffsets(shown)) {
                    moments.add(shown.toInstant(offset));
                }
            }
        }
        for (var change = zone.nextTransition(from.minusSeconds(1));
                change != null && !change.getInstant().isAfter(to);
                change = zone.nextTransition(change.getInstant())) {
            moments.add(change.getInstant());
        }
    }
}
