package app.lodge.desktop.commandline;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.Media;
import app.lodge.core.media.Media.BlockOutcome;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge card lost` and `found`: what somebody comes to the desk with (ID-41…44).
@Command
final class MatterOfCard extends DoorCommand {

    enum Matter {
        LOST,
        FOUND
    }

    private final Matter matter;

    @Parameters(paramLabel = "CARD", descriptionKey = "card.block.card")
    String card = "";

    MatterOfCard(Session session, Matter matter) {
        super(session);
        this.matter = matter;
    }

    @Override
    Answer answer(Doors doors) {
        var number = Values.card("CARD", card);
        var media = doors.door(Media.class);
        Optional<Medium> found =
                media.ofPerson(doors.actor(), number.holder()).stream()
                        .filter(each -> each.issueNumber() == number.issue())
                        .findFirst();
        if (found.isEmpty()) {
            return Answer.refused("cli.card.unknown", Values.shown(card));
        }
        var medium = found.get();
        var request = RequestId.fresh();
        return switch (matter) {
            case LOST ->
                    said(
                            doors,
                            media.block(doors.actor(), request, medium.id(), BlockReason.LOST),
                            medium);
            case FOUND -> said(doors, media.unblock(doors.actor(), request, medium.id()), medium);
        };
    }

    private Answer said(Doors doors, BlockOutcome outcome, Medium medium) {
        return switch (outcome) {
            case BlockOutcome.Blocked(var blocked) -> blocked(doors, blocked);
            case BlockOutcome.Unblocked(var lives) ->
                    Answer.done(
                            Map.of("medium", lives),
                            session.text("flow.found-lives", lives.number()));
            case BlockOutcome.NotPossible(var state) -> notPossible(medium, state);
        };
    }

    private Answer blocked(Doors doors, Medium medium) {
        var spread = doors.door(Media.class).spread(doors.actor(), medium.id());
        var lines = new ArrayList<String>();
        lines.add(session.text("cli.card.blocked", medium.number()));
        lines.addAll(new SpreadWords(session, doors).of(spread));
        return new Answer.Done(
                Map.of(
                        "medium",
                        medium,
                        "spread",
                        spread,
                        "spendable",
                        spread.spendable(),
                        "mostAtOne",
                        spread.mostAtOne()),
                lines);
    }

    private static Answer notPossible(Medium medium, MediumState state) {
        return Answer.refused("cli.card.not-now", medium.number(), Values.kebab(state));
    }
}
