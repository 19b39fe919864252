package app.lodge.desktop.commandline;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.groups.GroupId;
import app.lodge.core.groups.Groups;
import app.lodge.core.products.PriceList;
import app.lodge.core.products.Prices;
import app.lodge.core.products.Product;
import app.lodge.core.rights.PlanText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words of the `price` commands as values, and lists as words.
final class PriceWords {

    private final Session session;
    private final Doors doors;
    private final Prices prices;
    private final Actor actor;

    PriceWords(Session session, Doors doors) {
        this.session = session;
        this.doors = doors;
        this.prices = doors.door(Prices.class);
        this.actor = doors.actor();
    }

    static int product(String field, String typed) {
        var number = Values.number(field, typed);
        return Values.count(field, (int) Math.min(number, Integer.MAX_VALUE), 1, Product.HIGHEST);
    }

    /// The same, under the name of the option that they were typed for.
    static List<Problem> named(List<Problem> problems, String field) {
        return problems.stream()
                .map(one -> new Problem(field, one.value(), one.key(), one.arguments()))
                .toList();
    }

    PriceList list(String typed) {
        return prices.lists(actor).stream()
                .filter(list ->
                        list.name().equalsIgnoreCase(typed)
                                || Long.toString(list.id().number()).equals(typed))
                .findFirst()
                .orElseThrow(() -> new WrongUsage("cli.price.no-list", Values.shown(typed)));
    }

    long point(String typed) {
        return prices.points(actor).stream()
                .filter(point -> point.name().equals(typed))
                .findFirst()
                .map(Prices.Point::number)
                .orElseThrow(() -> new WrongUsage("cli.price.no-point", Values.shown(typed)));
    }

    @Nullable GroupId group(String typed) {
        return typed.isEmpty()
                ? null
                : doors.door(Groups.class).list(actor).stream()
                        .filter(group -> group.name().equalsIgnoreCase(typed))
                        .findFirst()
                        .map(Groups.Group::id)
                        .orElseThrow(
                                () -> new WrongUsage("cli.right.no-group", Values.shown(typed)));
    }

    /// A list on one line: number, name, points, group, hours, tax, end.
    String line(PriceList list) {
        var points =
                prices.points(actor).stream()
                        .filter(point -> list.points().contains(point.number()))
                        .map(Prices.Point::name)
                        .collect(Collectors.joining(","));
        var group = list.group();
        var groups =
                doors.door(Groups.class).list(actor).stream()
                        .filter(one -> one.id().equals(group))
                        .map(Groups.Group::name)
                        .collect(Collectors.joining());
        var ends = list.endsAt();
        return "%4d  %-24s  %-20s  %-16s  %-24s  %s%s"
                .formatted(
                        list.id().number(),
                        list.name(),
                        points.isEmpty() ? "*" : points,
                        groups.isEmpty() ? "*" : groups,
                        list.hours().isEmpty()
                                ? "*"
                                : list.hours().stream()
                                        .map(PlanText::word)
                                        .collect(Collectors.joining(" ")),
                        list.taxCode().isEmpty() ? "-" : list.taxCode(),
                        ends == null
                                ? ""
                                : "  "
                                        + session.text(
                                                "prices.ends",
                                                new RightWords(session, doors).time(ends)));
    }
}
