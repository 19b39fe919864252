package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.virtualsite.Crowd;
import app.lodge.core.virtualsite.CrowdPicture;
import app.lodge.core.virtualsite.VirtualSite;
import app.lodge.core.virtualsite.VirtualSite.CrowdOutcome;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge virtual crowd`: lets people come to the virtual tills; without a number it tells how it goes.
@Command(name = "crowd")
final class SendCrowd extends DoorCommand {

    private static final int MINUTES_OF_A_DAY = 1_440;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PEOPLE",
            descriptionKey = "virtual.crowd.people")
    int people;

    @Option(names = "--minutes", paramLabel = "N", descriptionKey = "virtual.crowd.minutes")
    int minutes = 60;

    @Option(names = "--speed", paramLabel = "N", descriptionKey = "virtual.crowd.speed")
    int speed = 20;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "virtual.seed")
    long seed = 1;

    SendCrowd(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var site = doors.door(VirtualSite.class);
        if (people == 0) {
            return site.crowd(doors.actor())
                    .map(this::told)
                    .orElseGet(() -> Answer.refused("cli.virtual.no-crowd"));
        }
        Values.count("PEOPLE", people, 1, Crowd.MOST);
        Values.count("--minutes", minutes, 1, MINUTES_OF_A_DAY);
        Values.count("--speed", speed, 1, Crowd.FASTEST);
        var crowd = new Crowd(people, Duration.ofMinutes(minutes), speed, seed);
        return switch (site.send(doors.actor(), RequestId.fresh(), crowd)) {
            case CrowdOutcome.Coming(var tills) ->
                    Answer.done(
                            Map.of("people", people, "tills", tills),
                            session.text("cli.virtual.coming", people, tills));
            case CrowdOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private Answer told(CrowdPicture now) {
        return Answer.done(
                now,
                session.text(
                        "cli.virtual.crowd",
                        now.come(),
                        now.crowd().people(),
                        now.paid(),
                        now.refused(),
                        session.texts().money(now.taken())));
    }
}
