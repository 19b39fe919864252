package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.rollout.Rollouts;
import app.lodge.core.rollout.Rollouts.ChangeOutcome;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge rollout stop`, `go-on`, `back`: no device begins; on with it; to the version before (SAFE-54).
@Command
final class SteerRollout extends DoorCommand {

    enum Way {
        STOP,
        GO_ON,
        BACK
    }

    private final Way way;

    @Parameters(paramLabel = "ROLLOUT", descriptionKey = "rollout.number")
    String number = "";

    SteerRollout(Session session, Way way) {
        super(session);
        this.way = way;
    }

    @Override
    Answer answer(Doors doors) {
        var rollouts = doors.door(Rollouts.class);
        var rollout = Values.number("ROLLOUT", number);
        var request = RequestId.fresh();
        var outcome =
                switch (way) {
                    case STOP -> rollouts.stop(doors.actor(), request, rollout);
                    case GO_ON -> rollouts.goOn(doors.actor(), request, rollout);
                    case BACK -> rollouts.rollBack(doors.actor(), request, rollout);
                };
        return switch (outcome) {
            case ChangeOutcome.Changed(var now) ->
                    Answer.done(Map.of("rollout", now), RolloutWords.line(session, now));
            case ChangeOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
