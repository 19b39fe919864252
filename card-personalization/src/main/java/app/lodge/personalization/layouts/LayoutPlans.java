package app.lodge.personalization.layouts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.encodingplans.EncodingPlans.Line;
import app.lodge.core.encodingplans.EncodingPlans.State;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.media.MediumKind;
import app.lodge.personalization.layouts.model.Layout;
import java.util.List;
import java.util.Optional;

/// The encoding plan that a card of a layout is written by: the layout's own, or the one that all new
/// cards get (ID-46, ID-47). A layout names a version (`lodge-id@2`), or a plan whose newest one counts.
public record LayoutPlans(EncodingPlans plans) {

    /// Plans that a layout may name.
    public List<EncodingPlan> choices(Actor actor) {
        return plans.list(actor).stream().filter(LayoutPlans::forNewCards).map(Line::plan).toList();
    }

    private static boolean forNewCards(Line line) {
        boolean published = line.state() == State.PUBLISHED || line.state() == State.SHIPPED;
        return published && !(line.plan().medium() instanceof PlannedMedium.ContactKey);
    }

    /// @return empty if the layout names a plan that no new card gets
    public Optional<EncodingPlan> of(Actor actor, Layout layout) {
        var named = layout.plan();
        return named == null
                ? Optional.of(plans.inUse(actor, MediumKind.CARD))
                : choices(actor).stream()
                        .filter(plan -> plan.reference().equals(named) || plan.name().equals(named))
                        .findFirst();
    }

    /// What keeps the layout from being published.
    List<Problem> problems(Actor actor, Layout layout) {
        return layout.plan() == null || of(actor, layout).isPresent()
                ? List.of()
                : List.of(Problem.of("plan", layout.plan(), "layouts.plan-unknown"));
    }
}
