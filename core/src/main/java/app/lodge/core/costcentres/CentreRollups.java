package app.lodge.core.costcentres;

import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.costcentres.CostCentres.Charge;
import app.lodge.core.costcentres.CostCentres.Rollup;
import app.lodge.core.money.Money;
import app.lodge.core.privacy.SmallGroups;
import app.lodge.core.settings.SiteSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was charged to cost centres over days, summed and one by one (ID-16, ID-56).
final class CentreRollups {

    private static final int LONGEST_PAGE = 500;

    private final Books books;
    private final Supplier<SiteSettings> settings;
    private final CentreMonthStore months = new CentreMonthStore();

    CentreRollups(Books books, Supplier<SiteSettings> settings) {
        this.books = books;
        this.settings = settings;
    }

    List<Rollup> rollup(LocalDate from, LocalDate until) {
        var site = settings.get();
        var currency = site.currency();
        var sums = books.read(sql -> months.sums(sql, from, until));
        var shown =
                SmallGroups.shown(
                        sums.stream()
                                .collect(
                                        Collectors.toMap(
                                                CentreMonthStore.Sums::centre,
                                                CentreMonthStore.Sums::people)),
                        site.smallestShown());
        return sums.stream()
                .map(one ->
                        new Rollup(
                                new CentreId(one.centre()),
                                one.charges(),
                                new Money(one.charged(), currency),
                                new Money(one.givenBack(), currency),
                                shown.get(one.centre())))
                .toList();
    }

    Page<Charge> charges(
            CentreId id, LocalDate from, LocalDate until, @Nullable String after, int limit) {
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        var before = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        var currency = settings.get().currency();
        var rows =
                books.read(sql -> months.charges(sql, id, from, until, before, size + 1, currency));
        var shown = rows.subList(0, Math.min(size, rows.size()));
        return new Page<>(
                shown, rows.size() > size ? Long.toString(shown.getLast().posting()) : null);
    }
}
