package app.lodge.core.selfservice;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.AddressChanges;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Register;
import app.lodge.core.selfservice.Link.State;
import app.lodge.core.selfservice.MailStore.Kind;
import app.lodge.core.selfservice.OneTimeCodes.Purpose;
import app.lodge.core.selfservice.OneTimeCodes.Tried;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Release by a code that goes to the address stored for the account's OWNER, whatever address the asker
/// has (ID-23), and what a change of that address means for it (ID-24).
final class Releases implements AddressChanges {

    private static final int MOST_PER_DAY = 10;
    private static final Duration DAY = Duration.ofDays(1);

    private final Books books;
    private final Register register;
    private final RulesKept rules;
    private final Links links;
    private final OneTimeCodes codes;
    private final Outbox outbox;
    private final AddressChangeStore changes = new AddressChangeStore();

    Releases(
            Books books,
            Register register,
            RulesKept rules,
            Links links,
            OneTimeCodes codes,
            Outbox outbox) {
        this.books = books;
        this.register = register;
        this.rules = rules;
        this.links = links;
        this.codes = codes;
        this.outbox = outbox;
    }

    LinkOutcome ask(Actor actor, RequestId request, LoginId login, Link.Wanted wanted) {
        var problems = links.problems(wanted);
        if (!problems.isEmpty()) {
            return new LinkOutcome.Rejected(problems);
        }
        var owner = links.owner(wanted.account());
        return owner.isEmpty()
                ? new LinkOutcome.OnlyAtTheDesk()
                : books.once(
                        actor,
                        request,
                        "self-service.ask",
                        List.of(login, wanted),
                        LinkOutcome.class,
                        tx -> asked(tx, login, owner.get(), wanted));
    }

    private LinkOutcome asked(Tx tx, LoginId login, PersonId owner, Link.Wanted wanted) {
        var known = register.known(tx, owner);
        if (known.isEmpty() || known.get().details().email().isEmpty()) {
            return new LinkOutcome.OnlyAtTheDesk();
        }
        var barredUntil = barredUntil(tx, owner);
        if (barredUntil.isAfter(tx.now())) {
            return new LinkOutcome.Barred(barredUntil);
        }
        var before = links.store().ofLogin(tx.sql(), login);
        var today = before.stream().filter(one -> one.askedAt().isAfter(tx.now().minus(DAY)));
        if (today.count() >= MOST_PER_DAY) {
            return new LinkOutcome.TooMany(tx.now().plus(DAY));
        }
        before.stream()
                .filter(one -> one.state() == State.ASKED && one.account().equals(wanted.account()))
                .forEach(one -> dropped(tx, one));
        var link = links.store().insert(tx, login, owner, wanted, State.ASKED, Proof.RELEASE_CODE);
        var until =
                codes.make(tx, Purpose.RELEASE, link, Duration.ofHours(rules.now().codeHours()));
        outbox.toPerson(tx, Kind.RELEASE_CODE, link, owner, known.get().details().email());
        links.journal(tx, "self-service.release-asked", links.get(tx, link));
        return new LinkOutcome.Asked(links.get(tx, link), until);
    }

    LinkOutcome release(Actor actor, RequestId request, LoginId login, long link, String code) {
        return books.once(
                actor,
                request,
                "self-service.release",
                List.of(login, link, code),
                LinkOutcome.class,
                tx -> released(tx, login, link, code));
    }

    private LinkOutcome released(Tx tx, LoginId login, long link, String code) {
        var found = links.store().find(tx.sql(), link).filter(one -> one.login().equals(login));
        if (found.isEmpty() || found.get().state() != State.ASKED) {
            return new LinkOutcome.NoCode();
        }
        var asked = found.get();
        var barredUntil = barredUntil(tx, asked.owner());
        if (barredUntil.isAfter(tx.now())) {
            return new LinkOutcome.Barred(barredUntil);
        }
        return switch (codes.tried(tx, Purpose.RELEASE, link, code, rules.now().wrongTries())) {
            case Tried.Right() -> {
                links.supersede(tx, asked);
                links.store().stands(tx, link);
                links.journal(tx, "self-service.linked", links.get(tx, link));
                yield new LinkOutcome.Done(links.get(tx, link));
            }
            case Tried.Wrong(int left) -> {
                tx.journal(
                        "self-service.code-wrong",
                        Links.subject(asked.owner()),
                        Map.of("link", link, "login", login.number(), "left", left));
                if (left == 0) {
                    links.store().end(tx, List.of(link));
                }
                yield new LinkOutcome.WrongCode(left);
            }
            case Tried.None() -> new LinkOutcome.NoCode();
        };
    }

    /// The address that was stored until now is told, codes on their way to it are void, and nothing is
    /// released for a while.
    @Override
    public void changed(Tx tx, Person before, Person now) {
        changes.put(tx, now.id());
        links.store().ofPerson(tx.sql(), now.id()).stream()
                .filter(link -> link.state() == State.ASKED)
                .forEach(link -> dropped(tx, link));
        if (!before.details().email().isEmpty()) {
            outbox.toPerson(
                    tx,
                    Kind.ADDRESS_CHANGED,
                    now.id().number(),
                    now.id(),
                    before.details().email());
        }
    }

    private void dropped(Tx tx, Link link) {
        codes.spend(tx, Purpose.RELEASE, link.id());
        links.store().end(tx, List.of(link.id()));
    }

    private Instant barredUntil(Tx tx, PersonId owner) {
        return changes.find(tx.sql(), owner)
                .map(at -> at.plus(Duration.ofHours(rules.now().barredHours())))
                .orElse(Instant.MIN);
    }
}
