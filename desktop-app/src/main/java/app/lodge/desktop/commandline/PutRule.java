package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.watch.Channel;
import app.lodge.core.watch.Matter;
import app.lodge.core.watch.Rule;
import app.lodge.core.watch.Watch;
import app.lodge.core.watch.Watch.RuleOutcome;
import app.lodge.core.watch.parties.PartyKind;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge watch rule`: a new rule, another form of one, or with `--remove` none any more.
@Command(name = "rule")
final class PutRule extends DoorCommand {

    @Parameters(paramLabel = "MATTER", descriptionKey = "watch.rule.matter")
    String matter = "";

    @Option(names = "--id", paramLabel = "RULE", descriptionKey = "watch.rule.id")
    int id;

    @Option(names = "--remove", descriptionKey = "watch.rule.remove")
    boolean remove;

    @Option(names = "--threshold", paramLabel = "N", descriptionKey = "watch.rule.threshold")
    @Nullable Integer threshold;

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "watch.rule.kind")
    String kind = "";

    @Option(names = "--place", paramLabel = "TEXT", descriptionKey = "watch.rule.place")
    String place = "";

    @Option(names = "--by", paramLabel = "WAY", split = ",", descriptionKey = "watch.rule.by")
    List<String> by = new ArrayList<>(List.of("task"));

    @Option(names = "--quiet", paramLabel = "FROM-UNTIL", descriptionKey = "watch.rule.quiet")
    String quiet = "";

    @Option(names = "--escalate", paramLabel = "MINUTES", descriptionKey = "watch.rule.escalate")
    int escalate;

    @Option(
            names = "--parties",
            paramLabel = "KIND",
            split = ",",
            descriptionKey = "watch.rule.parties")
    List<String> parties = new ArrayList<>();

    PutRule(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var about = Values.choice("MATTER", matter, Matter.class);
        var channels = EnumSet.noneOf(Channel.class);
        by.forEach(way -> channels.add(Values.choice("--by", way, Channel.class)));
        var kinds = EnumSet.noneOf(PartyKind.class);
        parties.forEach(one -> kinds.add(Values.choice("--parties", one, PartyKind.class)));
        var times = quiet.isEmpty() ? new String[0] : quiet.split("-", -1);
        if (!quiet.isEmpty() && times.length != 2) {
            throw new WrongUsage("cli.watch.quiet", Values.shown(quiet));
        }
        if (remove) {
            doors.door(Watch.class).removeRule(doors.actor(), RequestId.fresh(), id);
            return Answer.done(Map.of("rule", id), session.text("cli.watch.rule-removed", id));
        }
        var wanted =
                new Rule(
                        id,
                        about,
                        kind.isEmpty() ? null : Values.choice("--kind", kind, DeviceKind.class),
                        place,
                        threshold == null ? about.usual() : threshold,
                        channels,
                        times.length == 0 ? null : time(times[0]),
                        times.length == 0 ? null : time(times[1]),
                        escalate,
                        kinds);
        var outcome = doors.door(Watch.class).putRule(doors.actor(), RequestId.fresh(), wanted);
        return switch (outcome) {
            case RuleOutcome.Kept(var rule) ->
                    Answer.done(Map.of("rule", rule), ListRules.line(rule));
            case RuleOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private LocalTime time(String typed) {
        try {
            return LocalTime.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new WrongUsage("cli.watch.quiet", Values.shown(quiet));
        }
    }
}
