package app.lodge.desktop;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonField;
import app.lodge.core.people.PersonId;
import app.lodge.core.selfservice.Behalf;
import app.lodge.core.selfservice.ChangeRequest;
import app.lodge.core.selfservice.HolderAnswer;
import app.lodge.core.selfservice.HolderRequest;
import app.lodge.core.selfservice.Link;
import app.lodge.core.selfservice.LinkOutcome;
import app.lodge.core.selfservice.LinkRight;
import app.lodge.core.selfservice.Login;
import app.lodge.core.selfservice.LoginId;
import app.lodge.core.selfservice.Proof;
import app.lodge.core.selfservice.SelfService;
import app.lodge.core.selfservice.SelfServiceRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Self-service of one family: a mother's link, one that waits for its code, a wish.
final class FakeSelfService implements SelfService {

    SelfServiceRules rules = SelfServiceRules.STANDARD;

    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");
    private final Login login =
            new Login(new LoginId(5), Login.State.ACTIVE, "marija.novak@example.org", AT, null);
    final List<Link> links = new ArrayList<>();
    final List<ChangeRequest> wishes = new ArrayList<>();

    /// Somebody has two links and a wish.
    void family(PersonId person) {
        links.add(
                link(
                        8,
                        person,
                        Link.State.ASKED,
                        Set.of(LinkRight.VIEW, LinkRight.TRANSFER),
                        null,
                        Proof.RELEASE_CODE));
        links.add(
                link(
                        7,
                        person,
                        Link.State.STANDS,
                        Set.of(LinkRight.VIEW, LinkRight.TOP_UP, LinkRight.LIMITS),
                        LocalDate.parse("2031-08-14"),
                        Proof.GUARDIANSHIP));
        wishes.add(
                new ChangeRequest(
                        12,
                        person,
                        "Ana Novak",
                        PersonField.PHONE,
                        "+385 1 555 0123",
                        "+385 91 555 0199",
                        ChangeRequest.State.OPEN,
                        AT,
                        null));
    }

    private Link link(
            long id,
            PersonId person,
            Link.State state,
            Set<LinkRight> rights,
            @Nullable LocalDate last,
            Proof proof) {
        return new Link(
                id,
                login.id(),
                new AccountId(1_000 + person.number()),
                person,
                state,
                rights,
                false,
                null,
                last != null,
                last,
                proof,
                AT,
                state == Link.State.STANDS ? AT : null,
                null);
    }

    @Override
    public LoginOutcome open(Actor actor, RequestId request, String email, Behalf behalf) {
        return new LoginOutcome.Done(login);
    }

    @Override
    public Optional<Login> find(Actor actor, LoginId id) {
        return Optional.of(login).filter(one -> one.id().equals(id));
    }

    @Override
    public Optional<Login> named(Actor actor, String email) {
        return Optional.of(login).filter(one -> one.email().equals(email));
    }

    @Override
    public LinkOutcome link(
            Actor actor,
            RequestId request,
            LoginId id,
            Link.Wanted wanted,
            Proof proof,
            Behalf behalf) {
        if (wanted.rights().isEmpty()) {
            return new LinkOutcome.Rejected(
                    List.of(Problem.of("rights", "", "self-service.no-rights")));
        }
        var link =
                link(
                        links.size() + 20L,
                        new PersonId(wanted.account().number()),
                        Link.State.STANDS,
                        wanted.rights(),
                        wanted.until(),
                        proof);
        links.addFirst(link);
        return new LinkOutcome.Done(link);
    }

    @Override
    public LinkOutcome change(
            Actor actor,
            RequestId request,
            long link,
            Set<LinkRight> rights,
            @Nullable LocalDate until,
            Behalf behalf) {
        return new LinkOutcome.Done(links.getFirst());
    }

    @Override
    public LinkOutcome unlink(Actor actor, RequestId request, long link, Behalf behalf) {
        var gone = links.stream().filter(one -> one.id() == link).findFirst().orElseThrow();
        links.remove(gone);
        return new LinkOutcome.Done(gone);
    }

    @Override
    public List<Seen> ofPerson(Actor actor, PersonId person) {
        return links.stream()
                .map(link -> new Seen(link, login.state(), login.email(), "Ana Novak"))
                .toList();
    }

    @Override
    public List<Seen> ofLogin(Actor actor, LoginId id) {
        return ofPerson(actor, new PersonId(1));
    }

    @Override
    public LoginOutcome block(Actor actor, RequestId request, LoginId id, Behalf behalf) {
        return new LoginOutcome.Done(login);
    }

    @Override
    public LoginOutcome unblock(Actor actor, RequestId request, LoginId id, Behalf behalf) {
        return new LoginOutcome.Done(login);
    }

    @Override
    public LoginOutcome end(Actor actor, RequestId request, LoginId id, Behalf behalf) {
        return new LoginOutcome.Done(login);
    }

    @Override
    public List<ChangeRequest> requests(Actor actor) {
        return List.copyOf(wishes);
    }

    @Override
    public DecideOutcome accept(Actor actor, RequestId request, long wish) {
        return decided(wish);
    }

    @Override
    public DecideOutcome refuse(Actor actor, RequestId request, long wish) {
        return decided(wish);
    }

    private DecideOutcome decided(long wish) {
        var one = wishes.stream().filter(each -> each.id() == wish).findFirst().orElseThrow();
        wishes.remove(one);
        return new DecideOutcome.Decided(one);
    }

    @Override
    public HolderAnswer onBehalf(
            Actor actor, RequestId request, LoginId id, HolderRequest wanted, Behalf behalf) {
        return new HolderAnswer.Linking(
                switch (wanted) {
                    case HolderRequest.AskRelease _ ->
                            new LinkOutcome.Barred(Instant.parse("2026-11-24T17:30:00Z"));
                    default -> new LinkOutcome.WrongCode(3);
                });
    }

    @Override
    public SelfServiceRules rules(Actor actor) {
        return rules;
    }

    @Override
    public List<Problem> changeRules(Actor actor, RequestId request, SelfServiceRules wished) {
        if (wished.codeHours() > 720) {
            return List.of(Problem.of("codeHours", wished.codeHours(), "settings.range", 1, 720));
        }
        rules = wished;
        return List.of();
    }
}
