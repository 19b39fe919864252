package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.pins.HolderPins;
import app.lodge.core.pins.HolderPins.Rules;
import app.lodge.core.pins.HolderPins.RulesOutcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge people pin rules`: how long PINs are and whether trivial ones are refused; shows it, or changes
/// what is given (LOCK-29).
@Command(name = "rules")
final class RuleHolderPins extends DoorCommand {

    enum Trivial {
        REFUSE,
        ALLOW
    }

    @Option(names = "--shortest", paramLabel = "DIGITS", descriptionKey = "people.pin.shortest")
    @Nullable Integer shortest;

    @Option(names = "--longest", paramLabel = "DIGITS", descriptionKey = "people.pin.longest")
    @Nullable Integer longest;

    @Option(names = "--trivial", paramLabel = "WHAT", descriptionKey = "people.pin.trivial")
    @Nullable String trivial;

    RuleHolderPins(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var door = doors.door(HolderPins.class);
        var now = door.rules(doors.actor());
        var wanted =
                new Rules(
                        shortest == null ? now.shortest() : shortest,
                        longest == null ? now.longest() : longest,
                        trivial == null
                                ? now.refuseTrivial()
                                : Values.choice("--trivial", trivial, Trivial.class)
                                        == Trivial.REFUSE);
        if (wanted.equals(now)) {
            return shown(now);
        }
        return switch (door.changeRules(doors.actor(), RequestId.fresh(), wanted)) {
            case RulesOutcome.Changed(var rules) -> shown(rules);
            case RulesOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private Answer shown(Rules rules) {
        return Answer.done(
                rules,
                session.text("cli.people.pin-rules", rules.shortest(), rules.longest()),
                session.text(
                        rules.refuseTrivial()
                                ? "cli.people.pin-trivial-refused"
                                : "cli.people.pin-trivial-allowed"));
    }
}
