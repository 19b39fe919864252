package app.lodge.core.operators;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Tx;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.OperatorCard.Level;
import app.lodge.core.operators.OperatorCard.State;
import app.lodge.core.operators.OperatorCardStore.Known;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Operators' cards in the books; PINs as Argon2id, sealed by the vault.
final class BookedOperatorCards implements OperatorCards.Both {

    private static final int LONGEST_PLACE = 60;

    private final Books books;
    private final CardPins pins;
    private final OperatorCardStore store = new OperatorCardStore();
    private final OperatorStore staff = new OperatorStore();
    private final ProvenCards proven;
    private final PinTries tries = new PinTries(store);
    private final CardEntrance entrance;
    private final TerminalEntrance terminals;

    BookedOperatorCards(
            Books books, KeyVault vault, CardKeys keys, Operators operators, PasswordHash hashes) {
        this.books = books;
        this.pins = new CardPins(vault, hashes);
        this.proven = new ProvenCards(books.clock());
        this.entrance = new CardSignIn(books, keys, operators, pins, proven, tries, store);
        this.terminals = new BookedTerminalEntrance(books, this, proven, pins, tries, store);
    }

    @Override
    public TerminalEntrance terminals() {
        return terminals;
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
        boolean whole = order.level() == Level.ADMINISTRATOR || order.level() == Level.HEAD_OFFICE;
        if (whole && owner.get().role() != Role.ADMINISTRATOR) {
            return rejected("level", owner.get().name(), "operator-cards.no-administrator");
        }
        if (order.level() == Level.BRANCH_MANAGER && order.place().isBlank()) {
            return rejected("place", "", "operator-cards.no-branch");
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
                int left = tries.wrong(tx, known);
                yield left == 0 ? new PinOutcome.Locked() : new PinOutcome.WrongPin(left);
            }
        };
    }

    @Override
    public Optional<Question> begin(Uid uid, int keyVersion, byte[] encryptedRndB) {
        return entrance.begin(uid, keyVersion, encryptedRndB);
    }

    @Override
    public ProveOutcome prove(String session, byte[] answer) {
        return entrance.prove(session, answer);
    }

    @Override
    public EnterOutcome enter(String session, char[] pin, String workstation) {
        return entrance.enter(session, pin, workstation);
    }

    private LocalDate today() {
        return today(books.clock());
    }

    /// Cards end by the day in UTC, the same at every workstation.
    static LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static IssueOutcome rejected(String field, Object value, String key) {
        return new IssueOutcome.Rejected(List.of(Problem.of(field, value, key)));
    }

    static Object journal(Tx tx, String kind, long number, Map<String, ?> content) {
        return tx.journal(kind, "operator-card:" + number, content);
    }
}
