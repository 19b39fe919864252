package app.lodge.desktop;

import app.lodge.core.batches.CardPrices;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import java.util.List;

/// What ribbons and blanks cost, in memory.
final class FakeCardPrices implements CardPrices {

    private Prices prices = new Prices(8_500, 300, 84);

    @Override
    public Prices prices(Actor actor) {
        return prices;
    }

    @Override
    public List<Problem> change(Actor actor, RequestId request, Prices wanted) {
        prices = wanted;
        return List.of();
    }
}
