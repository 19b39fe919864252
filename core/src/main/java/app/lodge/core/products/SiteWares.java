package app.lodge.core.products;

import app.lodge.core.accounts.Sold;
import app.lodge.core.accounts.Wares;
import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the site knows of what was sold: its products and prices, read once and again after any of them
/// changed, so that a payment asks the database nothing.
public final class SiteWares implements Wares {

    private volatile @Nullable PriceBook known;

    private SiteWares() {}

    public static SiteWares of(Books books) {
        var wares = new SiteWares();
        books.changes()
                .listen(facts -> {
                    if (facts.stream().anyMatch(fact -> changesPrices(fact.kind()))) {
                        wares.known = null;
                    }
                });
        return wares;
    }

    /// Whether a fact of this kind may change what a till sells.
    public static boolean changesPrices(String kind) {
        return kind.startsWith("product.") || kind.startsWith("price");
    }

    @Override
    public Ware of(Tx tx, long device, Sold.Line line, Instant at) {
        var book = book(tx);
        var product = book.products().get(line.product());
        if (product == null) {
            return new Ware("", Remark.UNKNOWN_PRODUCT);
        }
        var offers =
                book.at(device, Instant.MIN).stream()
                        .filter(offer -> offer.product() == line.product())
                        .filter(offer -> offer.begun(at))
                        .filter(offer -> offer.minor() == line.price())
                        .toList();
        return new Ware(
                taxCode(offers, product), offers.isEmpty() ? Remark.OTHER_PRICE : Remark.NONE);
    }

    /// That of the most particular list with this price; of none, the product's own.
    private static String taxCode(List<Offer> offers, Product product) {
        return offers.stream()
                .min(PriceRule.FIRST_WINS)
                .map(Offer::taxCode)
                .orElse(product.taxCode());
    }

    private PriceBook book(Tx tx) {
        var book = known;
        if (book == null) {
            book = ProductStore.book(tx.sql());
            known = book;
        }
        return book;
    }
}
