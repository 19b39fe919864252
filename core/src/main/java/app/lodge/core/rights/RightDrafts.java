package app.lodge.core.rights;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.rights.Rule.Wanted;
import app.lodge.core.settings.SiteSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// Changed rules that do not hold yet: who would gain and who would lose by them is shown exactly, before
/// they are published all at once.
public interface RightDrafts {

    static RightDrafts in(Books books, Supplier<SiteSettings> settings) {
        return new BookedDrafts(books, settings);
    }

    /// Newest first; those decided too.
    List<Draft> list(Actor actor);

    /// @param name 1 to 80 characters
    DraftOutcome begin(Actor actor, RequestId request, String name);

    DraftOutcome change(Actor actor, RequestId request, DraftId draft, Change change);

    /// Takes a change out of a draft, by what it says: its place in the draft may be another by now.
    DraftOutcome drop(Actor actor, RequestId request, DraftId draft, Change change);

    /// Who gains and who loses, against the rules as they stand now.
    PreviewOutcome preview(Actor actor, DraftId draft);

    /// Makes the draft's changes hold, all or none.
    ///
    /// @param basis of the preview that was looked at; if rules changed since, nothing is published
    PublishOutcome publish(Actor actor, RequestId request, DraftId draft, long basis);

    DraftOutcome discard(Actor actor, RequestId request, DraftId draft);

    enum State {
        OPEN,
        PUBLISHED,
        DISCARDED
    }

    record Draft(DraftId id, String name, State state, Instant createdAt, List<Change> changes) {

        public Draft {
            changes = List.copyOf(changes);
        }
    }

    sealed interface Change {
        record Put(Wanted wanted) implements Change {}

        record Withdraw(RuleId rule) implements Change {}

        /// Another version of a plan.
        record Replan(PlanId plan, WeekPlan week) implements Change {}
    }

    /// What a draft would do.
    ///
    /// @param basis stands for the rules that it was held against
    /// @param from and `until`: the time looked at; beyond it the same weeks go on
    /// @param people how many gain or lose anything
    /// @param affected by resource and person; at most 1,000, `more` says how many beside
    record Preview(
            Draft draft,
            long basis,
            Instant from,
            Instant until,
            long people,
            List<Affected> affected,
            long more) {

        public Preview {
            affected = List.copyOf(affected);
        }
    }

    /// @param before whether the person may just now, `after` whether it might by the draft
    /// @param gains how much time within what was looked at, `loses` the same
    /// @param first moment at which the draft makes a difference
    record Affected(
            PersonId person,
            Resource resource,
            boolean before,
            boolean after,
            Duration gains,
            Duration loses,
            Instant first) {}

    sealed interface DraftOutcome {
        record Done(Draft draft) implements DraftOutcome {}

        record Rejected(List<Problem> problems) implements DraftOutcome {}
    }

    sealed interface PreviewOutcome {
        record Seen(Preview preview) implements PreviewOutcome {}

        record Rejected(List<Problem> problems) implements PreviewOutcome {}
    }

    sealed interface PublishOutcome {
        record Published(Draft draft) implements PublishOutcome {}

        /// Rules changed after the preview: look again.
        record Moved(long basis) implements PublishOutcome {}

        record Rejected(List<Problem> problems) implements PublishOutcome {}
    }
}
