package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.products.PriceList;
import app.lodge.core.products.PriceListId;
import app.lodge.core.products.Prices;
import app.lodge.core.products.Prices.ListOutcome;
import app.lodge.core.rights.PlanText;
import app.lodge.core.rights.WeekPlan.Holidays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge price begin`: a new price list for points, a group, hours (ID-62).
@Command(name = "begin")
final class BeginPriceList extends DoorCommand {

    @Parameters(paramLabel = "NAME", descriptionKey = "price.begin.name")
    String name = "";

    @Option(names = "--point", paramLabel = "POINT", descriptionKey = "price.begin.point")
    List<String> points = new ArrayList<>();

    @Option(names = "--group", paramLabel = "GROUP", descriptionKey = "price.begin.group")
    String group = "";

    @Option(names = "--hours", paramLabel = "DAYS=HOURS", descriptionKey = "price.begin.hours")
    List<String> hours = new ArrayList<>();

    @Option(names = "--tax", paramLabel = "CODE", descriptionKey = "price.begin.tax")
    String tax = "";

    BeginPriceList(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        return switch (PlanText.parse(hours, Holidays.AS_USUAL)) {
            case PlanText.Parsed.Faulty(var problems) ->
                    new Answer.Faulty(PriceWords.named(problems, "--hours"));
            case PlanText.Parsed.Read(var week) -> {
                var words = new PriceWords(session, doors);
                var draft =
                        new PriceList(
                                new PriceListId(0),
                                name,
                                points.stream().map(words::point).toList(),
                                words.group(group),
                                week.windows(),
                                tax,
                                null);
                yield switch (doors.door(Prices.class)
                        .begin(doors.actor(), RequestId.fresh(), draft)) {
                    case ListOutcome.Done(var list) ->
                            Answer.done(Map.of("list", list), words.line(list));
                    case ListOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
                };
            }
        };
    }
}
