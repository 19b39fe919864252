package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.costcentres.Budget;
import app.lodge.core.costcentres.CentreId;
import app.lodge.core.costcentres.CostCentre;
import app.lodge.core.costcentres.CostCentre.OverBudget;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.groups.GroupId;
import app.lodge.core.groups.Groups;
import app.lodge.core.people.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Cost centres and groups in memory.
final class FakeCentres implements CostCentres {

    private static final LocalDate START = LocalDate.of(2026, 9, 1);

    private final Map<CentreId, CostCentre> centres = new LinkedHashMap<>();
    private final Map<CentreId, List<Budget>> budgets = new LinkedHashMap<>();
    private final Map<CentreId, List<Link>> links = new LinkedHashMap<>();
    final FakeGroups groups = new FakeGroups();

    FakeCentres() {
        put(1, "4100", "Hall B", OverBudget.REFUSE, true);
        put(2, "4200", "School kitchen", OverBudget.OWN_ACCOUNT, true);
        put(3, "trip-7b", "Class trip 7b", OverBudget.REFUSE, true);
        put(4, "3900", "Old workshop", OverBudget.REFUSE, false);
        budget(1, new Budget(0, Budget.Period.MONTH, 50_000, false, START, null));
        budget(1, new Budget(1003, Budget.Period.WEEK, 5_000, true, START, null));
        budget(
                3,
                new Budget(
                        0, Budget.Period.SPAN, 20_000, false, START, LocalDate.of(2026, 12, 18)));
        link(1, new Link(Holder.GROUP, 1, true));
        link(1, new Link(Holder.PERSON, 3, false));
        link(3, new Link(Holder.MEDIUM, 31, false));
    }

    private void put(long id, String code, String name, OverBudget rule, boolean active) {
        centres.put(new CentreId(id), new CostCentre(new CentreId(id), code, name, rule, active));
    }

    private void budget(long id, Budget budget) {
        budgets.computeIfAbsent(new CentreId(id), _ -> new ArrayList<>()).add(budget);
    }

    private void link(long id, Link link) {
        links.computeIfAbsent(new CentreId(id), _ -> new ArrayList<>()).add(link);
    }

    @Override
    public List<CostCentre> list(Actor actor) {
        return List.copyOf(centres.values());
    }

    @Override
    public CentreOutcome add(
            Actor actor, RequestId request, String code, String name, OverBudget overBudget) {
        if (code.isBlank()) {
            return new CentreOutcome.Rejected(
                    List.of(Problem.of("code", code, "cost-centres.code-form")));
        }
        var id = centres.size() + 1L;
        put(id, code, name, overBudget, true);
        return done(new CentreId(id));
    }

    private CentreOutcome done(CentreId id) {
        return new CentreOutcome.Done(centres.get(id));
    }

    @Override
    public CentreOutcome change(Actor actor, RequestId request, CostCentre centre) {
        centres.put(centre.id(), centre);
        return done(centre.id());
    }

    @Override
    public CentreOutcome link(Actor actor, RequestId request, CentreId id, Link link) {
        link(id.number(), link);
        return done(id);
    }

    @Override
    public CentreOutcome unlink(Actor actor, RequestId request, CentreId id, Link link) {
        links.get(id).remove(link);
        return done(id);
    }

    @Override
    public CentreOutcome setBudget(Actor actor, RequestId request, CentreId id, Budget budget) {
        removeBudget(actor, request, id, budget.account());
        budget(id.number(), budget);
        return done(id);
    }

    @Override
    public CentreOutcome removeBudget(Actor actor, RequestId request, CentreId id, long account) {
        budgets.getOrDefault(id, new ArrayList<>()).removeIf(one -> one.account() == account);
        return done(id);
    }

    @Override
    public List<Link> links(Actor actor, CentreId id) {
        return List.copyOf(links.getOrDefault(id, List.of()));
    }

    @Override
    public List<Standing> budgets(Actor actor, CentreId id) {
        return budgets.getOrDefault(id, List.of()).stream().map(this::standing).toList();
    }

    private Standing standing(Budget budget) {
        var used = budget.amount() * 62 / 100;
        return new Standing(
                budget,
                FakeAccounts.euro(budget.amount()),
                FakeAccounts.euro(used),
                FakeAccounts.euro(used / 6),
                FakeAccounts.euro(budget.amount() - used));
    }

    @Override
    public List<Overall> overall(Actor actor) {
        return centres.values().stream()
                .map(centre ->
                        new Overall(
                                centre,
                                budgets(actor, centre.id()).stream()
                                        .filter(one -> one.budget().account() == 0)
                                        .findFirst()
                                        .orElse(null)))
                .toList();
    }

    @Override
    public List<Offer> offers(Actor actor, PersonId person) {
        return List.of();
    }

    @Override
    public List<Offer> chargeableBy(Actor actor, Holder holder, long holderId) {
        return holderId == 1 ? List.of(new Offer(centres.get(new CentreId(1)), true)) : List.of();
    }

    @Override
    public List<Rollup> rollup(Actor actor, LocalDate from, LocalDate until) {
        return from.isEqual(LocalDate.of(2026, 11, 1))
                ? List.of(
                        new Rollup(
                                new CentreId(1),
                                42,
                                FakeAccounts.euro(31_450),
                                FakeAccounts.euro(450),
                                12L),
                        new Rollup(
                                new CentreId(3),
                                3,
                                FakeAccounts.euro(2_100),
                                FakeAccounts.euro(0),
                                null))
                : List.of();
    }

    @Override
    public Page<Charge> charges(
            Actor actor,
            CentreId id,
            LocalDate from,
            LocalDate until,
            @Nullable String after,
            int limit) {
        var rows = new ArrayList<Charge>();
        for (int i = 0; i < 14; i++) {
            rows.add(
                    new Charge(
                            9_000 - i,
                            LocalDate.of(2026, 11, 22).minusDays(i),
                            "Canteen, till 2",
                            FakeAccounts.euro(450 + 10L * i),
                            FakeAccounts.euro(i == 4 ? 450 : 0)));
        }
        return new Page<>(rows, null);
    }

    /// Groups by number, with their members.
    static final class FakeGroups implements Groups {

        private final Map<Long, String> names = new TreeMap<>();
        private final Map<Long, List<PersonId>> members = new TreeMap<>();

        FakeGroups() {
            names.put(1L, "Caretakers");
            names.put(2L, "Class 7b");
            members.put(1L, new ArrayList<>(List.of(new PersonId(2), new PersonId(5))));
            members.put(2L, new ArrayList<>());
            for (long i = 6; i < 24; i++) {
                members.get(2L).add(new PersonId(i));
            }
        }

        private Group group(long number) {
            return new Group(new GroupId(number), names.get(number), members.get(number).size());
        }

        @Override
        public List<Group> list(Actor actor) {
            return names.keySet().stream().map(this::group).toList();
        }

        @Override
        public GroupOutcome add(Actor actor, RequestId request, String name) {
            if (names.containsValue(name)) {
                return new GroupOutcome.Rejected(
                        List.of(Problem.of("name", name, "groups.name-taken")));
            }
            var number = names.size() + 1L;
            names.put(number, name);
            members.put(number, new ArrayList<>());
            return new GroupOutcome.Done(group(number));
        }

        @Override
        public GroupOutcome rename(Actor actor, RequestId request, GroupId id, String name) {
            names.put(id.number(), name);
            return new GroupOutcome.Done(group(id.number()));
        }

        @Override
        public GroupOutcome enter(Actor actor, RequestId request, GroupId id, PersonId person) {
            members.get(id.number()).add(person);
            return new GroupOutcome.Done(group(id.number()));
        }

        @Override
        public GroupOutcome leave(Actor actor, RequestId request, GroupId id, PersonId person) {
            members.get(id.number()).remove(person);
            return new GroupOutcome.Done(group(id.number()));
        }

        @Override
        public List<Group> ofPerson(Actor actor, PersonId person) {
            return members.keySet().stream()
                    .filter(group -> members.get(group).contains(person))
                    .map(this::group)
                    .toList();
        }

        @Override
        public Page<PersonId> members(Actor actor, GroupId id, @Nullable String after, int limit) {
            return new Page<>(List.copyOf(members.get(id.number())), null);
        }
    }

    /// Every owner has the same limit.
}
