package app.lodge.core.batches;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import java.util.ArrayList;
import java.util.List;

/// What the site pays for the things that a card is made of, so that a batch's cost is known before it
/// begins. The prices are the site's: desks buy ribbons and blanks together.
public interface CardPrices {

    static CardPrices in(Books books) {
        return new BookedCardPrices(books);
    }

    /// @param ribbon for a whole ribbon, in minor units of the site's currency; 0 if nobody has said
    /// @param sides that a ribbon prints where the printer does not say; 0 if nobody has said
    /// @param blank for one blank, in minor units; 0 if nobody has said
    record Prices(long ribbon, int sides, long blank) {

        static final long HIGHEST = 10_000_000;
        static final int MOST_SIDES = 10_000;

        public static final Prices UNTOLD = new Prices(0, 0, 0);

        List<Problem> problems() {
            var problems = new ArrayList<Problem>();
            within("ribbon", ribbon, HIGHEST, problems);
            within("sides", sides, MOST_SIDES, problems);
            within("blank", blank, HIGHEST, problems);
            return problems;
        }

        private static void within(String field, long value, long most, List<Problem> problems) {
            if (value < 0 || value > most) {
                problems.add(Problem.of(field, value, "settings.range", 0, most));
            }
        }
    }

    Prices prices(Actor actor);

    /// @return what is wrong with them; empty if they hold from now on
    List<Problem> change(Actor actor, RequestId request, Prices prices);
}
