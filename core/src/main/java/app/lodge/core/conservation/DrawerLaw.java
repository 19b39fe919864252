package app.lodge.core.conservation;

import app.lodge.core.conservation.Conservation.Row;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What each shift says lies in its drawer is what the postings put there (ID-34): what it began with, the
/// float, which postings it carries, what was counted, piece by piece.
///
/// The journal tells what was counted at opening, handover and closing, and by its order which posting was
/// the last then. Where a shift's own row is wrong, only that is named.
final class DrawerLaw {

    /// By drawer: what each posting put in, in minor units.
    private final Map<Long, NavigableMap<Long, Long>> moved = new TreeMap<>();

    private final Map<Long, List<Count>> counts = new TreeMap<>();
    private final Map<Long, JsonNode> opened = new TreeMap<>();
    private final Map<Long, JsonNode> closed = new TreeMap<>();
    private final Map<Long, Long> floatAt = new TreeMap<>();
    private final Map<Long, Long> closedAt = new TreeMap<>();

    /// @param counted and `expected` null while the shift is open
    record Shift(
            long number,
            long drawer,
            long carried,
            long afterPosting,
            long openingFloat,
            long floatPosting,
            @Nullable Long expected,
            @Nullable Long counted,
            @Nullable Long lastPosting) {}

    /// @param lines pieces by denomination
    record Sheet(long shift, int number, long counted, Map<Long, Integer> lines) {
        long pieces() {
            return lines.entrySet().stream()
                    .mapToLong(line -> line.getKey() * line.getValue())
                    .sum();
        }
    }

    /// @param told null where the journal's row is damaged
    /// @param lines pieces by denomination; null where the journal does not tell them
    private record Count(@Nullable Long told, @Nullable Map<Long, Integer> lines) {

        static Count of(@Nullable JsonNode content) {
            if (content == null) {
                return new Count(null, null);
            }
            var counted = content.path("counted").asLong();
            if (!content.has("pieces")) {
                return new Count(counted, null); // told before the journal had them
            }
            var lines = new TreeMap<Long, Integer>();
            content.path("pieces")
                    .properties()
                    .forEach(line ->
                            lines.put(Long.parseLong(line.getKey()), line.getValue().asInt()));
            return new Count(counted, lines);
        }
    }

    void take(Told told, Set<Long> drawers) {
        for (var line : told.lines()) {
            if (drawers.contains(line.account())) {
                moved.computeIfAbsent(line.account(), _ -> new TreeMap<>())
                        .put(told.posting(), -line.amount());
            }
        }
    }

    /// @param subject `cash-shift:3`
    /// @param content null where the journal's row is damaged
    /// @param lastPosting the last one before
    void take(String kind, String subject, @Nullable JsonNode content, long lastPosting) {
        var shift = Long.parseLong(subject.substring(subject.indexOf(':') + 1));
        var event = kind.substring(kind.indexOf('.') + 1);
        if (event.equals("carried")) {
            return;
        }
        counts.computeIfAbsent(shift, _ -> new ArrayList<>()).add(Count.of(content));
        if (content == null) {
            return;
        }
        switch (event) {
            case "opened" -> {
                opened.put(shift, content);
                floatAt.put(shift, lastPosting);
            }
            case "closed" -> {
                closed.put(shift, content);
                closedAt.put(shift, lastPosting);
            }
            default -> {}
        }
    }

    /// @param carried which shift carries a drawer's posting, by drawer and posting
    List<Row> faults(List<Shift> shifts, Map<Long, Map<Long, Long>> carried, List<Sheet> sheets) {
        var faults = new ArrayList<Row>();
        for (var shift : shifts) {
            var own = own(shift);
            faults.addAll(own);
            if (own.isEmpty()) {
                faults.addAll(carriedBy(shift, carried.getOrDefault(shift.drawer(), Map.of())));
            }
        }
        sheets.forEach(sheet -> faults.addAll(counted(sheet)));
        return faults;
    }

    private List<Row> own(Shift shift) {
        var faults = new ArrayList<Row>();
        var begun = opened.get(shift.number());
        if (begun != null) {
            differ(faults, shift, "account_id", begun.path("account").asLong(), shift.drawer());
            differ(faults, shift, "carried", begun.path("carried").asLong(), shift.carried());
            differ(
                    faults,
                    shift,
                    "opening_float",
                    begun.path("counted").asLong(),
                    shift.openingFloat());
            differ(
                    faults,
                    shift,
                    "float_posting",
                    floatAt.getOrDefault(shift.number(), 0L),
                    shift.floatPosting());
        }
        if (faults.isEmpty()) {
            differ(
                    faults,
                    shift,
                    "carried",
                    inDrawer(shift.drawer(), shift.afterPosting()),
                    shift.carried());
            differ(
                    faults,
                    shift,
                    "opening_float",
                    inDrawer(shift.drawer(), shift.floatPosting()),
                    shift.openingFloat());
        }
        closing(shift, faults);
        return faults;
    }

    private void closing(Shift shift, List<Row> faults) {
        var last = shift.lastPosting();
        var counted = shift.counted();
        var expected = shift.expected();
        var end = closed.get(shift.number());
        if (end != null) {
            differ(faults, shift, "expected", end.path("expected").asLong(), orNone(expected));
            differ(faults, shift, "counted", end.path("counted").asLong(), orNone(counted));
            differ(
                    faults,
                    shift,
                    "last_posting",
                    closedAt.getOrDefault(shift.number(), 0L),
                    orNone(last));
        }
        if (last != null && counted != null && faults.isEmpty()) {
            differ(faults, shift, "counted", inDrawer(shift.drawer(), last), counted);
        }
    }

    private long inDrawer(long drawer, long untilPosting) {
        return moves(drawer).headMap(untilPosting, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private NavigableMap<Long, Long> moves(long drawer) {
        return moved.getOrDefault(drawer, Collections.emptyNavigableMap());
    }

    private List<Row> carriedBy(Shift shift, Map<Long, Long> carried) {
        var faults = new ArrayList<Row>();
        var last = shift.lastPosting();
        var mine =
                moves(shift.drawer())
                        .subMap(
                                shift.afterPosting(),
                                false,
                                last == null ? Long.MAX_VALUE : last,
                                true);
        mine.keySet()
                .forEach(posting -> {
                    var by = carried.get(posting);
                    if (by == null || by != shift.number()) {
                        faults.add(
                                new Row(
                                        row(posting, shift),
                                        "shift_id",
                                        "" + shift.number(),
                                        by == null ? "-" : "" + by));
                    }
                });
        carried.forEach((posting, by) -> {
            if (by == shift.number() && !moves(shift.drawer()).containsKey(posting)) {
                faults.add(new Row(row(posting, shift), "row", "-", "row"));
            }
        });
        return faults;
    }

    private static String row(long posting, Shift shift) {
        return "cash-shift-posting:%d/%d".formatted(posting, shift.drawer());
    }

    private List<Row> counted(Sheet sheet) {
        var row = "cash-count:%d/%d".formatted(sheet.shift(), sheet.number());
        var told = counts.getOrDefault(sheet.shift(), List.of());
        var known =
                sheet.number() <= told.size()
                        ? told.get(sheet.number() - 1)
                        : new Count(null, null);
        var count = known.told();
        if (count != null && count != sheet.counted()) {
            return List.of(new Row(row, "counted", "" + count, "" + sheet.counted()));
        }
        var lines = known.lines();
        if (lines != null) {
            return differing(sheet, lines);
        }
        return sheet.pieces() == sheet.counted()
                ? List.of()
                : List.of(new Row(row, "pieces", "" + sheet.counted(), "" + sheet.pieces()));
    }

    /// Line by line, since the journal tells each.
    private static List<Row> differing(Sheet sheet, Map<Long, Integer> told) {
        var faults = new ArrayList<Row>();
        var denominations = new TreeSet<>(told.keySet());
        denominations.addAll(sheet.lines().keySet());
        for (var denomination : denominations) {
            var expected = told.get(denomination);
            var found = sheet.lines().get(denomination);
            if (!Objects.equals(expected, found)) {
                faults.add(
                        new Row(
                                "cash-count-line:%d/%d/%d"
                                        .formatted(sheet.shift(), sheet.number(), denomination),
                                "pieces",
                                expected == null ? "-" : "" + expected,
                                found == null ? "-" : "" + found));
            }
        }
        return faults;
    }

    private static long orNone(@Nullable Long value) {
        return value == null ? Long.MIN_VALUE : value;
    }

    private static void differ(
            List<Row> faults, Shift shift, String column, long expected, long found) {
        if (expected != found) {
            faults.add(
                    new Row(
                            "cash-shift:" + shift.number(),
                            column,
                            "" + expected,
                            found == Long.MIN_VALUE ? "-" : "" + found));
        }
    }
}
