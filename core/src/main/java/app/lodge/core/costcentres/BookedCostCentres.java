package app.lodge.core.costcentres;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.costcentres.CostCentre.OverBudget;
import app.lodge.core.costcentres.CostCentres.CentreOutcome.Done;
import app.lodge.core.costcentres.CostCentres.CentreOutcome.Rejected;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Cost centres in the books.
final class BookedCostCentres implements CostCentres {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.-]{1,24}");
    private static final int LONGEST_NAME = 80;
    private static final long MOST = 10_000_000_000L;

    private final Books books;
    private final Supplier<SiteSettings> settings;
    private final CentreStore store = new CentreStore();
    private final ChargeStore charges = new ChargeStore();

    BookedCostCentres(Books books, Supplier<SiteSettings> settings) {
        this.books = books;
        this.settings = settings;
    }

    @Override
    public List<CostCentre> list(Actor actor) {
        actor.require(Permission.SEE_BOOKS);
        return books.read(store::all);
    }

    @Override
    public CentreOutcome add(
            Actor actor, RequestId request, String code, String name, OverBudget overBudget) {
        actor.require(Permission.CHANGE_COST_CENTRES);
        return books.once(
                actor,
                request,
                "cost-centres.add",
                List.of(code, name, overBudget),
                CentreOutcome.class,
                tx -> {
                    var problems = new ArrayList<Problem>();
                    if (!CODE.matcher(code).matches() || code.equals("own")) {
                        problems.add(Problem.of("code", code, "cost-centres.code-form"));
                    } else if (store.codeTaken(tx, code)) {
                        problems.add(Problem.of("code", code, "cost-centres.code-taken"));
                    }
                    name(name, problems);
                    if (!problems.isEmpty()) {
                        return new Rejected(problems);
                    }
                    var id = store.add(tx, code, name.strip(), overBudget);
                    return told(
                            tx,
                            id,
                            "cost-centre.added",
                            Map.of("code", code, "overBudget", overBudget.name()));
                });
    }

    @Override
    public CentreOutcome change(Actor actor, RequestId request, CostCentre centre) {
        return inCentre(
                actor,
                request,
                "cost-centres.change",
                centre,
                centre.id(),
                tx -> {
                    var problems = new ArrayList<Problem>();
                    name(centre.name(), problems);
                    if (!problems.isEmpty()) {
                        return new Rejected(problems);
                    }
                    store.change(tx, centre, centre.name().strip());
                    return told(
                            tx,
                            centre.id(),
                            "cost-centre.changed",
                            Map.of(
                                    "overBudget", centre.overBudget().name(),
                                    "active", centre.active()));
                });
    }

    @Override
    public CentreOutcome link(Actor actor, RequestId request, CentreId id, Link link) {
        return inCentre(
                actor,
                request,
                "cost-centres.link",
                List.of(id, link),
                id,
                tx -> {
                    if (!store.holderExists(tx, link)) {
                        return new Rejected(
                                List.of(
                                        Problem.of(
                                                "holder",
                                                link.holderId(),
                                                "cost-centres.holder-unknown")));
                    }
                    store.link(tx, id, link);
                    return told(tx, id, "cost-centre.linked", content(link));
                });
    }

    @Override
    public CentreOutcome unlink(Actor actor, RequestId request, CentreId id, Link link) {
        return inCentre(
                actor,
                request,
                "cost-centres.unlink",
                List.of(id, link),
                id,
                tx -> {
                    store.unlink(tx, id, link);
                    return told(tx, id, "cost-centre.unlinked", content(link));
                });
    }

    @Override
    public CentreOutcome setBudget(Actor actor, RequestId request, CentreId id, Budget budget) {
        return inCentre(
                actor,
                request,
                "cost-centres.set-budget",
                List.of(id, budget),
                id,
                tx -> {
                    var problems = problems(tx, budget);
                    if (!problems.isEmpty()) {
                        return new Rejected(problems);
                    }
                    store.putBudget(tx, id, budget);
                    return told(
                            tx,
                            id,
                            "cost-centre.budget-set",
                            Map.of(
                                    "account", budget.account(),
                                    "period", budget.period().name(),
                                    "amount", budget.amount(),
                                    "carriesOver", budget.carriesOver(),
                                    "startsOn", budget.startsOn().toString(),
                                    "endsOn", String.valueOf(budget.endsOn())));
                });
    }

    private List<Problem> problems(Tx tx, Budget budget) {
        var problems = new ArrayList<Problem>();
        if (budget.amount() < 0 || budget.amount() > MOST) {
            problems.add(
                    Problem.of("amount", budget.amount(), "cost-centres.amount-range", 0, MOST));
        }
        var end = budget.endsOn();
        if (end == null ? budget.period() == Budget.Period.SPAN : end.isBefore(budget.startsOn())) {
            problems.add(Problem.of("endsOn", String.valueOf(end), "cost-centres.days"));
        }
        if (budget.account() != 0 && !store.personalAccount(tx, budget.account())) {
            problems.add(Problem.of("account", budget.account(), "accounts.not-found"));
        }
        return problems;
    }

    @Override
    public CentreOutcome removeBudget(Actor actor, RequestId request, CentreId id, long account) {
        return inCentre(
                actor,
                request,
                "cost-centres.remove-budget",
                List.of(id, account),
                id,
                tx -> {
                    store.removeBudget(tx, id, account);
                    return told(tx, id, "cost-centre.budget-removed", Map.of("account", account));
                });
    }

    @Override
    public List<Link> links(Actor actor, CentreId id) {
        actor.require(Permission.SEE_BOOKS);
        return books.read(sql -> store.links(sql, id));
    }

    @Override
    public List<Standing> budgets(Actor actor, CentreId id) {
        actor.require(Permission.SEE_BOOKS);
        var currency = settings.get().currency();
        var today = LocalDate.ofInstant(books.clock().instant(), settings.get().zone());
        return books.snapshot(sql ->
                store.budgets(sql, id).stream()
                        .map(budget -> {
                            var granted = budget.grantsOn(today) ? budget.grantedUntil(today) : 0;
                            var used = charges.used(sql, id, budget, today);
                            return new Standing(
                                    budget,
                                    new Money(granted, currency),
                                    new Money(used, currency),
                                    new Money(Math.max(0, granted - used), currency));
                        })
                        .toList());
    }

    @Override
    public List<Offer> offers(Actor actor, PersonId person) {
        actor.require(Permission.SEE_BOOKS);
        return books.read(sql -> store.offers(sql, person));
    }

    private CentreOutcome inCentre(
            Actor actor,
            RequestId request,
            String door,
            Object content,
            CentreId id,
            Function<Tx, CentreOutcome> work) {
        actor.require(Permission.CHANGE_COST_CENTRES);
        return books.once(
                actor,
                request,
                door,
                content,
                CentreOutcome.class,
                tx ->
                        store.find(tx.sql(), id).isPresent()
                                ? work.apply(tx)
                                : new Rejected(
                                        List.of(
                                                Problem.of(
                                                        "centre",
                                                        id.number(),
                                                        "cost-centres.unknown"))));
    }

    private Done told(Tx tx, CentreId id, String kind, Map<String, ?> content) {
        tx.journal(kind, "cost-centre:" + id.number(), content);
        return new Done(store.find(tx.sql(), id).orElseThrow());
    }

    private static Map<String, ?> content(Link link) {
        return Map.of(
                "holder", link.holder().name(),
                "number", link.holderId(),
                "preferred", link.preferred());
    }

    private static void name(String name, List<Problem> problems) {
        var plain = name.strip();
        if (plain.isEmpty()
                || plain.length() > LONGEST_NAME
                || plain.chars().anyMatch(Character::isISOControl)) {
            problems.add(Problem.of("name", name, "cost-centres.name-length", LONGEST_NAME));
        }
    }
}
