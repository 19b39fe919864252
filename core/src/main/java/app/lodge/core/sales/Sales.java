package app.lodge.core.sales;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.money.Money;
import app.lodge.core.points.PointType;
import app.lodge.core.products.Products;
import app.lodge.core.settings.SiteSettings;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What was sold, and who came where how often: sums over days, never a person (ID-51, ID-52). Numbers of
/// people below the site's smallest group are not told.
public interface Sales {

    static Sales in(Books books, Products products, Supplier<SiteSettings> settings) {
        return new CountedSales(books, products, settings);
    }

    /// The types that points can have, retired ones too (ID-14).
    List<PointType> types(Actor actor);

    /// By point, beginning and product. What was paid without lines is product 0; what was taken back by
    /// reversing a payment does not count.
    List<SoldRow> sold(Actor actor, Frame frame);

    /// By point and beginning, with payments, refunds and reversals.
    List<PointRow> points(Actor actor, Frame frame);

    /// @param from and `until`: days at the site, both included, at most 400
    /// @param by how finely
    /// @param point null for all
    /// @param type code of the points' type; null for all
    record Frame(
            LocalDate from, LocalDate until, Step by, @Nullable Long point, @Nullable String type) {

        public static final int MOST_DAYS = 400;

        public Frame {
            if (until.isBefore(from) || until.isAfter(from.plusDays(MOST_DAYS))) {
                throw new IllegalArgumentException(
                        "From %s until %s is not 1 to %d days".formatted(from, until, MOST_DAYS));
            }
        }
    }

    enum Step {
        HOUR,
        DAY,
        WEEK,
        MONTH
    }

    /// @param begins by the clocks at the site
    /// @param product its number; 0 for what no line explains
    /// @param name as the product is called now; empty if nobody knows it
    /// @param remarked how many lines had an unknown product or a price that no list has
    record SoldRow(
            long point,
            String label,
            LocalDateTime begins,
            int product,
            String name,
            String category,
            long quantity,
            Money turnover,
            Money tax,
            long remarked) {}

    /// @param type what the point is now
    /// @param users how many different accounts paid; null where it must not be told
    /// @param turnover payments less what was given back
    record PointRow(
            long point,
            String label,
            PointType type,
            LocalDateTime begins,
            @Nullable Long users,
            long payments,
            Money turnover) {}
}
