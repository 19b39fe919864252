package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.encodingplans.Finding;
import app.lodge.core.encodingplans.PlanChecks;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import java.util.List;
import java.util.Optional;

/// A site that has one plan for everything.
public record OnePlan(EncodingPlan plan) implements EncodingPlans {

    @Override
    public EncodingPlan inUse(Actor actor, MediumKind kind) {
        return plan;
    }

    @Override
    public EncodingPlan load(Actor actor, String name, int version) {
        return plan;
    }

    @Override
    public void intend(Actor actor, MediumId medium, String name, int version) {
        // one plan needs no memory
    }

    @Override
    public Optional<EncodingPlan> of(Actor actor, MediumId medium) {
        return Optional.of(plan);
    }

    @Override
    public List<Line> list(Actor actor) {
        return List.of(new Line(plan, State.SHIPPED, null, List.of(), 0, 0));
    }

    @Override
    public Optional<Line> find(Actor actor, String name, int version) {
        return list(actor).stream().findFirst();
    }

    @Override
    public List<Finding> check(Actor actor, EncodingPlan draft) {
        return PlanChecks.of(draft);
    }

    @Override
    public SaveOutcome saveDraft(Actor actor, RequestId request, EncodingPlan draft) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void discardDraft(Actor actor, RequestId request, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PublishOutcome publish(Actor actor, RequestId request, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RetireOutcome retire(Actor actor, RequestId request, String name, int version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ReinstateOutcome reinstate(Actor actor, RequestId request, String name, int version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UseOutcome use(
            Actor actor, RequestId request, MediumKind kind, String name, int version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> export(Actor actor, String name, int version) {
        return Optional.of(plan.pretty());
    }

    @Override
    public SaveOutcome take(Actor actor, RequestId request, String file) {
        throw new UnsupportedOperationException();
    }
}
