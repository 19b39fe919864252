package app.lodge.core.costcentres;

import app.lodge.core.costcentres.CostCentres.Standing;
import app.lodge.core.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.jooq.DSLContext;

/// Budgets against what was charged, on one day.
final class MeasureStore {

    private final Currency currency;
    private final LocalDate today;
    private final ChargeStore charges = new ChargeStore();

    MeasureStore(Currency currency, LocalDate today) {
        this.currency = currency;
        this.today = today;
    }

    Standing standing(DSLContext sql, CentreId centre, Budget budget) {
        var granted = budget.grantsOn(today) ? budget.grantedUntil(today) : 0;
        var held = charges.held(sql, centre, budget, today);
        var used = charges.posted(sql, centre, budget, today) + held;
        return new Standing(
                budget,
                new Money(granted, currency),
                new Money(used, currency),
                new Money(held, currency),
                new Money(Math.max(0, granted - used), currency));
    }
}
