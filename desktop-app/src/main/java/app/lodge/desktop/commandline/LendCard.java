package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.media.MediaLife;
import app.lodge.core.media.MediaLife.LendOutcome;
import app.lodge.core.media.Uid;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge card loan`: lends a medium until the evening (ID-07).
@Command(name = "loan")
final class LendCard extends DoorCommand {

    @Parameters(paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Option(
            names = "--chip",
            paramLabel = "UID",
            required = true,
            descriptionKey = "card.loan.chip")
    String chip = "";

    LendCard(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var holder = Values.person("PERSON", person);
        if (!chip.matches("([0-9A-Fa-f]{2}){4,10}")) {
            throw new WrongUsage("cli.card.chip", "--chip", Values.shown(chip));
        }
        var uid = new Uid(chip.toUpperCase(Locale.ROOT));
        return switch (doors.door(MediaLife.class)
                .lend(doors.actor(), RequestId.fresh(), holder, uid, "")) {
            case LendOutcome.Lent(var medium, var until) ->
                    Answer.done(
                            Map.of("medium", medium, "until", until),
                            session.text("flow.lent", medium.number(), until.toString()));
            case LendOutcome.Taken(var by) -> Answer.refused("flow.taken", by.number());
            case LendOutcome.NotInStock(var strange) ->
                    Answer.refused("fault.not-in-stock", strange.hex());
            case LendOutcome.TooLate(var ends) -> Answer.refused("flow.too-late", ends.toString());
            case LendOutcome.PersonUnknown(var unknown) ->
                    Answer.refused("cli.no-such-person", String.valueOf(unknown.number()));
            case LendOutcome.PersonBlocked(var blocked) ->
                    Answer.refused("cli.card.person-blocked", String.valueOf(blocked.number()));
        };
    }
}
