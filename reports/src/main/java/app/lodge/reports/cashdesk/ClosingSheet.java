package app.lodge.reports.cashdesk;

import app.lodge.core.cashdesk.ClosingReport;
import app.lodge.core.money.Money;
import app.lodge.reports.export.Cell;
import app.lodge.reports.export.Table;
import app.lodge.reports.parameters.Given;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Paper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The words and data of a closing report.
record ClosingSheet(ClosingReport report, Given given, Letterhead head) {

    private static final String KIND = "cash-closing";

    /// One line per kind of movement, then one per denomination.
    Table table() {
        var rows = new ArrayList<List<Cell>>();
        for (var sum : report.sums()) {
            rows.add(
                    List.of(
                            new Cell.Words("MOVED"),
                            new Cell.Words(sum.kind().name()),
                            new Cell.Whole(sum.postings()),
                            new Cell.Amount(sum.in()),
                            new Cell.Amount(sum.out()),
                            currency()));
        }
        for (var line : report.count()) {
            rows.add(
                    List.of(
                            new Cell.Words("COUNTED"),
                            new Cell.Words(money(line.denomination()).major().toPlainString()),
                            new Cell.Whole(line.pieces()),
                            new Cell.Amount(money(line.denomination() * line.pieces())),
                            new Cell.Amount(money(0)),
                            currency()));
        }
        return new Table(
                head.about(KIND, given),
                Stream.of("section", "what", "pieces", "in", "out", "currency")
                        .map(head::column)
                        .toList(),
                List.of(
                        amount("float", report.openingFloat()),
                        amount("expected", report.expected()),
                        amount("counted", report.counted()),
                        amount("difference", report.difference()),
                        words("number", number()),
                        words("cause", cause()),
                        words("reference", report.reference()),
                        words("hash", report.journalHash())),
                rows);
    }

    private Cell currency() {
        return new Cell.Words(report.expected().currency().getCurrencyCode());
    }

    private Table.Figure amount(String name, Money money) {
        return new Table.Figure(name, head.say("reports.closing." + name), new Cell.Amount(money));
    }

    private Table.Figure words(String name, String value) {
        return new Table.Figure(name, head.say("reports.closing." + name), Cell.words(value));
    }

    Paper paper() {
        var words = new HashMap<String, String>();
        words.put("subject", head.say("reports.closing.of", number(), report.workstation()));
        words.put(
                "period",
                head.say(
                        "reports.period.both",
                        head.time(report.openedAt()),
                        head.time(report.closedAt())));
        tile(words, 1, "float", report.openingFloat());
        tile(words, 2, "expected", report.expected());
        tile(words, 3, "counted", report.counted());
        tile(words, 4, "difference", report.difference());
        for (var column : List.of("what", "pieces", "in", "out")) {
            words.put(column + "Label", head.say("reports.column." + column));
        }
        words.put("totalLabel", total());
        words.put("anchor", anchor());
        return head.paper("app/lodge/reports/cashdesk/closing", KIND, words, rows());
    }

    private void tile(Map<String, String> words, int number, String name, Money money) {
        words.put("tile" + number + "Label", head.say("reports.closing." + name));
        words.put("tile" + number, head.money(money));
    }

    private List<Map<String, String>> rows() {
        var rows = new ArrayList<Map<String, String>>();
        rows.add(Map.of("section", head.say("reports.closing.moved")));
        for (var sum : report.sums()) {
            rows.add(
                    Map.of(
                            "what",
                            head.texts().name("reports.posting-kind", sum.kind()),
                            "pieces",
                            head.texts().number(sum.postings()),
                            "in",
                            sum.in().positive() ? head.money(sum.in()) : "",
                            "out",
                            sum.out().positive() ? head.money(sum.out()) : ""));
        }
        rows.add(Map.of("section", head.say("reports.closing.counted-pieces")));
        for (var line : report.count()) {
            rows.add(
                    Map.of(
                            "what", head.money(money(line.denomination())),
                            "pieces", head.texts().number(line.pieces()),
                            "in", head.money(money(line.denomination() * line.pieces())),
                            "out", ""));
        }
        return rows;
    }

    private String total() {
        return report.cause().isEmpty()
                ? head.say("reports.closing.agrees")
                : head.say(
                        "reports.closing.differs",
                        head.money(report.difference()),
                        cause(),
                        report.reference());
    }

    private String anchor() {
        var row =
                head.say(
                        "reports.closing.anchor",
                        report.openedBy(),
                        report.closedBy(),
                        report.journalNumber(),
                        report.journalHash());
        return report.sealNumber() == 0
                ? row
                : row
                        + "\n"
                        + head.say("reports.closing.seal", report.sealNumber(), report.sealHash());
    }

    private String cause() {
        return report.cause()
                .map(cause -> head.texts().name("reports.difference-cause", cause))
                .orElse("");
    }

    private String number() {
        return "%s-%06d".formatted(report.series(), report.number());
    }

    private Money money(long minor) {
        return new Money(minor, report.expected().currency());
    }
}
