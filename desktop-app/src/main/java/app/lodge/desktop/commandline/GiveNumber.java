package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.media.ChipNumber;
import app.lodge.core.media.NumberedMedia;
import app.lodge.core.media.NumberedMedia.GiveOutcome;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge card number`: gives a person a fob of which only the number is known, as a reader prints it
/// (ID-47).
@Command(name = "number")
final class GiveNumber extends DoorCommand {

    @Parameters(paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Option(
            names = "--number",
            paramLabel = "NUMBER",
            required = true,
            descriptionKey = "card.number.number")
    String number = "";

    GiveNumber(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var holder = Values.person("PERSON", person);
        var uid =
                ChipNumber.of(number)
                        .orElseThrow(() ->
                                new WrongUsage(
                                        "cli.card.no-number", "--number", Values.shown(number)));
        var given =
                doors.door(NumberedMedia.class).give(doors.actor(), RequestId.fresh(), holder, uid);
        return switch (given) {
            case GiveOutcome.Given(var medium) ->
                    new Answer.Done(
                            Map.of("medium", medium),
                            List.of(session.text("cli.card.given", medium.number())));
            case GiveOutcome.NumberTaken(var other) ->
                    Answer.refused("cli.card.number-taken", other);
            case GiveOutcome.TooMany(var kind, int most) ->
                    Answer.refused("issue.too-many." + Values.kebab(kind), most);
            case GiveOutcome.NotCovered(var lack) ->
                    Answer.refused("issue.key-not-covered", lack.owed(), lack.missing());
            case GiveOutcome.PersonUnknown(var id) ->
                    Answer.refused("cli.no-such-person", String.valueOf(id.number()));
            case GiveOutcome.PersonBlocked(var id) ->
                    Answer.refused("cli.card.person-blocked", String.valueOf(id.number()));
        };
    }
}
