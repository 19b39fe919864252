package app.lodge.reports.accounts;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.Movement;
import app.lodge.core.money.Money;
import app.lodge.reports.export.Cell;
import app.lodge.reports.export.Table;
import app.lodge.reports.parameters.Given;
import app.lodge.reports.parameters.Period;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Paper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An account statement's words and data.
///
/// @param holder the holder's name; empty for who may not see people
record StatementSheet(
        Account account,
        Optional<String> holder,
        StatementMovements movements,
        Given given,
        Letterhead head) {

    private static final String KIND = "account-statement";

    /// The rows of one account after those of another; the figures of the first keep their plain names.
    ///
    /// @param sheets of one holder, at least one
    static Table table(List<StatementSheet> sheets) {
        var first = sheets.getFirst();
        var figures = new ArrayList<Table.Figure>();
        var rows = new ArrayList<List<Cell>>();
        for (var sheet : sheets) {
            figures.addAll(sheet.figures(sheet == first));
            sheet.movements.rows().stream().map(sheet::cells).forEach(rows::add);
        }
        return new Table(
                first.head.about(KIND, first.given),
                Stream.of(
                                "account",
                                "person",
                                "posting",
                                "kind",
                                "booked_at",
                                "occurred_at",
                                "late",
                                "amount",
                                "balance",
                                "currency",
                                "place",
                                "operator")
                        .map(first.head::column)
                        .toList(),
                figures,
                rows);
    }

    private List<Table.Figure> figures(boolean first) {
        return List.of(
                figure("opening", movements.opening(), first),
                figure("in", movements.in(), first),
                figure("out", movements.out(), first),
                figure("closing", movements.closing(), first));
    }

    private List<Cell> cells(Movement movement) {
        return List.of(
                new Cell.Whole(account.id().number()),
                new Cell.Whole(account.holder().number()),
                new Cell.Whole(movement.posting()),
                new Cell.Words(movement.kind().name()),
                new Cell.Moment(movement.bookedAt()),
                new Cell.Moment(movement.occurredAt()),
                new Cell.YesNo(movement.late()),
                new Cell.Amount(movement.amount()),
                new Cell.Amount(movement.balanceAfter()),
                new Cell.Words(movement.amount().currency().getCurrencyCode()),
                Cell.words(movement.place()),
                Cell.words(movement.operator()));
    }

    private Table.Figure figure(String name, Money money, boolean first) {
        var number = account.id().number();
        var label = head.say("reports.statement." + name);
        return first
                ? new Table.Figure(name, label, new Cell.Amount(money))
                : new Table.Figure(
                        name + "_" + number, label + " · " + number, new Cell.Amount(money));
    }

    /// One document, each account from a page of its own on.
    static Paper paper(List<StatementSheet> sheets) {
        var papers = sheets.stream().map(StatementSheet::paper).toList();
        return papers.getFirst().followedBy(papers.subList(1, papers.size()));
    }

    private Paper paper() {
        var words = new HashMap<String, String>();
        words.put("subject", subject());
        words.put("period", head.period(Period.of(given, head.zone())));
        words.put("empty", head.say("reports.statement.empty"));
        tile(words, 1, "opening", movements.opening());
        tile(words, 2, "in", movements.in());
        tile(words, 3, "out", movements.out());
        tile(words, 4, "closing", movements.closing());
        for (var column :
                List.of("posting", "time", "kind", "place", "operator", "amount", "balance")) {
            words.put(column + "Label", head.say("reports.column." + column));
        }
        words.put("totalLabel", head.say("reports.statement.total", movements.rows().size()));
        words.put("amountTotal", head.money(movements.in().plus(movements.out())));
        words.put("balanceTotal", head.money(movements.closing()));
        return head.paper("app/lodge/reports/accounts/statement", KIND, words, rows());
    }

    private String subject() {
        var number = account.id().number();
        var person = account.holder().number();
        var who =
                holder.map(name -> head.say("reports.statement.of", number, name, person))
                        .orElseGet(() -> head.say("reports.statement.of-number", number, person));
        return account.blocked() ? head.say("reports.statement.blocked", who) : who;
    }

    private void tile(Map<String, String> words, int number, String name, Money money) {
        words.put("tile" + number + "Label", head.say("reports.statement." + name));
        words.put("tile" + number, head.money(money));
    }

    private List<Map<String, String>> rows() {
        var rows = new ArrayList<Map<String, String>>();
        for (var i = 0; i < movements.rows().size(); i++) {
            var movement = movements.rows().get(i);
            var row = new HashMap<String, String>();
            row.put("posting", Long.toString(movement.posting()));
            row.put("time", head.time(movement.occurredAt()));
            row.put("kind", head.texts().name("reports.posting-kind", movement.kind()));
            row.put("place", movement.place());
            row.put("operator", movement.operator());
            row.put("amount", head.money(movement.amount()));
            row.put("balance", head.money(movement.balanceAfter()));
            remark(i).ifPresent(remark -> row.put("note", remark));
            rows.add(row);
        }
        return rows;
    }

    /// A balance that does not follow from the row before is shown, not hidden: the reader audits.
    private Optional<String> remark(int row) {
        var movement = movements.rows().get(row);
        var expected = movements.expectedAfter(row);
        if (!expected.equals(movement.balanceAfter())) {
            return Optional.of(head.say("reports.statement.balance-broken", head.money(expected)));
        }
        return movement.late()
                ? Optional.of(head.say("reports.booked-late", head.time(movement.bookedAt())))
                : Optional.empty();
    }
}
