package app.lodge.core.products;

import app.lodge.core.accounts.MoneyRules;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.settings.SiteSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Products in the books.
final class BookedProducts implements Products {

    private static final Actor SYSTEM = Actor.system("products");

    private final Books books;
    private final MoneyRules rules;
    private final Supplier<SiteSettings> settings;

    BookedProducts(Books books, MoneyRules rules, Supplier<SiteSettings> settings) {
        this.books = books;
        this.rules = rules;
        this.settings = settings;
    }

    @Override
    public List<Product> list(Actor actor) {
        actor.require(Permission.SEE_BOOKS);
        return books.read(ProductStore::products);
    }

    @Override
    public ProductOutcome put(Actor actor, RequestId request, Product product) {
        actor.require(Permission.CHANGE_PRICES);
        return books.once(
                actor,
                request,
                "products.put",
                product,
                ProductOutcome.class,
                tx -> {
                    var problems = ProductCheck.product(product, taxCodes());
                    if (!problems.isEmpty()) {
                        return new ProductOutcome.Rejected(problems);
                    }
                    var plain = ProductFile.stripped(product);
                    PriceWriting.product(tx, plain);
                    return new ProductOutcome.Done(plain);
                });
    }

    private Set<String> taxCodes() {
        return rules.rules(SYSTEM).taxCodes().keySet();
    }

    @Override
    public byte[] export(Actor actor) {
        actor.require(Permission.SEE_BOOKS);
        var site = settings.get();
        return ProductFile.write(
                books.read(ProductStore::book),
                books.clock().instant(),
                site.zone(),
                site.currency());
    }

    @Override
    public LoadOutcome load(
            Actor actor, RequestId request, String name, byte[] content, boolean dry) {
        actor.require(Permission.CHANGE_PRICES);
        var site = settings.get();
        var today = LocalDate.ofInstant(books.clock().instant(), site.zone());
        return switch (ProductFile.read(name, content, site.currency(), today)) {
            case ProductFile.Reading.Faulty(var problems) -> new LoadOutcome.Rejected(problems);
            case ProductFile.Reading.Read(var rows) ->
                    dry
                            ? books.read(sql -> told(ProductStore.book(sql), rows, today, false))
                            : books.once(
                                    actor,
                                    request,
                                    "products.load",
                                    rows,
                                    LoadOutcome.class,
                                    tx -> write(tx, rows));
        };
    }

    private LoadOutcome write(Tx tx, List<ProductFile.Row> rows) {
        var today = LocalDate.ofInstant(tx.now(), settings.get().zone());
        var book = ProductStore.book(tx.sql());
        var told = told(book, rows, today, true);
        if (told instanceof LoadOutcome.Loaded loaded) {
            for (var product : ProductFile.products(rows).values()) {
                if (!product.equals(book.products().get(product.number()))) {
                    PriceWriting.product(tx, product);
                }
            }
            for (var row : rows) {
                row.wanted(book)
                        .filter(wanted -> isNews(book, wanted))
                        .ifPresent(wanted -> PriceWriting.price(tx, wanted, settings.get().zone()));
            }
            tx.journal(
                    "product.file-loaded",
                    "product:0",
                    Map.of(
                            "newProducts", loaded.newProducts(),
                            "changedProducts", loaded.changedProducts(),
                            "newPrices", loaded.newPrices()));
        }
        return told;
    }

    private LoadOutcome told(
            PriceBook book, List<ProductFile.Row> rows, LocalDate today, boolean written) {
        var products = ProductFile.products(rows);
        var whole = ProductFile.together(book, products);
        var problems = new ArrayList<Problem>();
        for (var row : rows) {
            ProductCheck.product(row.product(), taxCodes()).stream()
                    .map(row::at)
                    .forEach(problems::add);
            row.unknownList(book).map(row::at).ifPresent(problems::add);
            row.wanted(book).map(wanted -> PriceWriting.problems(whole, wanted, today)).stream()
                    .flatMap(List::stream)
                    .map(row::at)
                    .forEach(problems::add);
        }
        if (!problems.isEmpty()) {
            return new LoadOutcome.Rejected(problems);
        }
        var wanted = rows.stream().flatMap(row -> row.wanted(book).stream()).toList();
        var fresh = (int) wanted.stream().filter(one -> isNews(book, one)).count();
        var added =
                (int)
                        products.keySet().stream()
                                .filter(number -> !book.products().containsKey(number))
                                .count();
        var same =
                (int)
                        products.values().stream()
                                .filter(one -> one.equals(book.products().get(one.number())))
                                .count();
        return new LoadOutcome.Loaded(
                added, products.size() - added - same, same, fresh, wanted.size() - fresh, written);
    }

    private boolean isNews(PriceBook book, Prices.Wanted wanted) {
        var zone = settings.get().zone();
        var begins = wanted.from().atStartOfDay(zone).toInstant();
        var now = books.clock().instant();
        return !PriceWriting.says(book, wanted, begins.isBefore(now) ? now : begins);
    }
}
