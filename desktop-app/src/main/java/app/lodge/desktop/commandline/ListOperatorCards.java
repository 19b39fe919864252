package app.lodge.desktop.commandline;

import app.lodge.core.operators.OperatorCards;
import java.util.Locale;
import picocli.CommandLine.Command;

/// `lodge operator card list`: every operator's card, the newest first.
@Command(name = "list")
final class ListOperatorCards extends DoorCommand {

    ListOperatorCards(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var cards = doors.door(OperatorCards.class).list(doors.actor());
        return new Answer.Done(
                cards,
                cards.stream()
                        .map(card ->
                                session.text(
                                        "cli.operator-card.line",
                                        String.valueOf(card.number()),
                                        card.name(),
                                        word("level", card.level()),
                                        word("state", card.state()),
                                        card.validUntil().toString(),
                                        card.place()))
                        .toList());
    }

    private String word(String what, Enum<?> value) {
        return session.text(
                "operator-card.%s.%s".formatted(what, value.name().toLowerCase(Locale.ROOT)));
    }
}
