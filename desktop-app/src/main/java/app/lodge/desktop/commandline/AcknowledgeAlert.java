package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.watch.Watch;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge watch acknowledge`: somebody knows of it; it escalates no more.
@Command(name = "acknowledge")
final class AcknowledgeAlert extends DoorCommand {

    @Parameters(paramLabel = "ALERT", descriptionKey = "watch.alert")
    String number = "";

    AcknowledgeAlert(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var alert = Values.number("ALERT", number);
        return doors.door(Watch.class).acknowledge(doors.actor(), RequestId.fresh(), alert)
                ? Answer.done(
                        Map.of("alert", alert), session.text("cli.watch.acknowledged", number))
                : Answer.refused("cli.watch.not-acknowledged", Values.shown(number));
    }
}
