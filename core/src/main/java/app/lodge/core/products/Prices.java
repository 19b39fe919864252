package app.lodge.core.products;

import app.lodge.core.accounts.MoneyRules;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.groups.GroupId;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Price lists per payment point, group of people and hours of the week, each price from a day on; those
/// before are kept for ever (ID-62). {@link PriceRule} says which one holds.
public interface Prices {

    static Prices in(Books books, MoneyRules rules, Supplier<SiteSettings> settings) {
        return new BookedPrices(books, rules, settings);
    }

    /// By name, those that ended too.
    List<PriceList> lists(Actor actor);

    /// @param draft its number and end do not count
    ListOutcome begin(Actor actor, RequestId request, PriceList draft);

    /// Ends a list at the beginning of a day at the site; today: now.
    ListOutcome end(Actor actor, RequestId request, PriceListId list, LocalDate day);

    /// Changes a list from a day on: the list ends at the beginning of that day at the site, today now, and
    /// another one begins then, with the prices that the old one has and was to have. All of it or nothing.
    ///
    /// @param draft what the new one says, as in {@link #begin}; its name is another one than the old one's
    ListOutcome change(
            Actor actor, RequestId request, PriceListId list, LocalDate day, PriceList draft);

    /// Puts prices, all or none; each holds from the beginning of its day at the site, from today: from now
    /// on.
    PriceOutcome put(Actor actor, RequestId request, List<Wanted> prices);

    /// Every price that a product ever had or is to have, until when and put by whom, newest beginning first.
    List<PastPrice> history(Actor actor, int product);

    /// Every list there ever was, begun and ended by whom, the newest first.
    List<PastList> pastLists(Actor actor);

    /// What a product costs, and why. Empty groups and no person: what everybody pays.
    Explained explain(Actor actor, Question question);

    /// What a payment point sells at a moment, by product.
    ///
    /// @param group null for everybody
    /// @param at null for now
    List<Offer> offered(Actor actor, long point, @Nullable GroupId group, @Nullable Instant at);

    /// The payment points that lists may name, by label.
    List<Point> points(Actor actor);

    record Point(long number, String name, String label) {}

    /// @param minor null: not sold by this list from then on
    record Wanted(PriceListId list, int product, @Nullable Long minor, LocalDate from) {}

    /// @param person whose groups count; null for nobody in particular
    /// @param group that counts besides; null for none
    /// @param at null for now
    record Question(
            int product,
            long point,
            @Nullable PersonId person,
            @Nullable GroupId group,
            @Nullable Instant at) {}

    sealed interface ListOutcome {
        record Done(PriceList list) implements ListOutcome {}

        record Rejected(List<Problem> problems) implements ListOutcome {}
    }

    sealed interface PriceOutcome {
        record Done(List<PriceBook.Price> prices) implements PriceOutcome {}

        record Rejected(List<Problem> problems) implements PriceOutcome {}
    }
}
