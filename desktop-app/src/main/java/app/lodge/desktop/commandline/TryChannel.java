package app.lodge.desktop.commandline;

import app.lodge.core.watch.Channel;
import app.lodge.core.watch.Watch;
import app.lodge.core.watch.Watch.TryOutcome;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge watch try`: sends a test message now.
@Command(name = "try")
final class TryChannel extends DoorCommand {

    @Parameters(paramLabel = "WAY", descriptionKey = "watch.try.way")
    String way = "";

    TryChannel(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var channel = Values.choice("WAY", way, Channel.class);
        return switch (doors.door(Watch.class).tryOut(doors.actor(), channel)) {
            case TryOutcome.Sent _ ->
                    Answer.done(Map.of("sent", true), session.text("watch.tried"));
            case TryOutcome.NotSetUp _ -> Answer.refused("watch.not-set-up");
            case TryOutcome.Failed(var why) -> Answer.refused("watch.try-failed", why);
        };
    }
}
