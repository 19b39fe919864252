package app.lodge.desktop.commandline;

import app.lodge.core.money.Money;
import app.lodge.core.products.Explained;
import app.lodge.core.products.Prices;
import app.lodge.core.settings.Settings;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge price why`: what a product costs at a point, for somebody, at any moment, and why. Exit status 1
/// if it is not sold there then (ID-62).
@Command(name = "why")
final class ExplainPrice extends DoorCommand {

    @Parameters(index = "0", paramLabel = "PRODUCT", descriptionKey = "product.number")
    String product = "";

    @Parameters(index = "1", paramLabel = "POINT", descriptionKey = "price.why.point")
    String point = "";

    @Option(names = "--person", paramLabel = "PERSON", descriptionKey = "price.why.person")
    String person = "";

    @Option(names = "--group", paramLabel = "GROUP", descriptionKey = "price.why.group")
    String group = "";

    @Option(names = "--at", paramLabel = "TIME", descriptionKey = "right.why.at")
    String at = "";

    ExplainPrice(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var words = new PriceWords(session, doors);
        var moments = new RightWords(session, doors);
        var currency = doors.door(Settings.class).site(doors.actor()).currency();
        var number = PriceWords.product("PRODUCT", product);
        var explained =
                doors.door(Prices.class)
                        .explain(
                                doors.actor(),
                                new Prices.Question(
                                        number,
                                        words.point(point),
                                        person.isEmpty() ? null : Values.person("--person", person),
                                        words.group(group),
                                        moments.moment("--at", at)));
        var lines = new ArrayList<String>();
        explained.lines().forEach(line -> lines.add(line(line, currency)));
        var holds = explained.holds();
        if (holds == null) {
            return new Answer.Refused(
                    "prices.not-sold",
                    List.of(number, moments.time(explained.at())),
                    Map.of("why", explained),
                    lines);
        }
        lines.addFirst(
                session.text(
                        "prices.holds",
                        holds.name(),
                        session.texts().money(new Money(holds.minor(), currency)),
                        moments.time(explained.at())));
        return new Answer.Done(Map.of("why", explained), lines);
    }

    private String line(Explained.Line line, Currency currency) {
        return "%10s  %-24s  %s"
                .formatted(
                        session.texts().money(new Money(line.offer().minor(), currency)),
                        line.list().name(),
                        session.text("price-verdict." + Values.kebab(line.verdict())));
    }
}
