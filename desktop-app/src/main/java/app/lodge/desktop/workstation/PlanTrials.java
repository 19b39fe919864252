package app.lodge.desktop.workstation;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.PlanChecks;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.keys.CardKeys;
import app.lodge.desktop.shell.Message;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.virtual.DryRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tries a plan out on a virtual blank and tells each step, what stands on it then, and what it takes.
public record PlanTrials(CardKeys keys, Actor actor) {

    private static final CardNumber SOMEBODY = new CardNumber(1234, 2);

    /// @throws DeviceException if the plan cannot be written as it is
    public List<Message> run(EncodingPlan plan) throws DeviceException {
        if (!PlanChecks.sound(plan)) {
            return PlanChecks.of(plan).stream().map(one -> Message.of(one.problem())).toList();
        }
        if (plan.medium() instanceof PlannedMedium.ContactKey) {
            return List.of(Message.of("plans.no-dry-run"));
        }
        var shown = new DryRun(keys).run(actor, plan, CardFacts.of(SOMEBODY));
        var told = new ArrayList<Message>();
        for (var step : shown.steps()) {
            var kind = step.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            told.add(Message.of("plans.step." + kind, step.place(), step.detail()));
        }
        for (var place : shown.places()) {
            told.add(
                    place.hex().isEmpty()
                            ? Message.of("plans.value", place.name(), place.value())
                            : Message.of("plans.place", place.name(), place.hex()));
            place.words()
                    .forEach((field, words) ->
                            told.add(Message.of("plans.place", place.name() + "/" + field, words)));
        }
        told.add(
                Message.of(
                        "plans.traffic",
                        shown.used().apdus(),
                        shown.used().bytes(),
                        shown.fewest().apdus(),
                        shown.fewest().bytes()));
        return told;
    }
}
