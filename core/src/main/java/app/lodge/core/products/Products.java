package app.lodge.core.products;

import app.lodge.core.accounts.MoneyRules;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.settings.SiteSettings;
import java.util.List;
import java.util.function.Supplier;

/// What payment points sell (ID-52, ID-62), also in from a file and out to one.
public interface Products {

    /// @param rules of the site about money, for its tax table
    static Products in(Books books, MoneyRules rules, Supplier<SiteSettings> settings) {
        return new BookedProducts(books, rules, settings);
    }

    /// By number.
    List<Product> list(Actor actor);

    /// Makes a product, or changes the one with this number; tills follow at once.
    ProductOutcome put(Actor actor, RequestId request, Product product);

    /// Products and prices as CSV (RFC 4180, UTF-8): what {@link #load} takes. Every price that holds or
    /// will hold is a row; a product without one is a row with an empty list.
    byte[] export(Actor actor);

    /// Reads `number`, `name`, `name.de` …, `category`, `tax`, `active`, `list`, `price`, `from` from a CSV or
    /// XLSX file: all of it, or nothing. A price of the same list, product and amount changes nothing.
    ///
    /// @param dry only says what would become of it
    LoadOutcome load(Actor actor, RequestId request, String name, byte[] content, boolean dry);

    sealed interface ProductOutcome {
        record Done(Product product) implements ProductOutcome {}

        record Rejected(List<Problem> problems) implements ProductOutcome {}
    }

    sealed interface LoadOutcome {
        /// @param written false after a dry run
        record Loaded(
                int newProducts,
                int changedProducts,
                int sameProducts,
                int newPrices,
                int samePrices,
                boolean written)
                implements LoadOutcome {}

        /// @param problems field = `row 7: price` and the like
        record Rejected(List<Problem> problems) implements LoadOutcome {}
    }
}
