package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.keyversions.KeyVersions;
import app.lodge.core.keyversions.KeyVersions.RollOverOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge keys roll-over`: new cards get the next version of the site's keys.
@Command(name = "roll-over")
final class RollOverKeys extends DoorCommand {

    @Option(names = "--from", paramLabel = "VERSION", required = true, descriptionKey = "keys.from")
    int from;

    RollOverKeys(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var outcome =
                doors.door(KeyVersions.class).rollOver(doors.actor(), RequestId.fresh(), from);
        return switch (outcome) {
            case RollOverOutcome.RolledOver(var now) ->
                    new Answer.Done(now, ShowKeys.lines(session, now));
            case RollOverOutcome.AlreadyOn(var version) ->
                    Answer.refused("card-keys.already", version);
            case RollOverOutcome.StillInUse(var cards) ->
                    Answer.refused("card-keys.still-in-use", cards);
            case RollOverOutcome.CardsInMaking(var jobs) ->
                    Answer.refused("card-keys.in-making", jobs);
            case RollOverOutcome.NoneLeft _ -> Answer.refused("card-keys.none-left");
        };
    }
}
