package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.operators.OperatorCards;
import app.lodge.core.operators.OperatorCards.PinOutcome;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge operator card pin`: a card's owner gives it another PIN.
@Command(name = "pin")
final class ChangePin extends DoorCommand {

    @Parameters(paramLabel = "CARD", descriptionKey = "operator-card.number")
    long number;

    @Option(names = "--pin-file", paramLabel = "FILE", descriptionKey = "operator-card.present-pin")
    @Nullable Path pinFile;

    @Option(names = "--new-pin-file", paramLabel = "FILE", descriptionKey = "operator-card.new-pin")
    @Nullable Path newPinFile;

    ChangePin(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var present = session.secret(pinFile, "cli.operator-card.ask-present-pin", number);
        var next = session.secret(newPinFile, "cli.operator-card.ask-new-pin", number);
        try {
            return switch (doors.door(OperatorCards.class)
                    .changePin(doors.actor(), RequestId.fresh(), number, present, next)) {
                case PinOutcome.Changed(var card) ->
                        Answer.done(
                                card,
                                session.text(
                                        "cli.operator-card.new-pin",
                                        String.valueOf(card.number())));
                case PinOutcome.WrongPin(var left) ->
                        Answer.refused("operator-card.wrong-pin", left);
                case PinOutcome.Locked _ -> Answer.refused("operator-card.locked");
                case PinOutcome.NotYours _ ->
                        Answer.refused("operator-card.not-yours", String.valueOf(number));
                case PinOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
            };
        } finally {
            Arrays.fill(present, ' ');
            Arrays.fill(next, ' ');
        }
    }
}
