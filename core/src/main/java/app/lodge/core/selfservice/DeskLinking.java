package app.lodge.core.selfservice;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.Register;
import app.lodge.core.selfservice.Link.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Links as clerks make, change and end them, each with the reason why it is done for somebody (ID-23, ID-25).
final class DeskLinking {

    private final Books books;
    private final Register register;
    private final Logins logins;
    private final Links links;
    private final HolderDesk desk;

    DeskLinking(Books books, Register register, Logins logins, Links links, HolderDesk desk) {
        this.books = books;
        this.register = register;
        this.logins = logins;
        this.links = links;
        this.desk = desk;
    }

    LinkOutcome link(
            Actor actor,
            RequestId request,
            LoginId login,
            Link.Wanted wanted,
            Proof proof,
            Behalf behalf) {
        actor.require(Permission.CHANGE_PEOPLE);
        var problems = new ArrayList<>(OnBehalf.problems(behalf));
        problems.addAll(logins.working(login));
        problems.addAll(links.problems(wanted));
        if (!proof.atTheDesk()) {
            problems.add(Problem.of("proof", proof, "self-service.proof"));
        }
        var owner = links.owner(wanted.account());
        if (owner.isEmpty()) {
            problems.add(Problem.of("account", wanted.account().number(), "accounts.not-found"));
        }
        if (!problems.isEmpty()) {
            return new LinkOutcome.Rejected(problems);
        }
        register.reach().require(actor, owner.orElseThrow());
        return books.once(
                actor,
                request,
                "self-service.link",
                List.of(login, wanted, proof, behalf),
                LinkOutcome.class,
                tx -> {
                    var id =
                            links.store()
                                    .insert(
                                            tx,
                                            login,
                                            owner.orElseThrow(),
                                            wanted,
                                            State.STANDS,
                                            proof);
                    links.supersede(tx, links.get(tx, id));
                    links.journal(tx, "self-service.linked", links.get(tx, id));
                    tx.journal(
                            "self-service.on-behalf",
                            Logins.subject(login),
                            OnBehalf.with(behalf, "Link", id));
                    return new LinkOutcome.Done(links.get(tx, id));
                });
    }

    LinkOutcome change(
            Actor actor,
            RequestId request,
            long link,
            Set<LinkRight> rights,
            @Nullable LocalDate until,
            Behalf behalf) {
        var found = reached(actor, link);
        if (found.isEmpty()) {
            return unknownLink(link);
        }
        var before = found.get();
        var problems = new ArrayList<>(OnBehalf.problems(behalf));
        problems.addAll(
                links.problems(
                        new Link.Wanted(before.account(), rights, before.own(), until, false)));
        if (before.state() == State.ENDED) {
            problems.add(Problem.of("link", link, "self-service.link-ended"));
        }
        if (!problems.isEmpty()) {
            return new LinkOutcome.Rejected(problems);
        }
        return books.once(
                actor,
                request,
                "self-service.change",
                List.of(link, rights.stream().sorted().toList(), String.valueOf(until), behalf),
                LinkOutcome.class,
                tx -> {
                    links.store().change(tx, link, rights, until);
                    links.journal(tx, "self-service.link-changed", links.get(tx, link));
                    tx.journal(
                            "self-service.on-behalf",
                            Logins.subject(before.login()),
                            OnBehalf.with(behalf, "Change", link));
                    return new LinkOutcome.Done(links.get(tx, link));
                });
    }

    LinkOutcome unlink(Actor actor, RequestId request, long link, Behalf behalf) {
        var found = reached(actor, link);
        if (found.isEmpty()) {
            return unknownLink(link);
        }
        var problems = OnBehalf.problems(behalf);
        if (!problems.isEmpty()) {
            return new LinkOutcome.Rejected(problems);
        }
        note(actor, found.get().login(), OnBehalf.with(behalf, "Unlink", link));
        return desk.unlink(actor, request, link);
    }

    private Optional<Link> reached(Actor actor, long link) {
        actor.require(Permission.CHANGE_PEOPLE);
        var found = links.find(link);
        found.ifPresent(one -> register.reach().require(actor, one.owner()));
        return found;
    }

    void note(Actor actor, LoginId login, Map<String, ?> content) {
        books.write(
                actor, tx -> tx.journal("self-service.on-behalf", Logins.subject(login), content));
    }

    private static LinkOutcome unknownLink(long link) {
        return new LinkOutcome.Rejected(
                List.of(Problem.of("link", link, "self-service.unknown-link")));
    }
}
