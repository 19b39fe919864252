package app.lodge.core.topups;

import app.lodge.core.accounts.Bookkeeping;
import app.lodge.core.accounts.OutsideMoney;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.Register;
import app.lodge.core.topups.TopUpOrder.State;
import app.lodge.core.topups.TopUps.OrderOutcome.Done;
import app.lodge.core.topups.TopUps.OrderOutcome.NoMandate;
import app.lodge.core.topups.TopUps.OrderOutcome.Refused;
import app.lodge.core.topups.TopUps.OrderOutcome.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Top-up orders as rows in the books; how each moves on is in {@link OrderSteps}.
final class BookedTopUps implements TopUps {

    private static final int LONGEST_PAGE = 500;
    private static final Pattern REFERENCE =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9./:-]{0,33}[A-Za-z0-9])?");
    private static final Pattern REASON = Pattern.compile("[A-Z]{2}[A-Z0-9]{2}");

    private final Books books;
    private final Register register;
    private final SourceRules rules;
    private final OutsideMoney money;
    private final OrderSteps steps;
    private final MandateStore mandates = new MandateStore();
    private final TopUpStore store = new TopUpStore();

    BookedTopUps(Bookkeeping keeping, Books books, Register register) {
        this.books = books;
        this.register = register;
        this.rules = new SourceRules(books);
        this.money = OutsideMoney.in(keeping);
        this.steps = new OrderSteps(rules, money, store);
    }

    @Override
    public Map<TopUpSource, SourceRule> rules(Actor actor) {
        actor.require(Permission.SEE_ACCOUNTS);
        return rules.all();
    }

    @Override
    public List<Problem> changeRule(
            Actor actor, RequestId request, TopUpSource source, SourceRule rule) {
        actor.require(Permission.CHANGE_SETTINGS);
        return rules.change(actor, request, source, rule);
    }

    @Override
    public OrderOutcome order(Actor actor, RequestId request, NewOrder order) {
        return ordered(actor, request, "top-ups.order", order, _ -> List.of());
    }

    OrderOutcome byHolder(
            Actor actor, RequestId request, NewOrder order, Function<Tx, List<Problem>> against) {
        return ordered(actor, request, "self-service.top-up", order, against);
    }

    private OrderOutcome ordered(
            Actor actor,
            RequestId request,
            String door,
            NewOrder order,
            Function<Tx, List<Problem>> against) {
        actor.require(Permission.TOP_UP);
        var problems = problems(order);
        if (!problems.isEmpty()) {
            return new Rejected(problems);
        }
        money.find(order.account())
                .ifPresent(account -> register.reach().require(actor, account.holder()));
        return once(
                actor,
                request,
                door,
                order,
                tx -> {
                    var lost = against.apply(tx);
                    return lost.isEmpty() ? orderIn(tx, order) : new Rejected(lost);
                });
    }

    private OrderOutcome orderIn(Tx tx, NewOrder order) {
        var before = store.find(tx.sql(), order.source(), order.reference());
        if (before.isPresent()) {
            return same(before.get(), order)
                    ? new Done(before.get(), true)
                    : new Rejected(
                            List.of(
                                    Problem.of(
                                            "reference",
                                            order.reference(),
                                            "top-ups.reference-taken",
                                            before.get().number())));
        }
        var found = money.find(tx, order.account());
        if (found.isEmpty()) {
            return new Rejected(
                    List.of(Problem.of("account", order.account().number(), "accounts.not-found")));
        }
        var account = found.get();
        if (!account.balance().currency().equals(order.amount().currency())) {
            return new Rejected(
                    List.of(
                            Problem.of(
                                    "amount",
                                    order.amount(),
                                    "accounts.currency-mismatch",
                                    account.balance().currency())));
        }
        var refusal = money.refusal(tx, account, order.amount());
        if (refusal != null) {
            return new Refused(refusal);
        }
        if (order.source() != TopUpSource.DIRECT_DEBIT) {
            return new Done(placed(tx, order, State.ORDERED, null, null), false);
        }
        if (!order.amount().currency().getCurrencyCode().equals("EUR")) {
            return new Rejected(
                    List.of(Problem.of("amount", order.amount(), "top-ups.debit-euros")));
        }
        return mandates.collectable(tx, account.holder())
                .<OrderOutcome>map(mandate ->
                        new Done(
                                steps.authorised(
                                        tx,
                                        placed(
                                                tx,
                                                order,
                                                State.ORDERED,
                                                mandate.number(),
                                                mandate.reference()),
                                        mandate.reference()),
                                false))
                .orElseGet(NoMandate::new);
    }

    private TopUpOrder placed(
            Tx tx, NewOrder order, State state, @Nullable Long mandate, @Nullable String by) {
        var number = store.insert(tx, order, state, mandate, by);
        tx.journal(
                "top-up.ordered",
                "account:" + order.account().number(),
                Map.of(
                        "order", number,
                        "source", order.source().name(),
                        "reference", order.reference(),
                        "amount", order.amount().minor(),
                        "currency", order.amount().currency().getCurrencyCode()));
        return store.find(tx.sql(), number).orElseThrow();
    }

    private static boolean same(TopUpOrder known, NewOrder order) {
        return known.account().equals(order.account()) && known.amount().equals(order.amount());
    }

    private static List<Problem> problems(NewOrder order) {
        var problems = new ArrayList<Problem>();
        if (!REFERENCE.matcher(order.reference()).matches()
                || order.reference().contains("//")
                || CardNumbers.within(order.reference())) {
            problems.add(Problem.of("reference", "", "top-ups.reference-form"));
        }
        if (!order.amount().positive()) {
            problems.add(Problem.of("amount", order.amount(), "accounts.amount-not-positive"));
        }
        return problems;
    }

    @Override
    public OrderOutcome authorise(
            Actor actor, RequestId request, long order, String authorisation) {
        actor.require(Permission.TOP_UP);
        if (authorisation.isBlank()
                || authorisation.length() > 64
                || !authorisation.chars().allMatch(c -> c > ' ' && c < 127)
                || CardNumbers.within(authorisation)) {
            return new Rejected(
                    List.of(Problem.of("authorisation", "", "top-ups.authorisation-form")));
        }
        return step(
                actor,
                request,
                "top-ups.authorise",
                order,
                authorisation,
                (tx, found) -> steps.authorise(tx, found, authorisation));
    }

    @Override
    public OrderOutcome refuse(Actor actor, RequestId request, long order) {
        actor.require(Permission.TOP_UP);
        return step(actor, request, "top-ups.refuse", order, "", steps::refuse);
    }

    @Override
    public OrderOutcome settle(Actor actor, RequestId request, long order) {
        actor.require(Permission.MOVE_MONEY);
        return step(actor, request, "top-ups.settle", order, "", steps::settle);
    }

    @Override
    public OrderOutcome giveBack(Actor actor, RequestId request, long order, String reason) {
        actor.require(Permission.MOVE_MONEY);
        if (!REASON.matcher(reason).matches()) {
            return new Rejected(List.of(Problem.of("reason", reason, "top-ups.reason-form")));
        }
        return step(
                actor,
                request,
                "top-ups.give-back",
                order,
                reason,
                (tx, found) -> steps.giveBack(tx, found, reason));
    }

    private OrderOutcome step(
            Actor actor,
            RequestId request,
            String door,
            long order,
            String detail,
            BiFunction<Tx, TopUpOrder, OrderOutcome> work) {
        books.read(sql -> store.find(sql, order))
                .flatMap(found -> money.find(found.account()))
                .ifPresent(account -> register.reach().require(actor, account.holder()));
        return once(
                actor,
                request,
                door,
                List.of(order, detail),
                tx ->
                        store.find(tx.sql(), order)
                                .map(found -> work.apply(tx, found))
                                .orElseGet(() ->
                                        new Rejected(
                                                List.of(
                                                        Problem.of(
                                                                "order",
                                                                order,
                                                                "top-ups.unknown")))));
    }

    private OrderOutcome once(
            Actor actor,
            RequestId request,
            String door,
            Object content,
            Books.Writing<OrderOutcome> work) {
        return books.once(actor, request, door, content, OrderOutcome.class, work);
    }

    @Override
    public Optional<TopUpOrder> find(Actor actor, long order) {
        actor.require(Permission.SEE_ACCOUNTS);
        return books.read(sql -> store.find(sql, order)).filter(found -> reaches(actor, found));
    }

    @Override
    public Optional<TopUpOrder> findByReference(Actor actor, TopUpSource source, String reference) {
        actor.require(Permission.SEE_ACCOUNTS);
        return books.read(sql -> store.find(sql, source, reference))
                .filter(found -> reaches(actor, found));
    }

    @Override
    public Page<TopUpOrder> list(
            Actor actor, @Nullable State state, @Nullable String after, int limit) {
        actor.require(Permission.SEE_ACCOUNTS);
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        var before = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        var rows = books.read(sql -> store.below(sql, state, before, size + 1));
        var shown = rows.subList(0, Math.min(size, rows.size()));
        return new Page<>(
                shown.stream().filter(order -> reaches(actor, order)).toList(),
                rows.size() > size ? Long.toString(shown.getLast().number()) : null);
    }

    private boolean reaches(Actor actor, TopUpOrder order) {
        return money.find(order.account())
                .map(account -> register.reach().reaches(actor, account.holder()))
                .orElse(true);
    }
}
