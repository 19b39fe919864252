package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.groups.GroupId;
import app.lodge.core.products.Explained;
import app.lodge.core.products.Offer;
import app.lodge.core.products.PastList;
import app.lodge.core.products.PastPrice;
import app.lodge.core.products.PriceBook;
import app.lodge.core.products.PriceList;
import app.lodge.core.products.PriceListId;
import app.lodge.core.products.Prices;
import app.lodge.core.products.Product;
import app.lodge.core.products.Products;
import app.lodge.core.rights.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A canteen's products with a list for everybody, one for lunch and one for staff.
final class FakeProducts implements Products, Prices {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.ofInstant(FakePeople.NOW, ZoneOffset.UTC);

    final List<Product> products =
            new ArrayList<>(
                    List.of(
                            product(101, "Coffee", "Kaffee", "Drinks", "standard"),
                            product(102, "Tea", "Tee", "Drinks", "standard"),
                            product(201, "Dish of the day", "Tagesgericht", "Meals", "reduced"),
                            product(202, "Soup", "Suppe", "Meals", "reduced"),
                            new Product(301, "Calendar 2025", Map.of(), "Shop", "", false)));
    final List<PriceList> lists =
            new ArrayList<>(
                    List.of(
                            list(1, "Everybody", List.of(), null, List.of()),
                            list(2, "Lunch", List.of(1L), null, List.of(Window.weekdays(660, 840))),
                            list(3, "Staff", List.of(1L), new GroupId(1), List.of())));
    final List<Wanted> put = new ArrayList<>();

    private static Product product(
            int number, String name, String german, String category, String tax) {
        return new Product(number, name, Map.of("de", german), category, tax, true);
    }

    private static PriceList list(
            long id, String name, List<Long> points, @Nullable GroupId group, List<Window> hours) {
        return new PriceList(new PriceListId(id), name, points, group, hours, "", null);
    }

    private Offer offer(PriceList list, int product, long minor) {
        var named =
                products.stream().filter(one -> one.number() == product).findFirst().orElseThrow();
        return new Offer(
                list.id().number() * 1_000 + product,
                product,
                named.name(),
                named.names(),
                named.category(),
                minor,
                BEGAN,
                null,
                null,
                List.of(),
                list.rank(),
                named.taxCode());
    }

    @Override
    public List<Product> list(Actor actor) {
        return List.copyOf(products);
    }

    @Override
    public ProductOutcome put(Actor actor, RequestId request, Product product) {
        if (product.name().isBlank()) {
            return new ProductOutcome.Rejected(
                    List.of(Problem.of("name", "", "products.name-length", 80)));
        }
        products.removeIf(one -> one.number() == product.number());
        products.add(product);
        return new ProductOutcome.Done(product);
    }

    @Override
    public byte[] export(Actor actor) {
        return new byte[0];
    }

    @Override
    public LoadOutcome load(
            Actor actor, RequestId request, String name, byte[] content, boolean dry) {
        return new LoadOutcome.Loaded(3, 1, 0, 4, 0, !dry);
    }

    @Override
    public List<PriceList> lists(Actor actor) {
        return List.copyOf(lists);
    }

    @Override
    public ListOutcome begin(Actor actor, RequestId request, PriceList draft) {
        lists.add(draft);
        return new ListOutcome.Done(draft);
    }

    @Override
    public ListOutcome end(Actor actor, RequestId request, PriceListId list, LocalDate day) {
        if (!day.isAfter(TODAY)) {
            return new ListOutcome.Rejected(
                    List.of(Problem.of("day", day, "products.from-past", TODAY)));
        }
        return new ListOutcome.Done(ended(list, day));
    }

    private PriceList ended(PriceListId id, LocalDate day) {
        var at = lists.stream().filter(one -> one.id().equals(id)).findFirst().map(lists::indexOf);
        var old = lists.get(at.orElseThrow());
        var over =
                new PriceList(
                        old.id(),
                        old.name(),
                        old.points(),
                        old.group(),
                        old.hours(),
                        old.taxCode(),
                        day.atStartOfDay(ZoneOffset.UTC).toInstant());
        lists.set(at.orElseThrow(), over);
        return over;
    }

    @Override
    public ListOutcome change(
            Actor actor, RequestId request, PriceListId list, LocalDate day, PriceList draft) {
        if (draft.name().isBlank()) {
            return new ListOutcome.Rejected(
                    List.of(Problem.of("name", "", "products.name-length", 80)));
        }
        ended(list, day);
        var begun =
                new PriceList(
                        new PriceListId(lists.size() + 1L),
                        draft.name(),
                        draft.points(),
                        draft.group(),
                        draft.hours(),
                        draft.taxCode(),
                        null);
        lists.add(begun);
        return new ListOutcome.Done(begun);
    }

    @Override
    public List<PastList> pastLists(Actor actor) {
        return lists.reversed().stream()
                .map(list ->
                        new PastList(
                                list,
                                BEGAN,
                                "Clara Novak",
                                list.endsAt() == null ? null : FakePeople.NOW,
                                list.endsAt() == null ? "" : "Clara Novak"))
                .toList();
    }

    @Override
    public PriceOutcome put(Actor actor, RequestId request, List<Wanted> prices) {
        put.addAll(prices);
        return new PriceOutcome.Done(List.of());
    }

    @Override
    public List<PastPrice> history(Actor actor, int product) {
        var changed = Instant.parse("2026-09-01T00:00:00Z");
        return List.of(
                past(3, 1, product, null, Instant.parse("2027-01-01T00:00:00Z"), null),
                past(2, 1, product, 150L, changed, Instant.parse("2027-01-01T00:00:00Z")),
                past(4, 2, product, 120L, BEGAN, null),
                past(1, 1, product, 140L, BEGAN, changed));
    }

    private static PastPrice past(
            long id,
            long list,
            int product,
            @Nullable Long minor,
            Instant from,
            @Nullable Instant until) {
        return new PastPrice(
                new PriceBook.Price(id, new PriceListId(list), product, minor, from, BEGAN),
                until,
                "Clara Novak");
    }

    @Override
    public Explained explain(Actor actor, Question question) {
        var product = question.product();
        if (product > 202) {
            return new Explained(FakePeople.NOW, null, List.of());
        }
        var lunch = offer(lists.get(1), product, product < 200 ? 120 : 480);
        return new Explained(
                FakePeople.NOW,
                lunch,
                List.of(
                        new Explained.Line(lists.get(1), lunch, Explained.Verdict.HOLDS),
                        new Explained.Line(
                                lists.get(0),
                                offer(lists.get(0), product, product < 200 ? 150 : 590),
                                Explained.Verdict.LESS_PARTICULAR),
                        new Explained.Line(
                                lists.get(2),
                                offer(lists.get(2), product, product < 200 ? 100 : 390),
                                Explained.Verdict.OTHER_GROUP)));
    }

    @Override
    public List<Offer> offered(
            Actor actor, long point, @Nullable GroupId group, @Nullable Instant at) {
        return List.of(
                offer(lists.get(1), 101, 120),
                offer(lists.get(1), 102, 110),
                offer(lists.get(1), 201, 480));
    }

    @Override
    public List<Point> points(Actor actor) {
        return List.of(
                new Point(1, "canteen-1", "Canteen, till 1"),
                new Point(2, "cafe-1", "Café"),
                new Point(3, "vending-3", "Drinks machine, hall 3"));
    }
}
