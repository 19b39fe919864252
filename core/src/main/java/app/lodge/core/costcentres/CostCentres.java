package app.lodge.core.costcentres;

import app.lodge.core.accounts.CentreBudgets;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Cost centres: who may charge them, with which budgets (ID-13, ID-16, ID-17, ID-18).
public interface CostCentres {

    static CostCentres in(Books books, Supplier<SiteSettings> settings) {
        return new BookedCostCentres(books, settings);
    }

    /// The same, as payments meet them.
    static CentreBudgets budgets(Books books) {
        return new BookedCentreBudgets(books);
    }

    /// By code.
    List<CostCentre> list(Actor actor);

    /// @param code 1 to 24 letters, digits, dots and hyphens, unique at the site
    CentreOutcome add(
            Actor actor,
            RequestId request,
            String code,
            String name,
            CostCentre.OverBudget overBudget);

    /// Replaces name, rule and state of the centre with this number; its code stays.
    CentreOutcome change(Actor actor, RequestId request, CostCentre centre);

    /// Lets a person, a medium or a group charge a centre. Linking again moves the mark.
    CentreOutcome link(Actor actor, RequestId request, CentreId id, Link link);

    CentreOutcome unlink(Actor actor, RequestId request, CentreId id, Link link);

    /// Sets the budget of the centre, or of one person on it, in place of the one there may be.
    CentreOutcome setBudget(Actor actor, RequestId request, CentreId id, Budget budget);

    /// @param account the person's on the centre; 0 for the whole centre
    CentreOutcome removeBudget(Actor actor, RequestId request, CentreId id, long account);

    List<Link> links(Actor actor, CentreId id);

    List<Standing> budgets(Actor actor, CentreId id);

    /// Every centre by code, with the budget of the whole centre where it has one.
    List<Overall> overall(Actor actor);

    /// @param whole null for a centre without a budget of its own
    record Overall(CostCentre centre, @Nullable Standing whole) {}

    /// What a payment point would offer the person, the default first.
    List<Offer> offers(Actor actor, PersonId person);

    /// What one person, medium or group may charge by a link of its own.
    List<Offer> chargeableBy(Actor actor, Holder holder, long holderId);

    /// What was charged from one day to another, both included, per centre; those without are left
    /// out.
    List<Rollup> rollup(Actor actor, LocalDate from, LocalDate until);

    /// The postings behind a rollup, newest first. They name nobody.
    ///
    /// @param after a page's `next`, or null for the first page
    /// @param limit rows at most, 1 to 500
    Page<Charge> charges(
            Actor actor,
            CentreId id,
            LocalDate from,
            LocalDate until,
            @Nullable String after,
            int limit);

    /// @param charged before anything was given back
    /// @param people who charged the centre; null where a group so small is not told of (ID-56)
    record Rollup(
            CentreId centre, long charges, Money charged, Money givenBack, @Nullable Long people) {}

    /// @param place where it was paid
    record Charge(long posting, LocalDate day, String place, Money amount, Money givenBack) {}

    /// @param holderId the person's, medium's or group's number
    /// @param preferred charged when nothing is chosen at the point
    record Link(Holder holder, long holderId, boolean preferred) {}

    enum Holder {
        PERSON,
        MEDIUM,
        GROUP
    }

    record Offer(CostCentre centre, boolean preferred) {}

    /// @param granted in the present period, with what was carried over
    /// @param used of it, money reserved included
    /// @param held the reserved part of it
    record Standing(Budget budget, Money granted, Money used, Money held, Money remains) {}

    sealed interface CentreOutcome {
        record Done(CostCentre centre) implements CentreOutcome {}

        record Rejected(List<Problem> problems) implements CentreOutcome {}
    }
}
