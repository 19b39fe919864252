package app.lodge.reports.products;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.points.PointType;
import app.lodge.core.products.Prices;
import app.lodge.core.sales.Sales;
import app.lodge.core.sales.Sales.Step;
import app.lodge.reports.parameters.Given;
import app.lodge.reports.rendering.Letterhead;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;

/// Days, fineness and payment point that a report on sales was asked for: without days this month, without
/// fineness by day, without a point all of them.
sealed interface Asked {

    record Of(Sales.Frame frame, String subject) implements Asked {

        /// When a row begins, as finely as was asked.
        String begins(Letterhead head, LocalDateTime begins) {
            var locale = head.texts().locale();
            return switch (frame.by()) {
                case HOUR ->
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                                .withLocale(locale)
                                .format(begins);
                case DAY -> head.texts().date(begins.toLocalDate());
                case WEEK ->
                        head.say("reports.sales.week", head.texts().date(begins.toLocalDate()));
                case MONTH -> DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(begins);
            };
        }
    }

    record Wrong(Problem problem) implements Asked {}

    static Asked of(Actor actor, Prices prices, Sales sales, Given given, Letterhead head) {
        var today = LocalDate.ofInstant(head.at(), head.zone());
        var until = given.day("until").orElse(today);
        var from = given.day("from").orElse(until.withDayOfMonth(1));
        if (until.isBefore(from)) {
            return new Wrong(Problem.of("until", until, "reports.until-before-from", from));
        }
        if (until.isAfter(from.plusDays(Sales.Frame.MOST_DAYS))) {
            return new Wrong(
                    Problem.of("until", until, "reports.too-many-days", Sales.Frame.MOST_DAYS));
        }
        var named = given.text("device");
        var point =
                named.flatMap(name ->
                        prices.points(actor).stream()
                                .filter(one ->
                                        one.name().equals(name)
                                                || Long.toString(one.number()).equals(name))
                                .findFirst());
        if (named.isPresent() && point.isEmpty()) {
            return new Wrong(Problem.of("device", named.get(), "reports.no-device"));
        }
        var code = given.text("type");
        var types = code.isEmpty() ? List.<PointType>of() : sales.types(actor);
        var type = types.stream().filter(one -> code.get().equals(one.code())).findFirst();
        if (code.isPresent() && type.isEmpty()) {
            return new Wrong(
                    Problem.of(
                            "type",
                            code.get(),
                            "point-types.unknown",
                            String.join(", ", types.stream().map(PointType::code).toList())));
        }
        return new Of(
                new Sales.Frame(
                        from,
                        until,
                        given.text("by").map(Step::valueOf).orElse(Step.DAY),
                        point.map(Prices.Point::number).orElse(null),
                        type.map(PointType::code).orElse(null)),
                head.say(
                        "reports.sales.of",
                        point.map(Prices.Point::label)
                                .or(() -> type.map(one -> one.called(head.texts())))
                                .orElseGet(() -> head.say("reports.sales.all-points")),
                        head.texts().date(from),
                        head.texts().date(until)));
    }

    /// For a file's name.
    static String fileSubject(Optional<String> device) {
        return device.map(name -> name.replaceAll("[^A-Za-z0-9-]", "-")).orElse("");
    }
}
