package app.lodge.core.selfservice;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.selfservice.Login.State;
import app.lodge.core.selfservice.LoginStore.Row;
import app.lodge.core.selfservice.MailStore.Kind;
import app.lodge.core.selfservice.OneTimeCodes.Purpose;
import app.lodge.core.selfservice.SelfService.LoginOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// A login from its opening to its end (ID-22).
final class LoginLife {

    /// A second code within this time would only be a nuisance to whoever has the address.
    private static final Duration BETWEEN_CODES = Duration.ofMinutes(5);

    private final Books books;
    private final Logins logins;
    private final Links links;
    private final RulesKept rules;
    private final OneTimeCodes codes;
    private final Outbox outbox;
    private final Consumer<Actor> destroyKeys;

    LoginLife(
            Books books,
            Logins logins,
            Links links,
            RulesKept rules,
            OneTimeCodes codes,
            Outbox outbox,
            Consumer<Actor> destroyKeys) {
        this.books = books;
        this.logins = logins;
        this.links = links;
        this.rules = rules;
        this.codes = codes;
        this.outbox = outbox;
        this.destroyKeys = destroyKeys;
    }

    /// @param why empty where nobody acts for anybody
    LoginOutcome open(Actor actor, RequestId request, String email, Map<String, String> why) {
        var problems = logins.problems(email);
        if (!problems.isEmpty()) {
            return new LoginOutcome.Rejected(problems);
        }
        var id =
                books.once(
                        actor,
                        request,
                        "self-service.open",
                        List.of(email, why),
                        LoginId.class,
                        tx -> {
                            var row = logins.open(tx, email);
                            sendCode(tx, row);
                            if (!why.isEmpty()) {
                                tx.journal(
                                        "self-service.opened-on-behalf",
                                        Logins.subject(row.id()),
                                        why);
                            }
                            return row.id();
                        });
        return done(id);
    }

    private void sendCode(Tx tx, Row login) {
        var tooEarly =
                codes.madeAt(tx, Purpose.SECRET, login.id().number())
                        .filter(at -> at.plus(BETWEEN_CODES).isAfter(tx.now()))
                        .isPresent();
        if (login.state() == State.BLOCKED || tooEarly) {
            return;
        }
        codes.make(
                tx, Purpose.SECRET, login.id().number(), Duration.ofHours(rules.now().codeHours()));
        outbox.toLogin(tx, Kind.SECRET_CODE, login);
    }

    LoginOutcome block(Actor actor, RequestId request, LoginId id, Map<String, String> why) {
        return become(
                actor,
                request,
                id,
                "self-service.blocked",
                why,
                (tx, row) -> logins.store().state(tx, id, State.BLOCKED));
    }

    LoginOutcome unblock(Actor actor, RequestId request, LoginId id, Map<String, String> why) {
        return become(
                actor,
                request,
                id,
                "self-service.unblocked",
                why,
                (tx, row) -> {
                    logins.store()
                            .state(tx, id, row.secret() == null ? State.OPENED : State.ACTIVE);
                    logins.store().attempts(tx, id, 0, null);
                });
    }

    LoginOutcome end(Actor actor, RequestId request, LoginId id, Map<String, String> why) {
        var outcome =
                become(
                        actor,
                        request,
                        id,
                        "self-service.ended",
                        why,
                        (tx, row) -> {
                            links.store()
                                    .end(
                                            tx,
                                            links.store().ofLogin(tx.sql(), id).stream()
                                                    .filter(link -> link.endedAt() == null)
                                                    .map(Link::id)
                                                    .toList());
                            logins.store().end(tx, id);
                        });
        destroyKeys.accept(actor);
        return outcome;
    }

    private LoginOutcome become(
            Actor actor,
            RequestId request,
            LoginId id,
            String kind,
            Map<String, String> why,
            BiConsumer<Tx, Row> change) {
        var there = logins.find(id).isPresent();
        if (!there) {
            return unknown(id);
        }
        books.once(
                actor,
                request,
                kind,
                List.of(id, why),
                Boolean.class,
                tx -> {
                    var row = logins.store().find(tx.sql(), id).orElseThrow();
                    if (row.state() != State.ENDED) {
                        change.accept(tx, row);
                        tx.journal(kind, Logins.subject(id), why);
                    }
                    return true;
                });
        return done(id);
    }

    private LoginOutcome done(LoginId id) {
        return new LoginOutcome.Done(logins.shown(logins.find(id).orElseThrow()));
    }

    static LoginOutcome unknown(LoginId id) {
        return new LoginOutcome.Rejected(
                List.of(Problem.of("login", id.number(), "self-service.unknown-login")));
    }
}
