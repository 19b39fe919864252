package app.lodge.core.products;

import app.lodge.core.books.Problem;
import app.lodge.core.books.Tx;
import app.lodge.core.products.Prices.Wanted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes products and prices, with their lines in the journal.
final class PriceWriting {

    static final String PUT = "price.put";

    private PriceWriting() {}

    static void product(Tx tx, Product product) {
        ProductStore.put(tx, product);
        tx.journal(
                "product.put",
                "product:" + product.number(),
                Map.of("tax", product.taxCode(), "active", product.active()));
    }

    static List<Problem> problems(PriceBook book, Wanted wanted, LocalDate today) {
        var problems = new ArrayList<Problem>();
        var list = book.lists().stream().filter(one -> one.id().equals(wanted.list())).findFirst();
        if (list.isEmpty() || list.get().endsAt() != null) {
            problems.add(Problem.of("list", wanted.list().number(), "products.list-unknown"));
        }
        if (!book.products().containsKey(wanted.product())) {
            problems.add(Problem.of("product", wanted.product(), "products.unknown"));
        }
        var minor = wanted.minor();
        if (minor != null && (minor < 0 || minor > ProductCheck.MOST)) {
            problems.add(Problem.of("price", minor, "products.price-range"));
        }
        if (wanted.from().isBefore(today)) {
            problems.add(Problem.of("from", wanted.from(), "products.from-past", today));
        }
        return problems;
    }

    static PriceBook.Price price(Tx tx, Wanted wanted, ZoneId zone) {
        return price(
                tx, wanted.list(), wanted.product(), wanted.minor(), from(tx, wanted.from(), zone));
    }

    static PriceBook.Price price(
            Tx tx, PriceListId list, int product, @Nullable Long minor, Instant from) {
        var price = ProductStore.put(tx, list, product, minor, from);
        var content = new LinkedHashMap<String, Object>();
        content.put("list", price.list().number());
        content.put("price", price.id());
        content.put("from", price.from().toString());
        if (minor != null) {
            content.put("minor", minor);
        }
        tx.journal(PUT, "product:" + price.product(), content);
        return price;
    }

    /// The day's first moment at the site; of today, now: nothing changes what was.
    static Instant from(Tx tx, LocalDate day, ZoneId zone) {
        var begins = day.atStartOfDay(zone).toInstant();
        return begins.isBefore(tx.now()) ? tx.now() : begins;
    }

    /// Whether the list will cost just that from then on without another word.
    static boolean says(PriceBook book, Wanted wanted, Instant from) {
        var row =
                book.prices().stream()
                        .filter(price -> price.list().equals(wanted.list()))
                        .filter(price -> price.product() == wanted.product())
                        .filter(price -> !price.from().isAfter(from))
                        .max(
                                java.util.Comparator.comparing(PriceBook.Price::from)
                                        .thenComparingLong(PriceBook.Price::id));
        return row.isPresent() && Objects.equals(row.get().minor(), wanted.minor());
    }
}
