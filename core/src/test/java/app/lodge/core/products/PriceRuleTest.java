package app.lodge.core.products;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.groups.GroupId;
import app.lodge.core.rights.Day;
import app.lodge.core.rights.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which price holds, against a simple oracle that walks through all lists: overlapping ones, hours over
/// midnight, the nights on which clocks change (ID-62).
@Tag("ID-62")
final class PriceRuleTest {

    private static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");
    private static final int COFFEE = 101;

    /// Nights around both changes of the clocks in 2026, and an ordinary week.
    private static final List<Instant> AROUND =
            List.of(
                    Instant.parse("2026-03-29T00:00:00Z"),
                    Instant.parse("2026-10-25T00:00:00Z"),
                    Instant.parse("2026-11-22T12:00:00Z"));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheMostParticularOneOfThoseThatSpeakThen(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++) {
            var around = AROUND.get(random.nextInt(AROUND.size()));
            var lists = lists(random, around);
            var book =
                    new PriceBook(
                            Map.of(COFFEE, new Product(COFFEE, "Coffee", Map.of(), "", "", true)),
                            lists,
                            prices(random, lists, around));
            for (var asked = 0; asked < 20; asked++) {
                var at = around.plus(Duration.ofMinutes(random.nextInt(-2 * 1440, 2 * 1440)));
                var point = random.nextLong(1, 4);
                Set<Long> groups = new HashSet<>();
                random.longs(random.nextInt(3), 1, 4).forEach(groups::add);
                var held = PriceRule.pick(book.at(point, at), COFFEE, groups, at, ZAGREB);
                assertThat(held.map(Offer::minor).orElse(null))
                        .as("seed %d, %s at point %d for %s in %s", seed, at, point, groups, book)
                        .isEqualTo(oracle(book, point, groups, at));
                var why = book.explain(COFFEE, point, groups, at, ZAGREB);
                assertThat(why.holds()).isEqualTo(held.orElse(null));
                assertThat(why.lines().stream().map(Explained.Line::verdict))
                        .filteredOn(verdict -> verdict == Explained.Verdict.HOLDS)
                        .hasSize(held.isPresent() ? 1 : 0);
            }
        }
    }

    /// Price by price, as somebody would with the lists on paper.
    private static @Nullable Long oracle(PriceBook book, long point, Set<Long> groups, Instant at) {
        Long best = null;
        var bestRank = -1;
        for (var list : book.lists()) {
            var rank = 0;
            if (!list.points().isEmpty()) {
                if (!list.points().contains(point)) {
                    continue;
                }
                rank += 4;
            }
            var group = list.group();
            if (group != null) {
                if (!groups.contains(group.number())) {
                    continue;
                }
                rank += 2;
            }
            if (!list.hours().isEmpty()) {
                if (!inHours(list.hours(), LocalDateTime.ofInstant(at, ZAGREB))) {
                    continue;
                }
                rank += 1;
            }
            var ends = list.endsAt();
            var price = ends != null && !at.isBefore(ends) ? null : newest(book, list, at);
            if (price != null
                    && (rank > bestRank || rank == bestRank && best != null && price < best)) {
                best = price;
                bestRank = rank;
            }
        }
        return best;
    }

    private static @Nullable Long newest(PriceBook book, PriceList list, Instant at) {
        PriceBook.Price newest = null;
        for (var price : book.prices()) {
            if (price.list().equals(list.id())
                    && !price.from().isAfter(at)
                    && (newest == null
                            || price.from().isAfter(newest.from())
                            || price.from().equals(newest.from()) && price.id() > newest.id())) {
                newest = price;
            }
        }
        return newest == null ? null : newest.minor();
    }

    /// Lays each window out on the days around, by the clocks on the wall.
    private static boolean inHours(List<Window> hours, LocalDateTime shown) {
        for (var window : hours) {
            for (var day : List.of(shown.toLocalDate().minusDays(1), shown.toLocalDate())) {
                var begins = day.atStartOfDay().plusMinutes(window.from());
                var ends =
                        window.to() > window.from()
                                ? day.atStartOfDay().plusMinutes(window.to())
                                : day.plusDays(1).atStartOfDay().plusMinutes(window.to());
                if (window.days().contains(Day.values()[day.getDayOfWeek().getValue() - 1])
                        && !shown.isBefore(begins)
                        && shown.isBefore(ends)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<PriceList> lists(Random random, Instant around) {
        var lists = new ArrayList<PriceList>();
        for (var id = 1; id <= random.nextInt(1, 7); id++) {
            lists.add(
                    new PriceList(
                            new PriceListId(id),
                            "List " + id,
                            random.nextBoolean()
                                    ? List.of()
                                    : random.longs(2, 1, 4).distinct().boxed().toList(),
                            random.nextBoolean() ? null : new GroupId(random.nextLong(1, 4)),
                            random.nextBoolean() ? List.of() : hours(random),
                            "",
                            random.nextInt(5) > 0
                                    ? null
                                    : around.plus(Duration.ofMinutes(random.nextInt(1440)))));
        }
        return lists;
    }

    private static List<Window> hours(Random random) {
        var days = EnumSet.noneOf(Day.class);
        Arrays.stream(Day.values())
                .filter(day -> day != Day.HOLIDAY && random.nextBoolean())
                .forEach(days::add);
        if (days.isEmpty()) {
            days.add(Day.SUNDAY);
        }
        var from = random.nextInt(1440);
        var to = random.nextInt(1, 1441);
        return List.of(new Window(days, from, to == from ? to % 1440 + 1 : to));
    }

    private static List<PriceBook.Price> prices(
            Random random, List<PriceList> lists, Instant around) {
        var prices = new ArrayList<PriceBook.Price>();
        for (var list : lists) {
            for (var number = 0; number < random.nextInt(1, 4); number++) {
                var from = around.plus(Duration.ofHours(random.nextInt(-48, 48)));
                prices.add(
                        new PriceBook.Price(
                                prices.size() + 1,
                                list.id(),
                                COFFEE,
                                random.nextInt(8) == 0 ? null : random.nextLong(50, 60),
                                from,
                                from));
            }
        }
        return prices;
    }

    @Test
    void beginsWithItsDayOnTheNightThatClocksChange() {
        var list =
                new PriceList(
                        new PriceListId(1),
                        "Night",
                        List.of(),
                        null,
                        List.of(new Window(EnumSet.of(Day.SATURDAY), 1380, 180)),
                        "",
                        null);
        var begins = LocalDate.of(2026, 10, 24).atStartOfDay(ZAGREB).toInstant();
        var book =
                new PriceBook(
                        Map.of(COFFEE, new Product(COFFEE, "Coffee", Map.of(), "", "", true)),
                        List.of(list),
                        List.of(new PriceBook.Price(1, list.id(), COFFEE, 150L, begins, begins)));
        // 23:00 to 03:00, and the hour from two to three comes twice.
        assertThat(minutes(book, Instant.parse("2026-10-24T20:00:00Z"), 9)).isEqualTo(5 * 60);
        var spring = LocalDate.of(2027, 3, 27).atStartOfDay(ZAGREB).toInstant();
        assertThat(minutes(book, spring.plus(Duration.ofHours(22)), 9)).isEqualTo(3 * 60);
    }

    private static int minutes(PriceBook book, Instant from, int hours) {
        var sold = 0;
        for (var minute = 0; minute < hours * 60; minute++) {
            var at = from.plus(Duration.ofMinutes(minute));
            sold +=
                    PriceRule.pick(book.at(1, at), COFFEE, Set.of(), at, ZAGREB).isPresent()
                            ? 1
                            : 0;
        }
        return sold;
    }
}
