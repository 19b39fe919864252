package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import java.util.List;

/// Limits of accounts and of groups of people: overdraft, spending, balance, transfers (ID-13, ID-19).
public interface Limits {

    static Limits in(Bookkeeping keeping) {
        return new BookedLimits(keeping);
    }

    /// Sets a limit, in place of the one of its kind and owner that there may be.
    ///
    /// @param limit of an account or a group; the site's stand in its settings
    LimitOutcome set(Actor actor, RequestId request, Limit limit);

    LimitOutcome remove(
            Actor actor, RequestId request, Limit.Owner owner, long whose, Limit.Kind kind);

    List<Limit> of(Actor actor, Limit.Owner owner, long whose);

    /// What holds for an account today, from itself, its holder's groups and the site.
    List<Standing> standing(Actor actor, AccountId id);

    /// @param used in the limit's period; 0 for limits without one
    record Standing(Limit limit, long used) {
        public long remains() {
            return Math.max(0, limit.most() - used);
        }
    }

    sealed interface LimitOutcome {
        /// @param limits of that owner, now
        record Done(List<Limit> limits) implements LimitOutcome {}

        record Rejected(List<Problem> problems) implements LimitOutcome {}
    }
}
