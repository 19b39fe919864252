package app.lodge.desktop.commandline;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.Media;
import app.lodge.core.media.Media.BlockOutcome;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge card block`: blocks a card and says which devices have confirmed it (ID-41, ID-42).
@Command(name = "block")
final class BlockCard extends DoorCommand {

    @Parameters(paramLabel = "CARD", descriptionKey = "card.block.card")
    String card = "";

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            required = true,
            descriptionKey = "card.block.reason")
    String reason = "";

    @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "card.block.wait")
    int wait = 5;

    BlockCard(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var number = Values.card("CARD", card);
        var why = Values.choice("--reason", reason, BlockReason.class);
        Values.count("--wait", wait, 0, 600);
        var media = doors.door(Media.class);
        var medium =
                media.ofPerson(doors.actor(), number.holder()).stream()
                        .filter(each -> each.issueNumber() == number.issue())
                        .findFirst()
                        .orElse(null);
        if (medium == null) {
            return Answer.refused("cli.card.unknown", Values.shown(card));
        }
        return switch (media.block(doors.actor(), RequestId.fresh(), medium.id(), why)) {
            case BlockOutcome.Blocked(Medium blocked) -> blocked(doors, media, blocked);
            case BlockOutcome.Unblocked(Medium unexpected) ->
                    throw new IllegalStateException(
                            "Blocking medium %d answered that it is unblocked"
                                    .formatted(unexpected.id().number()));
            case BlockOutcome.NotPossible(MediumState state) ->
                    Answer.refused("cli.card.not-blockable", medium.number(), Values.kebab(state));
        };
    }

    private Answer blocked(Doors doors, Media media, Medium medium) {
        var spread =
                Waiting.until(
                        Duration.ofSeconds(wait),
                        () -> media.spread(doors.actor(), medium.id()),
                        seen -> seen.unconfirmed().isEmpty());
        var lines = new ArrayList<String>();
        lines.add(session.text("cli.card.blocked", medium.number()));
        spread.confirmed()
                .forEach(at -> lines.add(session.text("cli.card.confirmed", at.device(), at.at())));
        lines.addAll(new SpreadWords(session, doors).of(spread));
        return new Answer.Done(
                Map.of("medium", medium, "spread", spread, "number", medium.number()),
                List.copyOf(lines));
    }
}
