package app.lodge.core.operators;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.operators.Operators.AddOutcome;
import java.util.List;
import java.util.Map;

/// An operator's change of their own password: the present one first, for a desk that was left alone.
final class OwnPassword {

    private final Books books;
    private final Passwords passwords;
    private final OperatorStore store;

    OwnPassword(Books books, Passwords passwords, OperatorStore store) {
        this.books = books;
        this.passwords = passwords;
        this.store = store;
    }

    AddOutcome change(Actor actor, RequestId request, char[] present, char[] next) {
        var known = books.read(sql -> store.named(sql, actor.name()));
        if (known.isEmpty() || known.get().operator().id() != actor.operatorId()) {
            return rejected("operators.unknown", actor.operatorId());
        }
        var operator = known.get().operator();
        var now = books.clock().instant();
        var locked = operator.lockedUntil();
        boolean waits = locked != null && locked.isAfter(now);
        // computed before the books are entered: it takes its time on purpose
        boolean right = !waits && passwords.verify(present, known.get().passwordHash());
        var hash = passwords.hash(next);
        return books.once(
                actor,
                request,
                "operators.change-own-password",
                operator.id(),
                AddOutcome.class,
                tx -> {
                    if (waits) {
                        return rejected("operators.password-wait", "");
                    }
                    var subject = "operator:" + operator.id();
                    if (right) {
                        store.setPassword(tx, operator.id(), hash);
                        store.setAttempts(tx, operator.id(), 0, null);
                        tx.journal("operator.password-changed", subject, Map.of());
                        return new AddOutcome.Done(operator);
                    }
                    int failed = known.get().failedAttempts() + 1;
                    store.setAttempts(tx, operator.id(), failed, Patience.after(failed, now));
                    tx.journal("operator.sign-in-failed", subject, Map.of("attempts", failed));
                    return rejected("operators.password-wrong", "");
                });
    }

    private static AddOutcome rejected(String key, Object value) {
        return new AddOutcome.Rejected(List.of(Problem.of("present", value, key)));
    }
}
