package app.lodge.core.sales;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.money.Money;
import app.lodge.core.points.PointType;
import app.lodge.core.privacy.SmallGroups;
import app.lodge.core.products.Product;
import app.lodge.core.products.Products;
import app.lodge.core.settings.SiteSettings;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Sales counted from the postings of payment points.
final class CountedSales implements Sales {

    /// What sold and is no payment point by its kind.
    private static final PointType OTHER = new PointType(PointType.OTHER, "", false);

    private final Books books;
    private final Products products;
    private final Supplier<SiteSettings> settings;

    CountedSales(Books books, Products products, Supplier<SiteSettings> settings) {
        this.books = books;
        this.products = products;
        this.settings = settings;
    }

    @Override
    public List<PointType> types(Actor actor) {
        actor.require(Permission.SEE_BOOKS);
        return books.read(SalesStore::types);
    }

    private record SoldKey(long point, String label, LocalDateTime begins, int product) {}

    private static final class Sum {
        long quantity;
        long turnover;
        long tax;
        long remarked;
    }

    @Override
    public List<SoldRow> sold(Actor actor, Frame frame) {
        actor.require(Permission.SEE_BOOKS);
        var site = settings.get();
        var sums = new HashMap<SoldKey, Sum>();
        var known =
                products.list(actor).stream()
                        .collect(Collectors.toMap(Product::number, Function.identity()));
        books.read(sql -> {
            SalesStore.eachLine(
                    sql,
                    frame,
                    site.currency(),
                    line -> {
                        var sum =
                                sums.computeIfAbsent(
                                        new SoldKey(
                                                line.point(),
                                                line.label(),
                                                begins(line.at(), site.zone(), frame.by()),
                                                line.product()),
                                        _ -> new Sum());
                        sum.quantity += line.quantity();
                        sum.turnover += line.turnover();
                        sum.tax += line.tax();
                        sum.remarked += line.remarked() ? 1 : 0;
                    });
            return sums.size();
        });
        return sums.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), known, site))
                .sorted(
                        Comparator.comparing(SoldRow::label)
                                .thenComparingLong(SoldRow::point)
                                .thenComparing(SoldRow::begins)
                                .thenComparingInt(SoldRow::product))
                .toList();
    }

    private static SoldRow row(
            SoldKey key, Sum sum, Map<Integer, Product> products, SiteSettings site) {
        var product = products.get(key.product());
        return new SoldRow(
                key.point(),
                key.label(),
                key.begins(),
                key.product(),
                product == null ? "" : product.name(site.language()),
                product == null ? "" : product.category(),
                sum.quantity,
                new Money(sum.turnover, site.currency()),
                new Money(sum.tax, site.currency()),
                sum.remarked);
    }

    private record PointKey(String label, long point, LocalDateTime begins) {}

    private static final class Visits {
        final Set<Long> users = new HashSet<>();
        long payments;
        long turnover;
    }

    @Override
    public List<PointRow> points(Actor actor, Frame frame) {
        actor.require(Permission.SEE_BOOKS);
        var site = settings.get();
        var visits =
                new TreeMap<PointKey, Visits>(
                        Comparator.comparing(PointKey::label)
                                .thenComparingLong(PointKey::point)
                                .thenComparing(PointKey::begins));
        books.read(sql -> {
            SalesStore.eachPosting(
                    sql,
                    frame,
                    site.currency(),
                    posting -> {
                        var key =
                                new PointKey(
                                        posting.label(),
                                        posting.point(),
                                        begins(posting.at(), site.zone(), frame.by()));
                        var sum = visits.computeIfAbsent(key, _ -> new Visits());
                        sum.turnover += posting.turnover();
                        if (posting.payment()) {
                            sum.payments++;
                            sum.users.add(posting.account());
                        }
                    });
            return visits.size();
        });
        var types = books.read(SalesStore::typesOfPoints);
        var shown =
                SmallGroups.shown(
                        visits.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                entry -> (long) entry.getValue().users.size())),
                        site.smallestShown());
        return visits.entrySet().stream()
                .map(entry ->
                        new PointRow(
                                entry.getKey().point(),
                                entry.getKey().label(),
                                types.getOrDefault(entry.getKey().point(), OTHER),
                                entry.getKey().begins(),
                                shown.get(entry.getKey()),
                                entry.getValue().payments,
                                new Money(entry.getValue().turnover, site.currency())))
                .toList();
    }

    static LocalDateTime begins(Instant at, ZoneId zone, Step step) {
        var local = LocalDateTime.ofInstant(at, zone);
        return switch (step) {
            case HOUR -> local.truncatedTo(ChronoUnit.HOURS);
            case DAY -> local.truncatedTo(ChronoUnit.DAYS);
            case WEEK ->
                    local.truncatedTo(ChronoUnit.DAYS)
                            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> local.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        };
    }
}
