package app.lodge.core.watch;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Watches over the site (ID-49): rules, the alerts that come of them, who is told and how, and what
/// will run out. The bridge looks every few seconds.
public interface Watch {

    static Watch of(WatchParts parts) {
        return parts.wired();
    }

    List<Rule> rules(Actor actor);

    /// A new rule, or another form of one.
    RuleOutcome putRule(Actor actor, RequestId request, Rule rule);

    /// Its open alerts end with it.
    void removeRule(Actor actor, RequestId request, long rule);

    /// The newest first; those that still hold before those that are over.
    List<Alert> alerts(Actor actor, int limit);

    /// Whom an alert was told, or will be.
    List<Message> messages(Actor actor, long alert);

    /// Somebody knows of it: it is no task any more and does not escalate.
    ///
    /// @return false if there is no such alert, or somebody was first
    boolean acknowledge(Actor actor, RequestId request, long alert);

    Reach reach(Actor actor);

    /// @param password null to keep the one that is stored
    ReachOutcome setMail(
            Actor actor, RequestId request, Reach.MailReach mail, @Nullable String password);

    /// @param secret null to keep the one that is stored; at least 16 characters
    ReachOutcome setWebhook(
            Actor actor, RequestId request, Reach.HookReach webhook, @Nullable String secret);

    /// Sends a test message to those who are told first, now.
    TryOutcome tryOut(Actor actor, Channel channel);

    /// Everything that will expire or fill up, the nearest first.
    List<Ahead> ahead(Actor actor);

    /// What runs out and no device tells of: licences, credit of SIM cards, ribbons.
    List<Provision> provisions(Actor actor);

    /// A new licence or SIM card, or another form of one; ribbons are told, not entered.
    ProvisionOutcome putProvision(Actor actor, RequestId request, Provision provision);

    /// @return false if there is no such one
    boolean removeProvision(Actor actor, RequestId request, long provision);

    /// A workstation has asked its card printer. Told twice is told once.
    void tellRibbon(Actor actor, RibbonTold ribbon);

    /// One round: looks, stores what was found, sends what is due. For the bridge alone.
    ///
    /// @return how many messages left
    int round(Actor bridge);

    /// @param failure why the last try failed; empty for none
    record Message(
            Channel channel,
            boolean escalation,
            State state,
            int attempts,
            Instant nextAt,
            @Nullable Instant sentAt,
            String failure) {

        public enum State {
            WAITING,
            SENT,
            /// It ended, or was acknowledged, before anybody had to be told.
            DROPPED,
            /// Tried for a day.
            FAILED
        }
    }

    /// @param printer its own number, or its address where it has none
    /// @param kind the maker's name, `YMCKO`
    /// @param left sides that it still prints
    /// @param capacity sides that a whole one prints
    record RibbonTold(String printer, String kind, int left, int capacity) {}

    sealed interface ProvisionOutcome {
        record Kept(Provision provision) implements ProvisionOutcome {}

        record Rejected(List<Problem> problems) implements ProvisionOutcome {}
    }

    sealed interface RuleOutcome {
        record Kept(Rule rule) implements RuleOutcome {}

        record Rejected(List<Problem> problems) implements RuleOutcome {}
    }

    sealed interface ReachOutcome {
        record Kept(Reach reach) implements ReachOutcome {}

        record Rejected(List<Problem> problems) implements ReachOutcome {}
    }

    sealed interface TryOutcome {
        record Sent() implements TryOutcome {}

        record NotSetUp() implements TryOutcome {}

        /// @param why what the server, or the network, said
        record Failed(String why) implements TryOutcome {}
    }
}
