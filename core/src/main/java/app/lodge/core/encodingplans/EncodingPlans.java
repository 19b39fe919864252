package app.lodge.core.encodingplans;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.journal.SiteSignatures;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The site's encoding plans: drafted, checked, published under the site's signature, never changed
/// after, and named as the one that new media of a kind get (ID-47, ID-40, CHAIN-06, KEY-25).
public interface EncodingPlans {

    static EncodingPlans in(Books books, SiteSignatures signatures, String siteId) {
        return new BookedEncodingPlans(books, signatures, siteId);
    }

    enum State {
        /// Comes with the program; a copy of it may be drafted.
        SHIPPED,
        DRAFT,
        PUBLISHED,
        /// No new medium gets it; those that have it are still read.
        RETIRED,
        /// Its signature does not hold: it was altered past Lodge, and is refused.
        TAMPERED
    }

    /// A version of a plan.
    ///
    /// @param publishedAt null for drafts and what ships
    /// @param uses kinds of medium whose new ones get it
    record Line(
            EncodingPlan plan,
            State state,
            @Nullable Instant publishedAt,
            List<MediumKind> uses,
            int blocking,
            int cautions) {
        public Line {
            uses = List.copyOf(uses);
        }
    }

    /// By name, the newest version first.
    List<Line> list(Actor actor);

    Optional<Line> find(Actor actor, String name, int version);

    /// What is wrong or weak in a plan, published or not.
    List<Finding> check(Actor actor, EncodingPlan plan);

    /// Keeps a draft, sound or not; its version becomes the next one of that name.
    SaveOutcome saveDraft(Actor actor, RequestId request, EncodingPlan plan);

    sealed interface SaveOutcome {
        record Saved(EncodingPlan draft, List<Finding> findings) implements SaveOutcome {}

        record NotSaved(List<Problem> problems) implements SaveOutcome {}
    }

    void discardDraft(Actor actor, RequestId request, String name);

    /// Signs the draft. It can never change again.
    PublishOutcome publish(Actor actor, RequestId request, String name);

    sealed interface PublishOutcome {
        record Published(EncodingPlan plan) implements PublishOutcome {}

        record NoDraft(String name) implements PublishOutcome {}

        /// Something blocks it.
        record Unsound(List<Finding> findings) implements PublishOutcome {}
    }

    RetireOutcome retire(Actor actor, RequestId request, String name, int version);

    sealed interface RetireOutcome {
        record Retired(EncodingPlan plan) implements RetireOutcome {}

        record NotPublished(String reference) implements RetireOutcome {}

        /// New media of this kind get it: name another one first.
        record InUse(MediumKind kind) implements RetireOutcome {}
    }

    /// Takes a retirement back: the plan is published again, under the signature that it had.
    ReinstateOutcome reinstate(Actor actor, RequestId request, String name, int version);

    sealed interface ReinstateOutcome {
        record Reinstated(EncodingPlan plan) implements ReinstateOutcome {}

        /// Somebody has taken it back already, or its signature does not hold.
        record NotRetired(String reference) implements ReinstateOutcome {}
    }

    /// New media of this kind get this plan from now on.
    UseOutcome use(Actor actor, RequestId request, MediumKind kind, String name, int version);

    sealed interface UseOutcome {
        record InUse(EncodingPlan plan, MediumKind kind) implements UseOutcome {}

        record NotPublished(String reference) implements UseOutcome {}

        /// Contact keys have plans of their own, and those are for nothing else.
        record NotForKind(String reference, MediumKind kind) implements UseOutcome {}
    }

    /// The plan that new media of this kind get.
    ///
    /// @throws IllegalStateException if its signature does not hold
    EncodingPlan inUse(Actor actor, MediumKind kind);

    /// A published or shipped plan.
    ///
    /// @throws IllegalStateException if there is none, or its signature does not hold
    EncodingPlan load(Actor actor, String name, int version);

    /// Stores that a medium is about to be written by a plan, before the first byte.
    void intend(Actor actor, MediumId medium, String name, int version);

    /// The plan that a medium was written by.
    Optional<EncodingPlan> of(Actor actor, MediumId medium);

    /// The plan as one file: document, key and signature, as JSON.
    ///
    /// @return empty if there is no such version
    Optional<String> export(Actor actor, String name, int version);

    /// Takes a plan from a file as a draft, whichever site it comes from.
    SaveOutcome take(Actor actor, RequestId request, String file);
}
