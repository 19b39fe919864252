package app.lodge.desktop.commandline;

import app.lodge.core.watch.Rule;
import app.lodge.core.watch.Watch;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/// `lodge watch rules`: what is watched.
@Command(name = "rules")
final class ListRules extends DoorCommand {

    ListRules(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var rules = doors.door(Watch.class).rules(doors.actor());
        return new Answer.Done(
                Map.of("rules", rules), rules.stream().map(ListRules::line).toList());
    }

    static String line(Rule rule) {
        var kind = rule.kind();
        return "%4d  %-14s  %6s  %-15s  %-20s  %-17s  %s"
                .formatted(
                        rule.id(),
                        Values.kebab(rule.matter()),
                        rule.matter().unit().isEmpty()
                                ? "-"
                                : rule.threshold() + rule.matter().unit(),
                        kind == null ? "-" : Values.kebab(kind),
                        rule.place().isEmpty() ? "-" : rule.place(),
                        rule.channels().stream()
                                .sorted()
                                .map(Values::kebab)
                                .collect(Collectors.joining(",")),
                        rule.parties().isEmpty()
                                ? "-"
                                : rule.parties().stream()
                                        .sorted()
                                        .map(Values::kebab)
                                        .collect(Collectors.joining(",")));
    }
}
