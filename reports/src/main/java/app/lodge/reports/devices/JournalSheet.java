package app.lodge.reports.devices;

import app.lodge.core.devices.Device;
import app.lodge.core.devices.Devices.EventRow;
import app.lodge.core.doors.Json;
import app.lodge.reports.export.Cell;
import app.lodge.reports.export.Table;
import app.lodge.reports.parameters.Given;
import app.lodge.reports.parameters.Period;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Paper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A device journal's words and data.
///
/// @param events in the order of their numbers
record JournalSheet(Device device, List<EventRow> events, Given given, Letterhead head) {

    private static final String KIND = "device-journal";

    Table table() {
        return new Table(
                head.about(KIND, given),
                Stream.of(
                                "device",
                                "seq",
                                "kind",
                                "at",
                                "received_at",
                                "late",
                                "medium",
                                "posting",
                                "content")
                        .map(head::column)
                        .toList(),
                List.of(
                        figure("events", events.size()),
                        figure("late", late()),
                        figure("postings", postings()),
                        figure("missing", missing())),
                events.stream().map(this::cells).toList());
    }

    private List<Cell> cells(EventRow event) {
        return List.of(
                new Cell.Words(device.name()),
                new Cell.Whole(event.seq()),
                new Cell.Words(event.kind()),
                new Cell.Moment(event.at()),
                new Cell.Moment(event.receivedAt()),
                new Cell.YesNo(event.late()),
                Cell.words(event.medium()),
                Cell.whole(event.posting()),
                Cell.words(event.content().isEmpty() ? "" : Json.canonical(event.content())));
    }

    private Table.Figure figure(String name, long count) {
        return new Table.Figure(name, head.say("reports.journal." + name), new Cell.Whole(count));
    }

    Paper paper() {
        var words = new HashMap<String, String>();
        words.put(
                "subject",
                head.say(
                        "reports.journal.of",
                        device.label(),
                        device.name(),
                        device.place(),
                        head.texts().name("reports.device-kind", device.kind())));
        words.put("period", head.period(Period.of(given, head.zone())));
        words.put("empty", head.say("reports.journal.empty"));
        tile(words, 1, "events", events.size());
        tile(words, 2, "late", late());
        tile(words, 3, "postings", postings());
        tile(words, 4, "missing", missing());
        for (var column :
                List.of("seq", "time", "received", "kind", "medium", "content", "posting")) {
            words.put(column + "Label", head.say("reports.column." + column));
        }
        words.put("totalLabel", head.say("reports.journal.total", events.size()));
        return head.paper(
                "app/lodge/reports/devices/journal",
                KIND,
                words,
                events.stream().map(this::row).toList());
    }

    private void tile(Map<String, String> words, int number, String name, long count) {
        words.put("tile" + number + "Label", head.say("reports.journal." + name));
        words.put("tile" + number, head.texts().number(count));
    }

    private Map<String, String> row(EventRow event) {
        var row = new HashMap<String, String>();
        row.put("seq", Long.toString(event.seq()));
        row.put("time", head.time(event.at()));
        row.put("received", head.time(event.receivedAt()));
        row.put("kind", kind(event.kind()));
        row.put("medium", event.medium());
        row.put("content", content(event.content()));
        if (event.posting() != null) {
            row.put("posting", Long.toString(event.posting()));
        }
        if (event.late()) {
            row.put("note", head.say("reports.arrived-late"));
        }
        return row;
    }

    /// Kinds are the device's words; those that we know have a text.
    private String kind(String kind) {
        var key = "reports.event-kind." + kind;
        return head.texts().has(key) ? head.say(key) : kind;
    }

    private static String content(Map<String, String> content) {
        return new TreeMap<>(content)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(" · "));
    }

    private long late() {
        return events.stream().filter(EventRow::late).count();
    }

    private long postings() {
        return events.stream().filter(event -> event.posting() != null).count();
    }

    /// Numbers that a device skipped or that have not arrived; a journal of one kind of event only
    /// cannot tell.
    private long missing() {
        if (events.isEmpty() || given.text("kind").isPresent()) {
            return 0;
        }
        return events.getLast().seq() - events.getFirst().seq() + 1 - events.size();
    }
}
