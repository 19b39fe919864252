package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.purse.PurseLaw;
import app.lodge.core.purse.PurseLaw.Loss;
import app.lodge.core.purse.PurseRules;
import app.lodge.core.purse.Purses;
import app.lodge.core.purse.Purses.RulesOutcome;
import app.lodge.core.settings.Settings;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge purse rules`: the site's rules for purses, shown, and changed where an option says so (CHAIN-20).
@Command(name = "rules")
final class RulePurses extends DoorCommand {

    @Option(names = "--maximum", paramLabel = "AMOUNT", descriptionKey = "purse.rules.maximum")
    @Nullable String maximum;

    @Option(names = "--valid-months", paramLabel = "N", descriptionKey = "purse.rules.months")
    @Nullable Integer months;

    @Option(names = "--waiting-days", paramLabel = "N", descriptionKey = "purse.rules.days")
    @Nullable Integer days;

    @Option(names = "--card-type", paramLabel = "N", descriptionKey = "purse.rules.type")
    @Nullable Integer type;

    @Option(names = "--country", paramLabel = "CC", descriptionKey = "purse.rules.country")
    @Nullable String country;

    @Option(names = "--loss", paramLabel = "WHOSE", descriptionKey = "purse.rules.loss")
    @Nullable String loss;

    @Option(
            names = "--identified-above",
            paramLabel = "AMOUNT",
            descriptionKey = "purse.rules.identified")
    @Nullable String identified;

    RulePurses(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var purses = doors.door(Purses.class);
        var currency = doors.door(Settings.class).site(doors.actor()).currency();
        var present = purses.rules(doors.actor());
        if (Stream.of(maximum, months, days, type, country, loss, identified)
                .allMatch(Objects::isNull)) {
            return shown(present, currency);
        }
        return switch (purses.changeRules(
                doors.actor(), RequestId.fresh(), wished(present, currency))) {
            case RulesOutcome.Changed(var now) -> shown(now, currency);
            case RulesOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    /// What no option names stays as it is.
    private PurseRules wished(PurseRules present, Currency currency) {
        var law = present.inForce();
        return new PurseRules(
                maximum == null
                        ? present.maximum()
                        : Values.amount("--maximum", maximum, currency).minor(),
                months == null
                        ? present.validMonths()
                        : Values.count("--valid-months", months, 0, PurseRules.MOST_MONTHS),
                days == null
                        ? present.waitingDays()
                        : Values.count("--waiting-days", days, 0, PurseRules.MOST_DAYS),
                type == null
                        ? present.cardType()
                        : Values.count("--card-type", type, 0, PurseRules.MOST_TYPES),
                new PurseLaw(
                        country == null ? law.country() : country.toUpperCase(Locale.ROOT),
                        loss == null ? law.loss() : Values.choice("--loss", loss, Loss.class),
                        identified == null
                                ? law.identifiedAbove()
                                : Values.amountOrZero("--identified-above", identified, currency)
                                        .minor()));
    }

    private Answer shown(PurseRules rules, Currency currency) {
        var law = rules.inForce();
        return new Answer.Done(
                rules,
                List.of(
                        session.text(
                                "cli.purse.rules",
                                new Money(rules.maximum(), currency),
                                rules.validMonths(),
                                rules.waitingDays(),
                                rules.cardType()),
                        session.text(
                                "cli.purse.law",
                                law.country().isEmpty() ? "–" : law.country(),
                                session.text("purse-rules.loss." + Values.kebab(law.loss())),
                                law.identifiedAbove() == 0
                                        ? "–"
                                        : new Money(law.identifiedAbove(), currency))));
    }
}
