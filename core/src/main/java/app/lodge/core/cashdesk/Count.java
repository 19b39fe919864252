package app.lodge.core.cashdesk;

import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Money counted by denomination.
///
/// @param lines each denomination at most once; those with no pieces may be left out
public record Count(Currency currency, List<Line> lines) {

    private static final int MOST_PIECES = 1_000_000;

    /// @param denomination in minor units
    /// @param pieces 0 to 1,000,000
    public record Line(long denomination, int pieces) {}

    public Count {
        lines = List.copyOf(lines);
    }

    public Money total() {
        return new Money(
                lines.stream()
                        .mapToLong(line -> Math.multiplyExact(line.denomination(), line.pieces()))
                        .reduce(0, Math::addExact),
                currency);
    }

    /// Denomination in minor units → pieces, without those of which there are none: what the journal tells
    /// of a count, so that a single line that was changed later can be named.
    public Map<String, Integer> pieces() {
        var pieces = new TreeMap<String, Integer>();
        lines.stream()
                .filter(line -> line.pieces() > 0)
                .forEach(line -> pieces.put(Long.toString(line.denomination()), line.pieces()));
        return pieces;
    }

    /// What is wrong with it, for the field `count`.
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        var seen = new HashSet<Long>();
        // A 1 as note and as coin is one line.
        var known = Denomination.of(currency).stream().map(Denomination::minor).toList();
        for (var line : lines) {
            if (!known.contains(line.denomination()) || !seen.add(line.denomination())) {
                problems.add(
                        Problem.of(
                                "count",
                                new Money(line.denomination(), currency),
                                "cash-desks.denomination"));
            } else if (line.pieces() < 0 || line.pieces() > MOST_PIECES) {
                problems.add(Problem.of("count", line.pieces(), "cash-desks.pieces", MOST_PIECES));
            }
        }
        return problems;
    }
}
