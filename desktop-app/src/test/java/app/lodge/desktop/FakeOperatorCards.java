package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.OperatorCard;
import app.lodge.core.operators.OperatorCard.Level;
import app.lodge.core.operators.OperatorCard.State;
import app.lodge.core.operators.OperatorCards;
import java.time.LocalDate;
import java.util.List;

/// Everybody has one good card with the PIN 2468.
final class FakeOperatorCards implements OperatorCards {

    private static final String PIN = "2468";

    private static OperatorCard card(long operator, String name) {
        return new OperatorCard(
                4,
                operator,
                name,
                new Uid("04A1B2C3D4E5F6"),
                Level.ADMINISTRATOR,
                "",
                LocalDate.of(2027, 12, 31),
                State.ACTIVE,
                FakePeople.NOW);
    }

    @Override
    public List<OperatorCard> list(Actor actor) {
        return own(actor);
    }

    @Override
    public IssueOutcome issue(Actor actor, RequestId request, Order order, char[] pin) {
        return new IssueOutcome.Issued(card(order.operator(), "Clara"));
    }

    @Override
    public RevokeOutcome revoke(Actor actor, RequestId request, long number) {
        return new RevokeOutcome.Unknown();
    }

    @Override
    public List<OperatorCard> own(Actor actor) {
        return List.of(card(actor.operatorId(), actor.name()));
    }

    @Override
    public PinOutcome changePin(
            Actor actor, RequestId request, long number, char[] present, char[] next) {
        return new String(present).equals(PIN)
                ? new PinOutcome.Changed(card(actor.operatorId(), actor.name()))
                : new PinOutcome.WrongPin(2);
    }
}
