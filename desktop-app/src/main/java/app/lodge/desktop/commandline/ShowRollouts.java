package app.lodge.desktop.commandline;

import app.lodge.core.books.Problem;
import app.lodge.core.rollout.Rollouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge rollout show`: all roll-outs, or one with the result of each device (SAFE-55).
@Command(name = "show")
final class ShowRollouts extends DoorCommand {

    @Parameters(arity = "0..1", paramLabel = "ROLLOUT", descriptionKey = "rollout.number")
    String number = "";

    ShowRollouts(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var rollouts = doors.door(Rollouts.class);
        if (number.isEmpty()) {
            var all = rollouts.list(doors.actor());
            Map<String, Object> facts = Map.of("rollouts", all);
            return all.isEmpty()
                    ? new Answer.Done(facts, List.of(session.text("cli.rollout.none")))
                    : new Answer.Done(
                            facts,
                            all.stream().map(one -> RolloutWords.line(session, one)).toList());
        }
        var found = rollouts.find(doors.actor(), Values.number("ROLLOUT", number)).orElse(null);
        if (found == null) {
            return new Answer.Faulty(
                    List.of(Problem.of("ROLLOUT", Values.shown(number), "rollouts.unknown")));
        }
        var lines = new ArrayList<String>();
        lines.add(RolloutWords.line(session, found.rollout()));
        found.devices().forEach(device -> lines.add("  " + RolloutWords.line(session, device)));
        return new Answer.Done(Map.of("progress", found), lines);
    }
}
