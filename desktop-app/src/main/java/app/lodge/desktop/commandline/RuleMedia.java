package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.media.MediaLife;
import app.lodge.core.media.MediaLife.AfterReturn;
import app.lodge.core.media.MediaLife.Rules;
import app.lodge.core.media.MediaLife.RulesOutcome;
import app.lodge.core.media.MediumKind;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge card rules`: how many media of each kind a person may have, when loans end, what becomes of
/// returned ones; shows them, or changes what is given (ID-07).
@Command(name = "rules")
final class RuleMedia extends DoorCommand {

    @Option(names = "--most", paramLabel = "KIND=NUMBER", descriptionKey = "card.rules.most")
    Map<String, Integer> most = Map.of();

    @Option(names = "--loans-end", paramLabel = "TIME", descriptionKey = "card.rules.loans-end")
    String loansEnd = "";

    @Option(names = "--after-return", paramLabel = "FATE", descriptionKey = "card.rules.return")
    String afterReturn = "";

    RuleMedia(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var door = doors.door(MediaLife.class);
        var now = door.rules(doors.actor());
        if (most.isEmpty() && loansEnd.isEmpty() && afterReturn.isEmpty()) {
            return shown(now);
        }
        var numbers = new EnumMap<MediumKind, Integer>(MediumKind.class);
        numbers.putAll(now.activeAtOnce());
        most.forEach((kind, number) ->
                numbers.put(Values.choice("--most", kind, MediumKind.class), number));
        var wished =
                new Rules(
                        afterReturn.isEmpty()
                                ? now.afterReturn()
                                : Values.choice("--after-return", afterReturn, AfterReturn.class),
                        loansEnd.isEmpty() ? now.loansEnd() : time(),
                        numbers);
        return switch (door.changeRules(doors.actor(), RequestId.fresh(), wished)) {
            case RulesOutcome.Changed(var rules) -> shown(rules);
            case RulesOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private LocalTime time() {
        try {
            return LocalTime.parse(loansEnd);
        } catch (DateTimeParseException e) {
            throw new WrongUsage("cli.card.no-time", "--loans-end", Values.shown(loansEnd));
        }
    }

    private Answer shown(Rules rules) {
        List<String> lines = new ArrayList<>();
        for (var kind : MediumKind.values()) {
            int number = rules.activeAtOnce().getOrDefault(kind, 0);
            lines.add(
                    session.text(
                            number == 0 ? "cli.card.rule-any" : "cli.card.rule-most",
                            session.text("medium.kind." + Values.kebab(kind)),
                            number));
        }
        lines.add(
                session.text(
                        "cli.card.rule-loans",
                        rules.loansEnd().toString(),
                        session.text(
                                "media-rules.after-return." + Values.kebab(rules.afterReturn()))));
        return new Answer.Done(Map.of("rules", rules), lines);
    }
}
