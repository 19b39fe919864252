package app.lodge.desktop.commandline;

import app.lodge.core.purse.Purses;
import app.lodge.core.purse.Purses.RevokeOutcome;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge purse revoke`: no payment point takes it any more, from a numbered list on (CHAIN-46).
@Command(name = "revoke")
final class RevokePurse extends DoorCommand {

    @Parameters(index = "0", paramLabel = "CARD", descriptionKey = "purse.card")
    String card = "";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    RevokePurse(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var medium = PurseAnswers.medium(doors, card);
        if (medium.isEmpty()) {
            return Answer.refused("cli.purse.no-card", Values.shown(card));
        }
        var outcome =
                doors.door(Purses.class)
                        .revoke(
                                doors.actor(),
                                Values.request("--request", request),
                                medium.get().id());
        return switch (outcome) {
            case RevokeOutcome.OnList(long number) ->
                    Answer.done(
                            Map.of("list", number),
                            session.text("purse.revoked", medium.get().number(), number));
            case RevokeOutcome.NotPossible() -> Answer.refused("purse.not-revocable");
        };
    }
}
