package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonField;
import app.lodge.core.selfservice.SelfService;
import app.lodge.core.selfservice.SelfServiceRules;
import app.lodge.core.selfservice.SelfServiceRules.Access;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge selfservice settings`: shows or changes what the site has decided about self-service.
@Command(name = "settings")
final class RuleSelfService extends DoorCommand {

    @Option(names = "--code-hours", paramLabel = "HOURS", descriptionKey = "selfservice.code-hours")
    @Nullable Integer codeHours;

    @Option(names = "--tries", paramLabel = "COUNT", descriptionKey = "selfservice.tries")
    @Nullable Integer tries;

    @Option(
            names = "--barred-hours",
            paramLabel = "HOURS",
            descriptionKey = "selfservice.barred-hours")
    @Nullable Integer barredHours;

    @Option(names = "--majority", paramLabel = "YEARS", descriptionKey = "selfservice.majority-age")
    @Nullable Integer majority;

    @Option(
            names = "--field",
            paramLabel = "FIELD=ACCESS",
            descriptionKey = "selfservice.field-access")
    List<String> fields = List.of();

    RuleSelfService(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var door = doors.door(SelfService.class);
        var before = door.rules(doors.actor());
        var wanted =
                new SelfServiceRules(
                        or("--code-hours", codeHours, 1, 720, before.codeHours()),
                        or("--tries", tries, 1, 20, before.wrongTries()),
                        or("--barred-hours", barredHours, 0, 2160, before.barredHours()),
                        or("--majority", majority, 14, 25, before.majorityYears()),
                        access(before));
        if (!wanted.equals(before)) {
            var problems = door.changeRules(doors.actor(), RequestId.fresh(), wanted);
            if (!problems.isEmpty()) {
                return new Answer.Faulty(problems);
            }
        }
        return new Answer.Done(Map.of("rules", wanted), lines(wanted));
    }

    private Map<PersonField, Access> access(SelfServiceRules before) {
        var all = new EnumMap<PersonField, Access>(PersonField.class);
        all.putAll(before.fields());
        Values.pairs("--field", fields)
                .forEach((key, value) ->
                        all.put(
                                PersonField.named(key)
                                        .orElseThrow(() ->
                                                new WrongUsage(
                                                        "cli.selfservice.field",
                                                        Values.shown(key))),
                                Values.choice("--field", value, Access.class)));
        return all;
    }

    private List<String> lines(SelfServiceRules rules) {
        var lines = new ArrayList<String>();
        lines.add(
                session.text(
                        "cli.selfservice.rules",
                        rules.codeHours(),
                        rules.wrongTries(),
                        rules.barredHours(),
                        rules.majorityYears()));
        for (var field : PersonField.values()) {
            lines.add("%-16s  %s".formatted(field.key(), Values.kebab(rules.access(field))));
        }
        return lines;
    }

    private static int or(String option, @Nullable Integer typed, int least, int most, int before) {
        return typed == null ? before : Values.count(option, typed, least, most);
    }
}
