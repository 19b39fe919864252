package app.lodge.core.products;

import app.lodge.core.books.Tx;
import app.lodge.core.rights.PlanText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All products, lists and prices at once, as the books had them.
///
/// @param prices every one ever put, in any order
public record PriceBook(Map<Integer, Product> products, List<PriceList> lists, List<Price> prices) {

    private static final Comparator<Price> IN_TURN =
            Comparator.comparing(Price::from).thenComparingLong(Price::id);

    public PriceBook {
        products = Map.copyOf(products);
        lists = List.copyOf(lists);
        prices = List.copyOf(prices);
    }

    /// As it stands.
    public static PriceBook in(Tx tx) {
        return ProductStore.book(tx.sql());
    }

    /// One line of a list: from then on, until the next one of the same product.
    ///
    /// @param minor null: this list does not sell it from then on
    public record Price(
            long id,
            PriceListId list,
            int product,
            @Nullable Long minor,
            Instant from,
            Instant putAt) {}

    /// Groups that any list names: only these have to be known at a till.
    public Set<Long> groups() {
        return lists.stream()
                .flatMap(list -> Optional.ofNullable(list.group()).stream())
                .map(group -> group.number())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What a payment point may ever choose from.
    ///
    /// @param notOver leaves out what ended by then
    public List<Offer> at(long point, Instant notOver) {
        return lists.stream()
                .filter(list -> list.holdsAt(point))
                .flatMap(list -> of(list).stream())
                .filter(offer -> offer.until() == null || offer.until().isAfter(notOver))
                .sorted(Comparator.comparingLong(Offer::id))
                .toList();
    }

    /// Every price that the list ever had, each with its end.
    List<Offer> of(PriceList list) {
        var byProduct = new HashMap<Integer, List<Price>>();
        for (var price : prices) {
            if (price.list().equals(list.id())) {
                byProduct.computeIfAbsent(price.product(), _ -> new ArrayList<>()).add(price);
            }
        }
        return byProduct.values().stream().flatMap(row -> inTurn(list, row).stream()).toList();
    }

    private List<Offer> inTurn(PriceList list, List<Price> ofProduct) {
        var row = ofProduct.stream().sorted(IN_TURN).toList();
        var offers = new ArrayList<Offer>();
        for (var i = 0; i < row.size(); i++) {
            var price = row.get(i);
            var until = earlier(i + 1 < row.size() ? row.get(i + 1).from() : null, list.endsAt());
            var product = products.get(price.product());
            var minor = price.minor();
            if (minor != null
                    && product != null
                    && product.active()
                    && (until == null || until.isAfter(price.from()))) {
                offers.add(offer(list, product, price, minor, until));
            }
        }
        return offers;
    }

    private static Offer offer(
            PriceList list, Product product, Price price, long minor, @Nullable Instant until) {
        var group = list.group();
        return new Offer(
                price.id(),
                product.number(),
                product.name(),
                product.names(),
                product.category(),
                minor,
                price.from(),
                until,
                group == null ? null : group.number(),
                list.hours().stream().map(PlanText::word).toList(),
                list.rank(),
                list.taxCode().isEmpty() ? product.taxCode() : list.taxCode());
    }

    /// Every price of a product with its end, the newest beginning first; who put it stays empty.
    List<PastPrice> history(int product) {
        var past = new ArrayList<PastPrice>();
        for (var list : lists) {
            var row =
                    prices.stream()
                            .filter(price -> price.product() == product)
                            .filter(price -> price.list().equals(list.id()))
                            .sorted(IN_TURN)
                            .toList();
            for (var i = 0; i < row.size(); i++) {
                var from = row.get(i).from();
                var until =
                        earlier(i + 1 < row.size() ? row.get(i + 1).from() : null, list.endsAt());
                past.add(
                        new PastPrice(
                                row.get(i),
                                until != null && until.isBefore(from) ? from : until,
                                ""));
            }
        }
        past.sort(Comparator.comparing(PastPrice::price, IN_TURN).reversed());
        return List.copyOf(past);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /// What every list says to one question, the one that holds first.
    Explained explain(int product, long point, Set<Long> groups, Instant at, ZoneId zone) {
        var offers = at(point, Instant.MIN);
        var holds = PriceRule.pick(offers, product, groups, at, zone).orElse(null);
        var lines =
                lists.stream()
                        .flatMap(list ->
                                of(list).stream()
                                        .filter(offer -> offer.product() == product)
                                        .filter(offer -> nearest(list, offer, at))
                                        .map(offer ->
                                                new Explained.Line(
                                                        list,
                                                        offer,
                                                        verdict(
                                                                list, offer, point, groups, at,
                                                                zone, holds))))
                        .sorted(
                                Comparator.comparing(
                                                (Explained.Line line) -> line.verdict().ordinal())
                                        .thenComparing(Explained.Line::offer, PriceRule.FIRST_WINS))
                        .toList();
        return new Explained(at, holds, lines);
    }

    /// Of one list's prices those that hold then or are next.
    private boolean nearest(PriceList list, Offer offer, Instant at) {
        return offer.begun(at)
                || at.isBefore(offer.from())
                || of(list).stream()
                        .noneMatch(other ->
                                other.product() == offer.product()
                                        && other.from().isAfter(offer.from()));
    }

    private static Explained.Verdict verdict(
            PriceList list,
            Offer offer,
            long point,
            Set<Long> groups,
            Instant at,
            ZoneId zone,
            @Nullable Offer holds) {
        if (at.isBefore(offer.from())) {
            return Explained.Verdict.NOT_YET;
        }
        if (!offer.begun(at)) {
            return Explained.Verdict.OVER;
        }
        if (!list.holdsAt(point)) {
            return Explained.Verdict.OTHER_POINT;
        }
        if (offer.group() != null && !groups.contains(offer.group())) {
            return Explained.Verdict.OTHER_GROUP;
        }
        if (!offer.open(at, zone)) {
            return Explained.Verdict.OTHER_HOURS;
        }
        if (Objects.equals(holds, offer)) {
            return Explained.Verdict.HOLDS;
        }
        return holds != null && holds.rank() > offer.rank()
                ? Explained.Verdict.LESS_PARTICULAR
                : Explained.Verdict.DEARER;
    }
}
