package app.lodge.core.selfservice;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holders' self-service as staff see it: logins, links, requests, and everything that holders do, done on
/// their behalf with a reason (ID-09, ID-22 to ID-26). What portals speak to is {@link Portal}.
public interface SelfService {

    /// Opens a login for an address and sends it a code, with which its owner sets a secret. One that is
    /// open already is the answer, too, and gets a new code.
    LoginOutcome open(Actor actor, RequestId request, String email, Behalf behalf);

    Optional<Login> find(Actor actor, LoginId login);

    /// By its whole address: nobody lists whom they do not know.
    Optional<Login> named(Actor actor, String email);

    /// Links by proof of identity that the clerk has looked at, with or without an address (ID-23).
    LinkOutcome link(
            Actor actor,
            RequestId request,
            LoginId login,
            Link.Wanted wanted,
            Proof proof,
            Behalf behalf);

    LinkOutcome change(
            Actor actor,
            RequestId request,
            long link,
            Set<LinkRight> rights,
            @Nullable LocalDate until,
            Behalf behalf);

    LinkOutcome unlink(Actor actor, RequestId request, long link, Behalf behalf);

    /// Who sees the person's accounts, and which accounts the person's own logins see; the newest first.
    List<Seen> ofPerson(Actor actor, PersonId person);

    /// All links of a login, ended ones too; the newest first.
    List<Seen> ofLogin(Actor actor, LoginId login);

    LoginOutcome block(Actor actor, RequestId request, LoginId login, Behalf behalf);

    LoginOutcome unblock(Actor actor, RequestId request, LoginId login, Behalf behalf);

    /// Ends the login and all its links for good; address, secret and key are destroyed (ID-57).
    LoginOutcome end(Actor actor, RequestId request, LoginId login, Behalf behalf);

    /// What holders want changed and nobody has decided, the oldest first.
    List<ChangeRequest> requests(Actor actor);

    DecideOutcome accept(Actor actor, RequestId request, long changeRequest);

    DecideOutcome refuse(Actor actor, RequestId request, long changeRequest);

    /// Does for a holder what a portal would do, with the same checks; takes what the clerk would need to do it
    /// for themselves.
    HolderAnswer onBehalf(
            Actor actor, RequestId request, LoginId login, HolderRequest wanted, Behalf behalf);

    SelfServiceRules rules(Actor actor);

    /// @return what is wrong, empty if they stand now
    List<Problem> changeRules(Actor actor, RequestId request, SelfServiceRules rules);

    /// A link with the names that the actor may see.
    ///
    /// @param email of the login; empty where it has ended or the actor's role hides addresses
    /// @param owner the owner's name
    record Seen(Link link, Login.State login, String email, String owner) {}

    sealed interface LoginOutcome {
        record Done(Login login) implements LoginOutcome {}

        record Rejected(List<Problem> problems) implements LoginOutcome {}
    }

    sealed interface DecideOutcome {
        record Decided(ChangeRequest request) implements DecideOutcome {}

        /// Somebody else decided it, or it was dropped.
        record NotOpen(ChangeRequest request) implements DecideOutcome {}

        record Rejected(List<Problem> problems) implements DecideOutcome {}
    }
}
