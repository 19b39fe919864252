package app.lodge.desktop.commandline;

import app.lodge.core.virtualsite.Crowd;
import app.lodge.core.virtualsite.Crowd.Steer;
import app.lodge.core.virtualsite.VirtualSite;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge virtual steer`: pauses, slows, steps or ends the crowd that is coming.
@Command(name = "steer")
final class SteerCrowd extends DoorCommand {

    @Parameters(index = "0", paramLabel = "VERB", descriptionKey = "virtual.steer.verb")
    String verb = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "N",
            descriptionKey = "virtual.steer.times")
    int times;

    SteerCrowd(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        Steer steer =
                switch (verb) {
                    case "pause" -> new Steer.Pause();
                    case "go-on" -> new Steer.GoOn();
                    case "step" -> new Steer.Step();
                    case "end" -> new Steer.End();
                    case "speed" -> {
                        Values.count("N", times, 1, Crowd.FASTEST);
                        yield new Steer.Speed(times);
                    }
                    default -> throw new WrongUsage("cli.virtual.steer", Values.shown(verb));
                };
        doors.door(VirtualSite.class).steer(doors.actor(), steer);
        return Answer.done(Map.of("verb", verb), session.text("cli.virtual.steered"));
    }
}
