package app.lodge.core.products;

import app.lodge.core.accounts.MoneyRules;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.groups.GroupId;
import app.lodge.core.settings.SiteSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Price lists in the books.
final class BookedPrices implements Prices {

    private static final int MOST_AT_ONCE = 5_000;
    private static final Actor SYSTEM = Actor.system("prices");

    private final Books books;
    private final MoneyRules rules;
    private final Supplier<SiteSettings> settings;

    BookedPrices(Books books, MoneyRules rules, Supplier<SiteSettings> settings) {
        this.books = books;
        this.rules = rules;
        this.settings = settings;
    }

    @Override
    public List<PriceList> lists(Actor actor) {
        actor.require(Permission.SEE_BOOKS);
        return books.read(ProductStore::lists);
    }

    @Override
    public ListOutcome begin(Actor actor, RequestId request, PriceList draft) {
        actor.require(Permission.CHANGE_PRICES);
        return books.once(
                actor,
                request,
                "prices.begin",
                draft,
                ListOutcome.class,
                tx -> {
                    var problems = problems(tx, draft);
                    if (!problems.isEmpty()) {
                        return new ListOutcome.Rejected(problems);
                    }
                    var id = ProductStore.begin(tx, draft);
                    var group = draft.group();
                    tx.journal(
                            "price-list.begun",
                            "price-list:" + id.number(),
                            Map.of(
                                    "points", draft.points(),
                                    "group", group == null ? 0 : group.number(),
                                    "hours", draft.hours().size(),
                                    "tax", draft.taxCode()));
                    return new ListOutcome.Done(list(tx, id));
                });
    }

    private List<Problem> problems(Tx tx, PriceList draft) {
        var problems =
                new ArrayList<>(ProductCheck.list(draft, ProductStore.lists(tx.sql()), taxCodes()));
        var known = ProductStore.points(tx.sql()).stream().map(Point::number).toList();
        draft.points().stream()
                .filter(point -> !known.contains(point))
                .map(point -> Problem.of("points", point, "products.point-unknown"))
                .forEach(problems::add);
        var group = draft.group();
        if (group != null && !ProductStore.groupExists(tx.sql(), group)) {
            problems.add(Problem.of("group", group.number(), "groups.unknown"));
        }
        return problems;
    }

    private Set<String> taxCodes() {
        return rules.rules(SYSTEM).taxCodes().keySet();
    }

    private static PriceList list(Tx tx, PriceListId id) {
        return ProductStore.lists(tx.sql()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public ListOutcome end(Actor actor, RequestId request, PriceListId id, LocalDate day) {
        actor.require(Permission.CHANGE_PRICES);
        return books.once(
                actor,
                request,
                "prices.end",
                List.of(id, day),
                ListOutcome.class,
                tx -> {
                    var found =
                            ProductStore.lists(tx.sql()).stream()
                                    .filter(one -> one.id().equals(id))
                                    .findFirst();
                    if (found.isEmpty() || found.get().endsAt() != null) {
                        return new ListOutcome.Rejected(
                                List.of(Problem.of("list", id.number(), "products.list-unknown")));
                    }
                    if (day.isBefore(today(tx))) {
                        return new ListOutcome.Rejected(
                                List.of(Problem.of("day", day, "products.from-past", today(tx))));
                    }
                    var at = PriceWriting.from(tx, day, settings.get().zone());
                    ProductStore.end(tx, id, at);
                    tx.journal(
                            "price-list.ended",
                            "price-list:" + id.number(),
                            Map.of("at", at.toString()));
                    return new ListOutcome.Done(list(tx, id));
                });
    }

    @Override
    public PriceOutcome put(Actor actor, RequestId request, List<Wanted> prices) {
        actor.require(Permission.CHANGE_PRICES);
        return books.once(
                actor,
                request,
                "prices.put",
                prices,
                PriceOutcome.class,
                tx -> {
                    var problems = new ArrayList<Problem>();
                    if (prices.isEmpty() || prices.size() > MOST_AT_ONCE) {
                        problems.add(
                                Problem.of(
                                        "prices",
                                        prices.size(),
                                        "products.prices-many",
                                        MOST_AT_ONCE));
                    }
                    var book = ProductStore.book(tx.sql());
                    prices.forEach(
                            one -> problems.addAll(PriceWriting.problems(book, one, today(tx))));
                    return problems.isEmpty()
                            ? new PriceOutcome.Done(
                                    prices.stream()
                                            .map(one ->
                                                    PriceWriting.price(
                                                            tx, one, settings.get().zone()))
                                            .toList())
                            : new PriceOutcome.Rejected(problems);
                });
    }

    private LocalDate today(Tx tx) {
        return LocalDate.ofInstant(tx.now(), settings.get().zone());
    }

    @Override
    public List<PriceBook.Price> history(Actor actor, int product) {
        actor.require(Permission.SEE_BOOKS);
        return books.read(ProductStore::book).prices().stream()
                .filter(price -> price.product() == product)
                .sorted(
                        Comparator.comparing(PriceBook.Price::from)
                                .thenComparingLong(PriceBook.Price::id)
                                .reversed())
                .toList();
    }

    @Override
    public Explained explain(Actor actor, Question question) {
        actor.require(Permission.SEE_BOOKS);
        var at = Objects.requireNonNullElseGet(question.at(), books.clock()::instant);
        return books.read(sql -> {
            var groups = new HashSet<Long>();
            var person = question.person();
            if (person != null) {
                groups.addAll(ProductStore.groupsOf(sql, person));
            }
            var group = question.group();
            if (group != null) {
                groups.add(group.number());
            }
            return ProductStore.book(sql)
                    .explain(
                            question.product(),
                            question.point(),
                            groups,
                            at,
                            settings.get().zone());
        });
    }

    @Override
    public List<Offer> offered(
            Actor actor, long point, @Nullable GroupId group, @Nullable Instant at) {
        actor.require(Permission.SEE_BOOKS);
        var moment = Objects.requireNonNullElseGet(at, books.clock()::instant);
        Set<Long> groups = group == null ? Set.of() : Set.of(group.number());
        var offers = books.read(ProductStore::book).at(point, moment);
        return offers.stream()
                .map(Offer::product)
                .distinct()
                .sorted()
                .flatMap(product ->
                        PriceRule.pick(offers, product, groups, moment, settings.get().zone())
                                .stream())
                .toList();
    }

    @Override
    public List<Point> points(Actor actor) {
        actor.require(Permission.SEE_BOOKS);
        return books.read(ProductStore::points);
    }
}
