package app.lodge.core.costcentres;

import app.lodge.core.accounts.CentreBudgets;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import java.util.List;
import java.util.function.Supplier;

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

    /// What a payment point would offer the person, the default first.
    List<Offer> offers(Actor actor, PersonId person);

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
    record Standing(Budget budget, Money granted, Money used, Money remains) {}

    sealed interface CentreOutcome {
        record Done(CostCentre centre) implements CentreOutcome {}

        record Rejected(List<Problem> problems) implements CentreOutcome {}
    }
}
