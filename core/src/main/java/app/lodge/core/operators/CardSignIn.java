package app.lodge.core.operators;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.keys.CardKey;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.CardKeys.Authentication;
import app.lodge.core.keys.CardKeys.Purpose;
import app.lodge.core.keys.CardKeys.Scheme;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.OperatorCard.Level;
import app.lodge.core.operators.OperatorCardStore.Known;
import java.util.Map;
import java.util.Optional;

/// Sign-in by an operator's card: the card proves itself, then its operator gives the PIN.
final class CardSignIn implements CardEntrance {

    private static final Actor ENTRANCE = Actor.system("card-sign-in");

    private final Books books;
    private final CardKeys keys;
    private final Operators operators;
    private final CardPins pins;
    private final ProvenCards proven;
    private final PinTries tries;
    private final OperatorCardStore store;

    CardSignIn(
            Books books,
            CardKeys keys,
            Operators operators,
            CardPins pins,
            ProvenCards proven,
            PinTries tries,
            OperatorCardStore store) {
        this.books = books;
        this.keys = keys;
        this.operators = operators;
        this.pins = pins;
        this.proven = proven;
        this.tries = tries;
        this.store = store;
    }

    @Override
    public Optional<Question> begin(Uid uid, int keyVersion, byte[] encryptedRndB) {
        var card = books.read(sql -> store.ofChip(sql, uid));
        if (card.isEmpty() || keyVersion < 1 || keyVersion > 255 || encryptedRndB.length != 16) {
            return Optional.empty();
        }
        var key = new CardKey.Site(OperatorCards.APPLICATION, OperatorCards.PROOF, keyVersion);
        var challenge =
                keys.begin(
                        ENTRANCE,
                        new Authentication(
                                Scheme.EV2_FIRST, Purpose.CONTENT, key, uid, encryptedRndB));
        proven.asked(challenge.session(), card.get().card().number());
        return Optional.of(new Question(challenge.session(), challenge.token()));
    }

    @Override
    public ProveOutcome prove(String session, byte[] answer) {
        var number = proven.takeAsked(session);
        if (number.isEmpty()
                || keys.finish(ENTRANCE, session, answer)
                        instanceof CardKeys.FinishOutcome.Refuted) {
            return new ProveOutcome.Refuted();
        }
        var card = books.read(sql -> store.find(sql, number.get())).orElseThrow().card();
        return new ProveOutcome.Proven(proven.proven(card.number()), card.name());
    }

    @Override
    public EnterOutcome enter(String session, char[] pin, String workstation) {
        var number = proven.number(session);
        if (number.isEmpty()) {
            return new EnterOutcome.Ended();
        }
        // One try after the other: the count must be right when many come at once.
        synchronized (proven) {
            var known = books.read(sql -> store.find(sql, number.get())).orElseThrow();
            var refused = refusal(known);
            if (refused.isPresent()) {
                return refused.get();
            }
            return pins.right(pin, known.sealedPin())
                    ? entered(known, session, workstation)
                    : wrong(known, session, workstation);
        }
    }

    private Optional<EnterOutcome> refusal(Known known) {
        var card = known.card();
        return switch (card.state()) {
            case LOCKED -> Optional.of(new EnterOutcome.Locked());
            case REVOKED -> notHere(Why.REVOKED);
            case ACTIVE ->
                    card.validUntil().isBefore(BookedOperatorCards.today(books.clock()))
                            ? notHere(Why.EXPIRED)
                            : card.level() == Level.TERMINAL
                                    ? notHere(Why.TERMINALS_ONLY)
                                    : Optional.empty();
        };
    }

    private static Optional<EnterOutcome> notHere(Why why) {
        return Optional.of(new EnterOutcome.NotHere(why));
    }

    private EnterOutcome entered(Known known, String session, String workstation) {
        var actor = operators.signedIn(known.card().operator(), workstation);
        if (actor.isEmpty()) {
            return new EnterOutcome.NotHere(Why.OPERATOR_GONE);
        }
        proven.end(session);
        books.write(
                actor.get(),
                tx -> {
                    tries.right(tx, known);
                    return BookedOperatorCards.journal(
                            tx,
                            "operator-card.signed-in",
                            known.card().number(),
                            Map.of("operator", known.card().operator()));
                });
        return new EnterOutcome.SignedIn(actor.get());
    }

    private EnterOutcome wrong(Known known, String session, String workstation) {
        int left = books.write(Actor.system(workstation), tx -> tries.wrong(tx, known));
        if (left > 0) {
            return new EnterOutcome.WrongPin(left);
        }
        proven.end(session);
        return new EnterOutcome.Locked();
    }
}
