package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.operators.OperatorCards;
import app.lodge.core.operators.OperatorCards.RevokeOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge operator card revoke`: a lost card opens nothing any more (CHAIN-10).
@Command(name = "revoke")
final class RevokeOperatorCard extends DoorCommand {

    @Parameters(paramLabel = "CARD", descriptionKey = "operator-card.number")
    long number;

    RevokeOperatorCard(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        return switch (doors.door(OperatorCards.class)
                .revoke(doors.actor(), RequestId.fresh(), number)) {
            case RevokeOutcome.Revoked(var card) ->
                    Answer.done(
                            card,
                            session.text(
                                    "cli.operator-card.revoked",
                                    String.valueOf(card.number()),
                                    card.name()));
            case RevokeOutcome.Unknown _ ->
                    Answer.refused("operator-card.unknown", String.valueOf(number));
        };
    }
}
