package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.groups.GroupId;
import app.lodge.core.products.PriceList;
import app.lodge.core.products.PriceListId;
import app.lodge.core.products.Prices;
import app.lodge.core.products.Prices.ListOutcome;
import app.lodge.core.rights.PlanText;
import app.lodge.core.rights.WeekPlan.Holidays;
import app.lodge.core.rights.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge price change`: from a day on another list stands in a list's place, with its prices; what is not
/// said stays as it was (ID-62).
@Command(name = "change")
final class ChangePriceList extends DoorCommand {

    private static final String ALL = "all";
    private static final String NONE = "none";

    @Parameters(index = "0", paramLabel = "LIST", descriptionKey = "price.list")
    String list = "";

    @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "price.change.name")
    String name = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DAY",
            descriptionKey = "price.change.from")
    String from = "";

    @Option(names = "--point", paramLabel = "POINT", descriptionKey = "price.change.point")
    List<String> points = new ArrayList<>();

    @Option(names = "--group", paramLabel = "GROUP", descriptionKey = "price.change.group")
    String group = "";

    @Option(names = "--hours", paramLabel = "DAYS=HOURS", descriptionKey = "price.change.hours")
    List<String> hours = new ArrayList<>();

    @Option(names = "--tax", paramLabel = "CODE", descriptionKey = "price.change.tax")
    @Nullable String tax;

    ChangePriceList(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var day = Values.day("--from", from);
        var words = new PriceWords(session, doors);
        var before = words.list(list);
        if (hours.isEmpty() || hours.equals(List.of(ALL))) {
            var windows = hours.isEmpty() ? before.hours() : List.<Window>of();
            return change(doors, words, before, day, windows);
        }
        return switch (PlanText.parse(hours, Holidays.AS_USUAL)) {
            case PlanText.Parsed.Faulty(var problems) ->
                    new Answer.Faulty(PriceWords.named(problems, "--hours"));
            case PlanText.Parsed.Read(var week) ->
                    change(doors, words, before, day, week.windows());
        };
    }

    private Answer change(
            Doors doors, PriceWords words, PriceList before, LocalDate day, List<Window> windows) {
        var draft =
                new PriceList(
                        new PriceListId(0),
                        name,
                        points(words, before),
                        group(words, before),
                        windows,
                        tax == null ? before.taxCode() : tax.equals(NONE) ? "" : tax,
                        null);
        return switch (doors.door(Prices.class)
                .change(doors.actor(), RequestId.fresh(), before.id(), day, draft)) {
            case ListOutcome.Done(var begun) ->
                    Answer.done(Map.of("list", begun), words.line(begun));
            case ListOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private List<Long> points(PriceWords words, PriceList before) {
        if (points.isEmpty()) {
            return before.points();
        }
        return points.equals(List.of(ALL)) ? List.of() : points.stream().map(words::point).toList();
    }

    private @Nullable GroupId group(PriceWords words, PriceList before) {
        if (group.isEmpty()) {
            return before.group();
        }
        return group.equals(ALL) ? null : words.group(group);
    }
}
