package app.lodge.core.products;

import app.lodge.core.books.Problem;
import app.lodge.core.books.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Begins and ends price lists, with their lines in the journal.
final class ListWriting {

    static final String BEGUN = "price-list.begun";
    static final String ENDED = "price-list.ended";
    static final String SUBJECT = "price-list:";

    private ListWriting() {}

    static List<Problem> problems(Tx tx, PriceList draft, Set<String> taxCodes) {
        var problems =
                new ArrayList<>(ProductCheck.list(draft, ProductStore.lists(tx.sql()), taxCodes));
        var known = ProductStore.points(tx.sql()).stream().map(Prices.Point::number).toList();
        draft.points().stream()
                .filter(point -> !known.contains(point))
                .map(point -> Problem.of("points", point, "products.point-unknown"))
                .forEach(problems::add);
        var group = draft.group();
        if (group != null && !ProductStore.groupExists(tx.sql(), group)) {
            problems.add(Problem.of("group", group.number(), "groups.unknown"));
        }
        return problems;
    }

    /// What is wrong with ending a list on a day.
    static List<Problem> endProblems(Tx tx, PriceListId id, LocalDate day, LocalDate today) {
        var stands =
                ProductStore.lists(tx.sql()).stream()
                        .anyMatch(list -> list.id().equals(id) && list.endsAt() == null);
        if (!stands) {
            return List.of(Problem.of("list", id.number(), "products.list-unknown"));
        }
        return day.isBefore(today)
                ? List.of(Problem.of("day", day, "products.from-past", today))
                : List.of();
    }

    static PriceList begin(Tx tx, PriceList draft) {
        var id = ProductStore.begin(tx, draft);
        var group = draft.group();
        tx.journal(
                BEGUN,
                SUBJECT + id.number(),
                Map.of(
                        "points", draft.points(),
                        "group", group == null ? 0 : group.number(),
                        "hours", draft.hours().size(),
                        "tax", draft.taxCode()));
        return list(tx, id);
    }

    static PriceList end(Tx tx, PriceListId id, Instant at) {
        ProductStore.end(tx, id, at);
        tx.journal(ENDED, SUBJECT + id.number(), Map.of("at", at.toString()));
        return list(tx, id);
    }

    /// Gives a list the prices that another one has at a moment, and those that it was to have after it.
    static void carry(Tx tx, PriceBook book, PriceListId from, PriceListId to, Instant at) {
        var ofList =
                book.prices().stream()
                        .filter(price -> price.list().equals(from))
                        .sorted(Comparator.comparingLong(PriceBook.Price::id))
                        .toList();
        var holding =
                ofList.stream()
                        .filter(price -> !price.from().isAfter(at))
                        .collect(
                                Collectors.toMap(
                                        PriceBook.Price::product,
                                        price -> price,
                                        (one, other) ->
                                                other.from().isBefore(one.from()) ? one : other));
        ofList.stream()
                .filter(price ->
                        price.from().isAfter(at)
                                || price.minor() != null
                                        && price.equals(holding.get(price.product())))
                .forEach(price ->
                        PriceWriting.price(
                                tx,
                                to,
                                price.product(),
                                price.minor(),
                                price.from().isAfter(at) ? price.from() : at));
    }

    private static PriceList list(Tx tx, PriceListId id) {
        return ProductStore.lists(tx.sql()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
