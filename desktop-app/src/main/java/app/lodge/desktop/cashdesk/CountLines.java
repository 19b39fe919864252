package app.lodge.desktop.cashdesk;

import app.lodge.core.books.Problem;
import app.lodge.core.cashdesk.Count;
import app.lodge.core.cashdesk.Denomination;
import app.lodge.core.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The pieces of each denomination as they are typed, and what they come to.
public final class CountLines {

    private static final int MOST_PIECES = 1_000_000;

    /// One denomination and what was typed beside it.
    public record Line(Denomination denomination, StringProperty pieces) {}

    /// @param problems one for each line that cannot be read
    public record Reading(Count count, List<Problem> problems) {}

    private final Currency currency;
    private final Runnable changed;
    private final List<Line> lines = new ArrayList<>();
    private final ObjectProperty<Money> total;

    /// @param changed hears each key
    public CountLines(Currency currency, Runnable changed) {
        this.currency = currency;
        this.changed = changed;
        total = new SimpleObjectProperty<>(Money.zero(currency));
    }

    /// Begins an empty count.
    public void begin(List<Denomination> denominations) {
        lines.clear();
        var seen = new HashSet<Long>();
        for (var one : denominations) {
            if (seen.add(one.minor())) {
                var pieces = new SimpleStringProperty("");
                pieces.subscribe(_ -> typed());
                lines.add(new Line(one, pieces));
            }
        }
        typed();
    }

    private void typed() {
        total.set(lines.stream().map(this::value).reduce(Money.zero(currency), Money::plus));
        changed.run();
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    public ReadOnlyObjectProperty<Money> total() {
        return total;
    }

    Currency currency() {
        return currency;
    }

    /// What the pieces of a line are worth; zero while they cannot be read.
    public Money value(Line line) {
        var pieces = pieces(line);
        return new Money(pieces < 0 ? 0 : pieces * line.denomination().minor(), currency);
    }

    /// @return -1 if what was typed is no number of pieces
    private static int pieces(Line line) {
        var typed = line.pieces().get().strip();
        if (typed.isEmpty()) {
            return 0;
        }
        if (!typed.matches("[0-9]{1,7}")) {
            return -1;
        }
        var pieces = Integer.parseInt(typed);
        return pieces > MOST_PIECES ? -1 : pieces;
    }

    public Reading read() {
        var wrong = new ArrayList<Problem>();
        var counted = new ArrayList<Count.Line>();
        for (var line : lines) {
            var pieces = pieces(line);
            if (pieces < 0) {
                wrong.add(
                        Problem.of("count", line.pieces().get(), "cash-desks.pieces", MOST_PIECES));
            } else if (pieces > 0) {
                counted.add(new Count.Line(line.denomination().minor(), pieces));
            }
        }
        return new Reading(new Count(currency, counted), wrong);
    }
}
