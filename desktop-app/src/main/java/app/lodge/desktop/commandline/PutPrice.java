package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.products.Prices;
import app.lodge.core.products.Prices.PriceOutcome;
import app.lodge.core.settings.Settings;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge price put`: what a product costs by a list from a day on, or that it is not sold by it any more
/// (ID-62).
@Command(name = "put")
final class PutPrice extends DoorCommand {

    private static final String NOT_SOLD = "none";

    @Parameters(index = "0", paramLabel = "LIST", descriptionKey = "price.list")
    String list = "";

    @Parameters(index = "1", paramLabel = "PRODUCT", descriptionKey = "product.number")
    String product = "";

    @Parameters(index = "2", paramLabel = "AMOUNT", descriptionKey = "price.put.amount")
    String amount = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DAY",
            descriptionKey = "price.put.from")
    String from = "";

    PutPrice(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var site = doors.door(Settings.class).site(doors.actor());
        var number = PriceWords.product("PRODUCT", product);
        var day = Values.day("--from", from);
        var minor = minor(site.currency());
        var named = new PriceWords(session, doors).list(list);
        var wanted = new Prices.Wanted(named.id(), number, minor, day);
        return switch (doors.door(Prices.class)
                .put(doors.actor(), RequestId.fresh(), List.of(wanted))) {
            case PriceOutcome.Done(var prices) ->
                    Answer.done(
                            Map.of("prices", prices),
                            said(
                                    number,
                                    named.name(),
                                    minor,
                                    site.currency(),
                                    LocalDate.ofInstant(prices.getFirst().from(), site.zone())));
            case PriceOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private @Nullable Long minor(Currency currency) {
        return amount.equals(NOT_SOLD)
                ? null
                : (Long) Values.amountOrZero("AMOUNT", amount, currency).minor();
    }

    private String said(
            int number, String named, @Nullable Long minor, Currency currency, LocalDate day) {
        return minor == null
                ? session.text("cli.price.not-sold", number, named, day.toString())
                : session.text(
                        "cli.price.put",
                        number,
                        named,
                        session.texts().money(new Money(minor, currency)),
                        day.toString());
    }
}
