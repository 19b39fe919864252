package app.lodge.desktop.plans;

import app.lodge.core.books.RequestId;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.EncodingPlans.ReinstateOutcome;
import app.lodge.core.encodingplans.EncodingPlans.RetireOutcome;
import app.lodge.core.encodingplans.EncodingPlans.UseOutcome;
import app.lodge.core.media.MediumKind;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.Wording;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutPlans;
import app.lodge.personalization.layouts.LayoutProof;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.layouts.model.Layout;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;

/// Whether new media get a plan: takes it into use, and a published one out of it at once, naming the layouts
/// whose cards are written by it; a retirement can be taken back (ID-46, ID-47).
final class PlanStanding {

    private final Session session;
    private final BooleanProperty busy;
    private final Consumer<Message> refused;
    private final Consumer<String> changed;

    /// @param refused hears why it stays as it was
    /// @param changed hears which plan stands otherwise now
    PlanStanding(
            Session session,
            BooleanProperty busy,
            Consumer<Message> refused,
            Consumer<String> changed) {
        this.session = session;
        this.busy = busy;
        this.refused = refused;
        this.changed = changed;
    }

    /// New media of its kind get it from now on.
    void use(EncodingPlan plan) {
        var kind = plan.medium().forContactKeys() ? MediumKind.CONTACT_KEY : MediumKind.CARD;
        var request = RequestId.fresh();
        session.background()
                .run(
                        "plans.working",
                        busy,
                        () ->
                                session.doors()
                                        .encodingPlans()
                                        .use(
                                                session.actor(),
                                                request,
                                                kind,
                                                plan.name(),
                                                plan.version()),
                        this::used);
    }

    private void used(UseOutcome outcome) {
        switch (outcome) {
            case UseOutcome.InUse(var plan, var kind) -> {
                session.notices().done(Message.of("plans.used", plan.reference(), media(kind)));
                changed.accept(plan.reference());
            }
            case UseOutcome.NotForKind(var reference, var _) ->
                    refused.accept(Message.of("plans.not-for-kind", reference));
            case UseOutcome.NotPublished(var reference) ->
                    refused.accept(Message.of("plans.not-published", reference));
        }
    }

    private static Message media(MediumKind kind) {
        return Message.of(Wording.key("medium.kind", kind));
    }

    /// The layouts are looked up first, so that the notice can name them.
    void retire(EncodingPlan plan) {
        session.background()
                .run("plans.reading", busy, () -> layouts(plan), named -> retire(plan, named));
    }

    private List<String> layouts(EncodingPlan plan) {
        var doors = session.doors();
        var shelf =
                new LayoutShelf(
                        doors.cardLayouts(),
                        new LayoutProof(new CardRenderer()),
                        new LayoutPlans(doors.encodingPlans()));
        return shelf.naming(session.actor(), plan).stream().map(Layout::reference).toList();
    }

    private void retire(EncodingPlan plan, List<String> layouts) {
        var request = RequestId.fresh();
        session.background()
                .run(
                        "plans.working",
                        busy,
                        () ->
                                session.doors()
                                        .encodingPlans()
                                        .retire(
                                                session.actor(),
                                                request,
                                                plan.name(),
                                                plan.version()),
                        outcome -> answered(outcome, layouts));
    }

    private void answered(RetireOutcome outcome, List<String> layouts) {
        switch (outcome) {
            case RetireOutcome.Retired(var gone) -> {
                session.notices()
                        .done(
                                layouts.isEmpty()
                                        ? Message.of("plans.retired", gone.reference())
                                        : Message.of(
                                                "plans.retired-layouts",
                                                gone.reference(),
                                                String.join(", ", layouts)),
                                () -> reinstate(gone));
                changed.accept(gone.reference());
            }
            case RetireOutcome.NotPublished(var reference) ->
                    refused.accept(Message.of("plans.not-published", reference));
            case RetireOutcome.InUse(var kind) ->
                    refused.accept(Message.of("plans.still-used", media(kind)));
        }
    }

    private void reinstate(EncodingPlan plan) {
        var request = RequestId.fresh();
        session.background()
                .run(
                        "plans.working",
                        busy,
                        () ->
                                session.doors()
                                        .encodingPlans()
                                        .reinstate(
                                                session.actor(),
                                                request,
                                                plan.name(),
                                                plan.version()),
                        this::answered);
    }

    private void answered(ReinstateOutcome outcome) {
        switch (outcome) {
            case ReinstateOutcome.Reinstated(var plan) -> {
                session.notices().done(Message.of("plans.reinstated", plan.reference()));
                changed.accept(plan.reference());
            }
            case ReinstateOutcome.NotRetired(var reference) ->
                    session.notices().warn(Message.of("plans.not-retired", reference));
        }
    }
}
