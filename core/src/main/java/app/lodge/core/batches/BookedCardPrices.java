package app.lodge.core.batches;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.doors.Json;
import app.lodge.core.settings.Documents;
import java.util.List;
import java.util.Map;

/// The prices as one document of the site's settings.
final class BookedCardPrices implements CardPrices {

    private static final String DOCUMENT = "card-prices";

    private final Books books;

    BookedCardPrices(Books books) {
        this.books = books;
    }

    @Override
    public Prices prices(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return Documents.find(books, DOCUMENT)
                .map(text -> Json.read(text, Prices.class))
                .orElse(Prices.UNTOLD);
    }

    @Override
    public List<Problem> change(Actor actor, RequestId request, Prices prices) {
        actor.require(Permission.CHANGE_SETTINGS);
        var problems = prices.problems();
        if (problems.isEmpty()) {
            books.once(
                    actor,
                    request,
                    "batches.prices",
                    prices,
                    Boolean.class,
                    tx -> {
                        Documents.put(tx, DOCUMENT, Json.text(prices, Prices.class));
                        tx.journal(
                                "batch.prices-changed",
                                "site",
                                Map.of(
                                        "ribbon",
                                        prices.ribbon(),
                                        "sides",
                                        prices.sides(),
                                        "blank",
                                        prices.blank()));
                        return true;
                    });
        }
        return problems;
    }
}
