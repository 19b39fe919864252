package app.lodge.reports.accounts;

import app.lodge.core.accounts.Movement;
import app.lodge.core.money.Money;
import java.util.List;

/// The movements of a period, oldest first, and what they sum to.
///
/// @param opening the balance before the first of them
record StatementMovements(Money opening, List<Movement> rows) {

    StatementMovements {
        rows = List.copyOf(rows);
    }

    Money closing() {
        return opening.plus(in()).plus(out());
    }

    Money in() {
        return sum(rows.stream().map(Movement::amount).filter(Money::positive).toList());
    }

    /// Zero or below.
    Money out() {
        return sum(
                rows.stream().map(Movement::amount).filter(amount -> !amount.positive()).toList());
    }

    /// The balance after the row as it follows from the row before.
    Money expectedAfter(int row) {
        var before = row == 0 ? opening : rows.get(row - 1).balanceAfter();
        return before.plus(rows.get(row).amount());
    }

    private Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(opening.currency()), Money::plus);
    }
}
