package app.lodge.core.operators;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.keys.PinBox;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.CardEntrance.ProveOutcome;
import app.lodge.core.operators.OperatorCardStore.Known;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Log-on at terminals, over the same proof and the same count of wrong PINs as at the desk.
final class BookedTerminalEntrance implements TerminalEntrance {

    private final Books books;
    private final CardEntrance cards;
    private final ProvenCards proven;
    private final CardPins pins;
    private final PinTries tries;
    private final OperatorCardStore store;
    private final OperatorStore staff = new OperatorStore();
    private final PinBox box = new PinBox();

    BookedTerminalEntrance(
            Books books,
            CardEntrance cards,
            ProvenCards proven,
            CardPins pins,
            PinTries tries,
            OperatorCardStore store) {
        this.books = books;
        this.cards = cards;
        this.proven = proven;
        this.pins = pins;
        this.tries = tries;
        this.store = store;
    }

    @Override
    public Optional<Begun> begin(Actor terminal, Uid uid, int keyVersion, byte[] encryptedRndB) {
        terminal.require(Permission.DEVICE_TRAFFIC);
        return cards.begin(uid, keyVersion, encryptedRndB)
                .map(asked -> new Begun(asked.session(), asked.token(), box.publicKey()));
    }

    @Override
    public LogOn logOn(Actor terminal, String session, byte[] proof, byte @Nullable [] sealedPin) {
        terminal.require(Permission.DEVICE_TRAFFIC);
        if (!(cards.prove(session, proof) instanceof ProveOutcome.Proven(var now, _))) {
            return new LogOn.Refused(Why.CARD_REFUTED);
        }
        var number = proven.number(now).orElseThrow();
        proven.end(now);
        // One try after the other: the count must be right when many come at once.
        synchronized (proven) {
            var known = books.read(sql -> store.find(sql, number)).orElseThrow();
            var why =
                    refusal(known, terminal)
                            .or(() ->
                                    sealedPin == null || right(known, session, sealedPin)
                                            ? Optional.empty()
                                            : Optional.of(Why.WRONG_PIN));
            return noted(terminal, known, why, sealedPin != null);
        }
    }

    private Optional<Why> refusal(Known known, Actor terminal) {
        var card = known.card();
        return switch (card.state()) {
            case LOCKED -> Optional.of(Why.LOCKED);
            case REVOKED -> Optional.of(Why.REVOKED);
            case ACTIVE -> {
                if (card.validUntil()
                        .isBefore(LocalDate.ofInstant(books.clock().instant(), ZoneOffset.UTC))) {
                    yield Optional.of(Why.EXPIRED);
                }
                if (books.read(sql -> staff.find(sql, card.operator()))
                        .filter(Operator::active)
                        .isEmpty()) {
                    yield Optional.of(Why.OPERATOR_GONE);
                }
                var place = books.read(sql -> store.placeOf(sql, -terminal.operatorId()));
                yield card.opensAt(place.orElse(""))
                        ? Optional.empty()
                        : Optional.of(Why.OTHER_PLACE);
            }
        };
    }

    private boolean right(Known known, String session, byte[] sealedPin) {
        var pin = box.open(session, sealedPin);
        try {
            return pin.isPresent() && pins.right(pin.get(), known.sealedPin());
        } finally {
            pin.ifPresent(typed -> Arrays.fill(typed, ' '));
        }
    }

    /// @param withPin whether a PIN was typed, and the count of wrong ones begins anew
    private LogOn noted(Actor terminal, Known known, Optional<Why> why, boolean withPin) {
        var card = known.card();
        return books.write(
                terminal,
                tx -> {
                    if (why.isPresent()) {
                        boolean locks = why.get() == Why.WRONG_PIN && tries.wrong(tx, known) == 0;
                        return new LogOn.Refused(locks ? Why.LOCKED : why.get());
                    }
                    if (withPin) {
                        tries.right(tx, known);
                    }
                    tx.journal(
                            "operator-card.at-terminal",
                            "operator-card:" + card.number(),
                            Map.of("operator", card.operator()));
                    return new LogOn.LoggedOn(card.number(), card.level());
                });
    }
}
