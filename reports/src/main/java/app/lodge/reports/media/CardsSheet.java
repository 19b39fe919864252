package app.lodge.reports.media;

import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonId;
import app.lodge.reports.export.Cell;
import app.lodge.reports.export.Table;
import app.lodge.reports.parameters.Given;
import app.lodge.reports.parameters.Period;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Paper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The words and data of a list of media.
///
/// @param names by person; those that the reader may see
record CardsSheet(List<Medium> media, Map<PersonId, String> names, Given given, Letterhead head) {

    private static final String KIND = "issued-cards";

    Table table() {
        return new Table(
                head.about(KIND, given),
                Stream.of(
                                "medium",
                                "number",
                                "person",
                                "name",
                                "kind",
                                "issue",
                                "chip",
                                "uid",
                                "state",
                                "block_reason",
                                "key_version",
                                "changed_at")
                        .map(head::column)
                        .toList(),
                List.of(
                        figure("media", media.size()),
                        figure("active", count(MediumState.ACTIVE)),
                        figure("blocked", count(MediumState.BLOCKED)),
                        figure("other", other())),
                media.stream().map(this::cells).toList());
    }

    private List<Cell> cells(Medium medium) {
        var reason = medium.blockReason();
        var uid = medium.uid();
        return List.of(
                new Cell.Whole(medium.id().number()),
                new Cell.Words(medium.number()),
                new Cell.Whole(medium.holder().number()),
                Cell.words(names.get(medium.holder())),
                new Cell.Words(medium.kind().name()),
                new Cell.Whole(medium.issueNumber()),
                Cell.words(medium.chip()),
                Cell.words(uid == null ? "" : uid.hex()),
                new Cell.Words(medium.state().name()),
                Cell.words(reason == null ? "" : reason.name()),
                new Cell.Whole(medium.keyVersion()),
                new Cell.Moment(medium.changedAt()));
    }

    private Table.Figure figure(String name, long count) {
        return new Table.Figure(name, head.say("reports.cards." + name), new Cell.Whole(count));
    }

    Paper paper() {
        var words = new HashMap<String, String>();
        words.put("subject", subject());
        words.put("period", head.period(Period.of(given, head.zone())));
        words.put("empty", head.say("reports.cards.empty"));
        tile(words, 1, "media", media.size());
        tile(words, 2, "active", count(MediumState.ACTIVE));
        tile(words, 3, "blocked", count(MediumState.BLOCKED));
        tile(words, 4, "other", other());
        for (var column :
                List.of("number", "person", "name", "kind", "chip", "uid", "state", "changed")) {
            words.put(column + "Label", head.say("reports.column." + column));
        }
        words.put("keyVersionLabel", head.say("reports.column.key"));
        words.put("totalLabel", head.say("reports.cards.total", media.size()));
        return head.paper(
                "app/lodge/reports/media/cards",
                KIND,
                words,
                media.stream().map(this::row).toList());
    }

    private String subject() {
        var state =
                given.text("state")
                        .map(MediumState::valueOf)
                        .map(only -> head.texts().name("reports.choice.state", only))
                        .orElseGet(() -> head.say("reports.cards.all-states"));
        return given.number("person")
                .map(person ->
                        head.say(
                                "reports.cards.of-person",
                                person,
                                names.getOrDefault(new PersonId(person), ""),
                                state))
                .orElse(state);
    }

    private void tile(Map<String, String> words, int number, String name, long count) {
        words.put("tile" + number + "Label", head.say("reports.cards." + name));
        words.put("tile" + number, head.texts().number(count));
    }

    private Map<String, String> row(Medium medium) {
        var row = new HashMap<String, String>();
        row.put("number", medium.number());
        row.put("person", Long.toString(medium.holder().number()));
        row.put("name", names.getOrDefault(medium.holder(), "–"));
        row.put("kind", head.texts().name("reports.medium-kind", medium.kind()));
        row.put("chip", medium.chip());
        var uid = medium.uid();
        row.put("uid", uid == null ? "" : uid.hex());
        row.put("state", head.texts().name("reports.choice.state", medium.state()));
        row.put(
                "keyVersion",
                medium.keyVersion() == 0 ? "" : Integer.toString(medium.keyVersion()));
        row.put("changed", head.time(medium.changedAt()));
        var reason = medium.blockReason();
        if (reason != null) {
            row.put(
                    "note",
                    head.say(
                            "reports.cards.blocked-because",
                            head.texts().name("reports.block-reason", reason)));
        }
        return row;
    }

    private long count(MediumState state) {
        return media.stream().filter(medium -> medium.state() == state).count();
    }

    private long other() {
        return media.size() - count(MediumState.ACTIVE) - count(MediumState.BLOCKED);
    }
}
