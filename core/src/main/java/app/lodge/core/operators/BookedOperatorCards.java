package app.lodge.core.operators;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Tx;
import app.lodge.core.keys.CardKey;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.CardKeys.Authentication;
import app.lodge.core.keys.CardKeys.Purpose;
import app.lodge.core.keys.CardKeys.Scheme;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.OperatorCard.Level;
import app.lodge.core.operators.OperatorCard.State;
import app.lodge.core.operators.OperatorCardStore.Known;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Operators' cards in the books; PINs as Argon2id, sealed by the vault.
final class BookedOperatorCards implements OperatorCards.Both {

    private static final int LONGEST_PLACE = 60;
    private static final Actor ENTRANCE = Actor.system("card-sign-in");

    private final Books books;
    private final CardKeys keys;
    private final Operators operators;
    private final CardPins pins;
    private final OperatorCardStore store = new OperatorCardStore();
    private final OperatorStore staff = new OperatorStore();
    private final ProvenCards proven;

    BookedOperatorCards(
            Books books, KeyVault vault, CardKeys keys, Operators operators, PasswordHash hashes) {
        this.books = books;
        this.keys = keys;
        this.operators = operators;
        this.pins = new CardPins(vault, hashes);
        this.proven = new ProvenCards(books.clock());
    }

    @Override
    public List<OperatorCard> list(Actor actor) {
        actor.require(Permission.CHANGE_OPERATORS);
        return books.read(store::all);
    }

    @Override
    public IssueOutcome issue(Actor actor, RequestId request, Order order, char[] pin) {
        actor.require(Permission.CHANGE_OPERATORS);
        actor.require(Permission.ISSUE_CARDS);
        var problems = problems(order, pin);
        if (!problems.isEmpty()) {
            return new IssueOutcome.Rejected(problems);
        }
        byte[] sealed = pins.sealed(pin);
        return books.once(
                actor,
                request,
                "operator-cards.issue",
                order,
                IssueOutcome.class,
                tx -> issued(tx, order, sealed));
    }

    private List<Problem> problems(Order order, char[] pin) {
        var problems = new ArrayList<>(CardPins.problems("pin", pin));
        if (order.validUntil().isBefore(today())) {
            problems.add(
                    Problem.of("validUntil", order.validUntil(), "operator-cards.over-already"));
        }
        if (order.place().strip().length() > LONGEST_PLACE) {
            problems.add(Problem.of("place", order.place(), "operator-cards.place", LONGEST_PLACE));
        }
        return problems;
    }

    private IssueOutcome issued(Tx tx, Order order, byte[] sealedPin) {
        var owner = staff.find(tx.sql(), order.operator()).filter(Operator::active);
        if (owner.isEmpty()) {
            return rejected("operator", order.operator(), "operators.unknown");
        }
        if (order.level() == Level.ADMINISTRATOR && owner.get().role() != Role.ADMINISTRATOR) {
            return rejected("level", owner.get().name(), "operator-cards.no-administrator");
        }
        var before = store.ofChip(tx.sql(), order.uid());
        before.filter(old -> old.card().state() != State.REVOKED)
                .ifPresent(old -> {
                    store.revoke(tx, old.card().number());
                    journal(tx, "operator-card.revoked", old.card().number(), Map.of());
                });
        long number = store.add(tx, order, sealedPin);
        journal(
                tx,
                "operator-card.issued",
                number,
                Map.of(
                        "operator", order.operator(),
                        "level", order.level().name(),
                        "validUntil", order.validUntil().toString()));
        return new IssueOutcome.Issued(store.find(tx.sql(), number).orElseThrow().card());
    }

    @Override
    public RevokeOutcome revoke(Actor actor, RequestId request, long number) {
        actor.require(Permission.CHANGE_OPERATORS);
        return books.once(
                actor,
                request,
                "operator-cards.revoke",
                number,
                RevokeOutcome.class,
                tx -> {
                    var known = store.find(tx.sql(), number);
                    if (known.isEmpty()) {
                        return new RevokeOutcome.Unknown();
                    }
                    if (known.get().card().state() != State.REVOKED) {
                        store.revoke(tx, number);
                        journal(tx, "operator-card.revoked", number, Map.of());
                    }
                    return new RevokeOutcome.Revoked(
                            store.find(tx.sql(), number).orElseThrow().card());
                });
    }

    @Override
    public List<OperatorCard> own(Actor actor) {
        return books.read(store::all).stream()
                .filter(card -> card.operator() == actor.operatorId())
                .toList();
    }

    @Override
    public PinOutcome changePin(
            Actor actor, RequestId request, long number, char[] present, char[] next) {
        var problems = CardPins.problems("next", next);
        if (!problems.isEmpty()) {
            return new PinOutcome.Rejected(problems);
        }
        // One try after the other: the count must be right when many come at once.
        synchronized (proven) {
            var known = books.read(sql -> store.find(sql, number));
            if (known.isEmpty() || known.get().card().operator() != actor.operatorId()) {
                return new PinOutcome.NotYours();
            }
            boolean right = pins.right(present, known.get().sealedPin());
            byte[] sealed = pins.sealed(next);
            return books.once(
                    actor,
                    request,
                    "operator-cards.change-pin",
                    number,
                    PinOutcome.class,
                    tx -> changed(tx, known.get(), right, sealed));
        }
    }

    private PinOutcome changed(Tx tx, Known known, boolean right, byte[] sealed) {
        long number = known.card().number();
        return switch (known.card().state()) {
            case LOCKED -> new PinOutcome.Locked();
            case REVOKED -> new PinOutcome.NotYours();
            case ACTIVE -> {
                if (right) {
                    store.setPin(tx, number, sealed);
                    journal(tx, "operator-card.pin-changed", number, Map.of());
                    yield new PinOutcome.Changed(known.card());
                }
                int wrong = known.wrongPins() + 1;
                noteWrong(tx, number, wrong);
                yield wrong >= TRIES
                        ? new PinOutcome.Locked()
                        : new PinOutcome.WrongPin(TRIES - wrong);
            }
        };
    }

    private Object noteWrong(Tx tx, long number, int wrong) {
        boolean locked = wrong >= TRIES;
        store.setWrongPins(tx, number, wrong, locked ? State.LOCKED : State.ACTIVE);
        return journal(
                tx,
                locked ? "operator-card.locked" : "operator-card.wrong-pin",
                number,
                Map.of("attempts", wrong));
    }

    @Override
    public Optional<Question> begin(Uid uid, int keyVersion, byte[] encryptedRndB) {
        var card = books.read(sql -> store.ofChip(sql, uid));
        if (card.isEmpty() || keyVersion < 1 || keyVersion > 255 || encryptedRndB.length != 16) {
            return Optional.empty();
        }
        var key = new CardKey.Site(APPLICATION, PROOF, keyVersion);
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
                    card.validUntil().isBefore(today())
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
                    store.setWrongPins(tx, known.card().number(), 0, State.ACTIVE);
                    return journal(
                            tx,
                            "operator-card.signed-in",
                            known.card().number(),
                            Map.of("operator", known.card().operator()));
                });
        return new EnterOutcome.SignedIn(actor.get());
    }

    private EnterOutcome wrong(Known known, String session, String workstation) {
        int wrong = known.wrongPins() + 1;
        boolean locked = wrong >= TRIES;
        books.write(Actor.system(workstation), tx -> noteWrong(tx, known.card().number(), wrong));
        if (!locked) {
            return new EnterOutcome.WrongPin(TRIES - wrong);
        }
        proven.end(session);
        return new EnterOutcome.Locked();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(books.clock().instant(), ZoneOffset.UTC);
    }

    private static IssueOutcome rejected(String field, Object value, String key) {
        return new IssueOutcome.Rejected(List.of(Problem.of(field, value, key)));
    }

    private static Object journal(Tx tx, String kind, long number, Map<String, ?> content) {
        return tx.journal(kind, "operator-card:" + number, content);
    }
}
