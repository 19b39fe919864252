package app.lodge.core.selfservice;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonField;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Register;
import app.lodge.core.selfservice.Link.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Self-service as staff have it: permissions, reach and reasons stand here, the work is done where a portal's is.
final class BookedSelfService implements SelfService {

    private final Register register;
    private final RulesKept rules;
    private final Logins logins;
    private final LoginLife life;
    private final Links links;
    private final HolderDesk desk;
    private final Deciding deciding;
    private final DeskLinking linking;

    BookedSelfService(
            Books books,
            Register register,
            RulesKept rules,
            Logins logins,
            LoginLife life,
            Links links,
            HolderDesk desk,
            Deciding deciding) {
        this.register = register;
        this.rules = rules;
        this.logins = logins;
        this.life = life;
        this.links = links;
        this.desk = desk;
        this.deciding = deciding;
        this.linking = new DeskLinking(books, register, logins, links, desk);
    }

    @Override
    public LoginOutcome open(Actor actor, RequestId request, String email, Behalf behalf) {
        return onBehalf(actor, behalf, why -> life.open(actor, request, email, why));
    }

    @Override
    public Optional<Login> find(Actor actor, LoginId login) {
        actor.require(Permission.SEE_PEOPLE);
        return logins.find(login).map(row -> seen(actor, logins.shown(row)));
    }

    @Override
    public Optional<Login> named(Actor actor, String email) {
        actor.require(Permission.SEE_PEOPLE);
        return logins.named(email).map(row -> seen(actor, logins.shown(row)));
    }

    @Override
    public LinkOutcome link(
            Actor actor,
            RequestId request,
            LoginId login,
            Link.Wanted wanted,
            Proof proof,
            Behalf behalf) {
        return linking.link(actor, request, login, wanted, proof, behalf);
    }

    @Override
    public LinkOutcome change(
            Actor actor,
            RequestId request,
            long link,
            Set<LinkRight> rights,
            @Nullable LocalDate until,
            Behalf behalf) {
        return linking.change(actor, request, link, rights, until, behalf);
    }

    @Override
    public LinkOutcome unlink(Actor actor, RequestId request, long link, Behalf behalf) {
        return linking.unlink(actor, request, link, behalf);
    }

    @Override
    public List<Seen> ofPerson(Actor actor, PersonId person) {
        actor.require(Permission.SEE_PEOPLE);
        register.reach().require(actor, person);
        var onto = links.ofPerson(person);
        var through =
                onto.stream()
                        .filter(link -> link.own() && link.state() == State.STANDS)
                        .map(Link::login)
                        .distinct()
                        .flatMap(login -> links.ofLogin(login).stream());
        return Stream.concat(onto.stream(), through)
                .distinct()
                .sorted(Comparator.comparingLong(Link::id).reversed())
                .map(link -> seen(actor, link))
                .toList();
    }

    @Override
    public List<Seen> ofLogin(Actor actor, LoginId login) {
        actor.require(Permission.SEE_PEOPLE);
        return links.ofLogin(login).stream()
                .filter(link -> register.reach().reaches(actor, link.owner()))
                .map(link -> seen(actor, link))
                .toList();
    }

    @Override
    public LoginOutcome block(Actor actor, RequestId request, LoginId login, Behalf behalf) {
        return onBehalf(actor, behalf, why -> life.block(actor, request, login, why));
    }

    @Override
    public LoginOutcome unblock(Actor actor, RequestId request, LoginId login, Behalf behalf) {
        return onBehalf(actor, behalf, why -> life.unblock(actor, request, login, why));
    }

    @Override
    public LoginOutcome end(Actor actor, RequestId request, LoginId login, Behalf behalf) {
        return onBehalf(actor, behalf, why -> life.end(actor, request, login, why));
    }

    @Override
    public List<ChangeRequest> requests(Actor actor) {
        return deciding.open(actor);
    }

    @Override
    public DecideOutcome accept(Actor actor, RequestId request, long changeRequest) {
        return deciding.accept(actor, request, changeRequest);
    }

    @Override
    public DecideOutcome refuse(Actor actor, RequestId request, long changeRequest) {
        return deciding.refuse(actor, request, changeRequest);
    }

    @Override
    public HolderAnswer onBehalf(
            Actor actor, RequestId request, LoginId login, HolderRequest wanted, Behalf behalf) {
        actor.require(Permission.SEE_PEOPLE);
        OnBehalf.needs(wanted).forEach(actor::require);
        var problems = new ArrayList<>(OnBehalf.problems(behalf));
        problems.addAll(logins.working(login));
        if (!problems.isEmpty()) {
            return new HolderAnswer.Rejected(problems);
        }
        Stream.concat(
                        OnBehalf.account(wanted).flatMap(links::owner).stream(),
                        OnBehalf.ownData(wanted) ? links.own(login).stream() : Stream.empty())
                .forEach(owner -> register.reach().require(actor, owner));
        linking.note(actor, login, OnBehalf.with(behalf, wanted.getClass().getSimpleName(), 0));
        return desk.carryOut(actor, request, login, wanted);
    }

    @Override
    public SelfServiceRules rules(Actor actor) {
        actor.require(Permission.SEE_PEOPLE);
        return rules.now();
    }

    @Override
    public List<Problem> changeRules(Actor actor, RequestId request, SelfServiceRules wanted) {
        actor.require(Permission.CHANGE_SETTINGS);
        return rules.change(actor, request, wanted);
    }

    private static LoginOutcome onBehalf(
            Actor actor, Behalf behalf, Function<Map<String, String>, LoginOutcome> step) {
        actor.require(Permission.CHANGE_PEOPLE);
        var problems = OnBehalf.problems(behalf);
        return problems.isEmpty()
                ? step.apply(OnBehalf.why(behalf))
                : new LoginOutcome.Rejected(problems);
    }

    private Seen seen(Actor actor, Link link) {
        var login = logins.find(link.login()).orElseThrow();
        return new Seen(
                link,
                login.state(),
                hidesAddresses(actor) ? "" : logins.email(login),
                register.find(actor, link.owner())
                        .map(person -> person.details().fullName())
                        .orElse(""));
    }

    private Login seen(Actor actor, Login login) {
        return hidesAddresses(actor)
                ? new Login(login.id(), login.state(), "", login.openedAt(), login.lockedUntil())
                : login;
    }

    private boolean hidesAddresses(Actor actor) {
        return register.reach().hides(actor, PersonField.EMAIL.key());
    }
}
