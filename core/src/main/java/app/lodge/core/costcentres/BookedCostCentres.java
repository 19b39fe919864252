package app.lodge.core.costcentres;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.costcentres.CostCentre.OverBudget;
import app.lodge.core.costcentres.CostCentres.CentreOutcome.Done;
import app.lodge.core.costcentres.CostCentres.CentreOutcome.Rejected;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Cost centres in the books.
final class BookedCostCentres implements CostCentres {

    private final Books books;
    private final Supplier<SiteSettings> settings;
    private final CentreStore store = new CentreStore();
    private final CentreChecks checks = new CentreChecks(store);
    private final CentreRollups rollups;

    BookedCostCentres(Books books, Supplier<SiteSettings> settings) {
        this.books = books;
        this.settings = settings;
        this.rollups = new CentreRollups(books, settings);
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
                    var problems = new ArrayList<>(checks.code(tx, code));
                    problems.addAll(CentreChecks.name(name));
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
        return changed(
                actor,
                request,
                new Change(
                        "change",
                        centre.id(),
                        centre,
                        "cost-centre.changed",
                        Map.of(
                                "overBudget", centre.overBudget().name(),
                                "active", centre.active())),
                tx -> {
                    var problems = CentreChecks.name(centre.name());
                    if (problems.isEmpty()) {
                        store.change(tx, centre, centre.name().strip());
                    }
                    return problems;
                });
    }

    @Override
    public CentreOutcome link(Actor actor, RequestId request, CentreId id, Link link) {
        return changed(
                actor,
                request,
                new Change("link", id, List.of(id, link), "cost-centre.linked", content(link)),
                tx -> {
                    if (!store.holderExists(tx, link)) {
                        return List.of(
                                Problem.of(
                                        "holder", link.holderId(), "cost-centres.holder-unknown"));
                    }
                    store.link(tx, id, link);
                    return List.of();
                });
    }

    @Override
    public CentreOutcome unlink(Actor actor, RequestId request, CentreId id, Link link) {
        return changed(
                actor,
                request,
                new Change("unlink", id, List.of(id, link), "cost-centre.unlinked", content(link)),
                tx -> {
                    store.unlink(tx, id, link);
                    return List.of();
                });
    }

    @Override
    public CentreOutcome setBudget(Actor actor, RequestId request, CentreId id, Budget budget) {
        return changed(
                actor,
                request,
                new Change(
                        "set-budget",
                        id,
                        List.of(id, budget),
                        "cost-centre.budget-set",
                        Map.of(
                                "account", budget.account(),
                                "period", budget.period().name(),
                                "amount", budget.amount(),
                                "carriesOver", budget.carriesOver(),
                                "startsOn", budget.startsOn().toString(),
                                "endsOn", String.valueOf(budget.endsOn()))),
                tx -> {
                    var problems = checks.budget(tx, budget);
                    if (problems.isEmpty()) {
                        store.putBudget(tx, id, budget);
                    }
                    return problems;
                });
    }

    @Override
    public CentreOutcome removeBudget(Actor actor, RequestId request, CentreId id, long account) {
        return changed(
                actor,
                request,
                new Change(
                        "remove-budget",
                        id,
                        List.of(id, account),
                        "cost-centre.budget-removed",
                        Map.of("account", account)),
                tx -> {
                    store.removeBudget(tx, id, account);
                    return List.of();
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
        var measure = measure();
        return books.snapshot(sql ->
                store.budgets(sql, id).stream()
                        .map(budget -> measure.standing(sql, id, budget))
                        .toList());
    }

    @Override
    public List<Overall> overall(Actor actor) {
        actor.require(Permission.SEE_BOOKS);
        var measure = measure();
        return books.snapshot(sql ->
                store.all(sql).stream()
                        .map(centre ->
                                new Overall(
                                        centre,
                                        store.budgets(sql, centre.id()).stream()
                                                .filter(budget -> budget.account() == 0)
                                                .map(budget ->
                                                        measure.standing(sql, centre.id(), budget))
                                                .findFirst()
                                                .orElse(null)))
                        .toList());
    }

    private MeasureStore measure() {
        return new MeasureStore(
                settings.get().currency(),
                LocalDate.ofInstant(books.clock().instant(), settings.get().zone()));
    }

    @Override
    public List<Offer> offers(Actor actor, PersonId person) {
        actor.require(Permission.SEE_BOOKS);
        return books.read(sql -> store.offers(sql, person));
    }

    @Override
    public List<Offer> chargeableBy(Actor actor, Holder holder, long holderId) {
        actor.require(Permission.SEE_BOOKS);
        return books.read(sql -> store.chargeableBy(sql, holder, holderId));
    }

    @Override
    public List<Rollup> rollup(Actor actor, LocalDate from, LocalDate until) {
        actor.require(Permission.SEE_BOOKS);
        return rollups.rollup(from, until);
    }

    @Override
    public Page<Charge> charges(
            Actor actor,
            CentreId id,
            LocalDate from,
            LocalDate until,
            @Nullable String after,
            int limit) {
        actor.require(Permission.SEE_BOOKS);
        return rollups.charges(id, from, until, after, limit);
    }

    /// @param verb of the door, `content` what it was asked
    /// @param kind of the journal's row, `told` what it says
    private record Change(
            String verb, CentreId centre, Object content, String kind, Map<String, ?> told) {}

    /// @param work does it, or says what is wrong
    private CentreOutcome changed(
            Actor actor, RequestId request, Change change, Function<Tx, List<Problem>> work) {
        actor.require(Permission.CHANGE_COST_CENTRES);
        var id = change.centre();
        return books.once(
                actor,
                request,
                "cost-centres." + change.verb(),
                change.content(),
                CentreOutcome.class,
                tx -> {
                    var problems =
                            store.find(tx.sql(), id).isPresent()
                                    ? work.apply(tx)
                                    : List.of(
                                            Problem.of(
                                                    "centre", id.number(), "cost-centres.unknown"));
                    return problems.isEmpty()
                            ? told(tx, id, change.kind(), change.told())
                            : new Rejected(problems);
                });
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
}
