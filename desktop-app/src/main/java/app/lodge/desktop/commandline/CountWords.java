package app.lodge.desktop.commandline;

import app.lodge.core.cashdesk.Count;
import app.lodge.core.cashdesk.DifferenceCause;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A count of a drawer as words: `50.00=3 0.20=12`, and why it differs.
final class CountWords {

    @Parameters(
            index = "0..*",
            paramLabel = "VALUE=PIECES",
            arity = "0..*",
            descriptionKey = "cash-desk.count")
    List<String> counted = List.of();

    @Option(names = "--cause", paramLabel = "CAUSE", descriptionKey = "cash-desk.cause")
    String cause = "";

    @Option(names = "--reference", paramLabel = "TEXT", descriptionKey = "money.reference")
    String reference = "";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    Count count(Currency currency) {
        var lines = new ArrayList<Count.Line>();
        Values.pairs("VALUE=PIECES", counted)
                .forEach((value, pieces) ->
                        lines.add(
                                new Count.Line(
                                        Values.amount("VALUE", value, currency).minor(),
                                        (int)
                                                Math.min(
                                                        Values.number("PIECES", pieces),
                                                        Integer.MAX_VALUE))));
        return new Count(currency, lines);
    }

    @Nullable DifferenceCause differenceCause() {
        return cause.isEmpty() ? null : Values.choice("--cause", cause, DifferenceCause.class);
    }
}
