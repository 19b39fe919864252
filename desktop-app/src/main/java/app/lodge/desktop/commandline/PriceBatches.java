package app.lodge.desktop.commandline;

import app.lodge.core.batches.CardPrices;
import app.lodge.core.batches.CardPrices.Prices;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.settings.Settings;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge batch prices`: what ribbons and blanks cost the site; without options, what it has said (ID-48).
@Command(name = "prices")
final class PriceBatches extends DoorCommand {

    @Option(names = "--ribbon", paramLabel = "AMOUNT", descriptionKey = "batch.prices.ribbon")
    @Nullable String ribbon;

    @Option(names = "--sides", paramLabel = "COUNT", descriptionKey = "batch.prices.sides")
    @Nullable Integer sides;

    @Option(names = "--blank", paramLabel = "AMOUNT", descriptionKey = "batch.prices.blank")
    @Nullable String blank;

    PriceBatches(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var door = doors.door(CardPrices.class);
        var currency = doors.door(Settings.class).site(doors.actor()).currency();
        var before = door.prices(doors.actor());
        var wanted =
                new Prices(
                        minor("--ribbon", ribbon, before.ribbon(), currency),
                        sides == null ? before.sides() : sides,
                        minor("--blank", blank, before.blank(), currency));
        if (!wanted.equals(before)) {
            var problems = door.change(doors.actor(), RequestId.fresh(), wanted);
            if (!problems.isEmpty()) {
                return new Answer.Faulty(problems);
            }
        }
        return Answer.done(
                wanted,
                session.text(
                        "cli.batch.prices",
                        new Money(wanted.ribbon(), currency),
                        wanted.sides(),
                        new Money(wanted.blank(), currency)));
    }

    private static long minor(
            String option, @Nullable String typed, long before, Currency currency) {
        return typed == null ? before : Values.amountOrZero(option, typed, currency).minor();
    }
}
