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
import java.util.HashSet;
import java.util.List;
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
                    var problems = ListWriting.problems(tx, draft, taxCodes());
                    return problems.isEmpty()
                            ? new ListOutcome.Done(ListWriting.begin(tx, draft))
                            : new ListOutcome.Rejected(problems);
                });
    }

    private Set<String> taxCodes() {
        return rules.rules(SYSTEM).taxCodes().keySet();
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
                    var problems = ListWriting.endProblems(tx, id, day, today(tx));
                    return problems.isEmpty()
                            ? new ListOutcome.Done(ListWriting.end(tx, id, beginning(tx, day)))
                            : new ListOutcome.Rejected(problems);
                });
    }

    @Override
    public ListOutcome change(
            Actor actor, RequestId request, PriceListId id, LocalDate day, PriceList draft) {
        actor.require(Permission.CHANGE_PRICES);
        return books.once(
                actor,
                request,
                "prices.change",
                List.of(id, day, draft),
                ListOutcome.class,
                tx -> {
                    var problems = new ArrayList<>(ListWriting.endProblems(tx, id, day, today(tx)));
                    problems.addAll(ListWriting.problems(tx, draft, taxCodes()));
                    if (!problems.isEmpty()) {
                        return new ListOutcome.Rejected(problems);
                    }
                    var at = beginning(tx, day);
                    var book = ProductStore.book(tx.sql());
                    ListWriting.end(tx, id, at);
                    var begun = ListWriting.begin(tx, draft);
                    ListWriting.carry(tx, book, id, begun.id(), at);
                    return new ListOutcome.Done(begun);
                });
    }

    private Instant beginning(Tx tx, LocalDate day) {
        return PriceWriting.from(tx, day, settings.get().zone());
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
    public List<PastPrice> history(Actor actor, int product) {
        actor.require(Permission.SEE_BOOKS);
        return books.read(sql -> PastStore.prices(sql, product));
    }

    @Override
    public List<PastList> pastLists(Actor actor) {
        actor.require(Permission.SEE_BOOKS);
        return books.read(PastStore::lists);
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
