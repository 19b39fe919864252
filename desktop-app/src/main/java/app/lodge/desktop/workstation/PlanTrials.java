package app.lodge.desktop.workstation;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.PlanChecks;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.texts.Texts;
import app.lodge.desktop.plans.Trial;
import app.lodge.desktop.shell.Message;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.virtual.DryRun;
import app.lodge.personalization.virtual.DryRun.Shown;
import java.util.ArrayList;
import java.util.List;

/// Tries a plan out on a virtual blank and tells each step and each command, what stands on it then,
/// and what it takes.
public record PlanTrials(CardKeys keys, Actor actor) implements Trial {

    private static final CardNumber SOMEBODY = new CardNumber(1234, 2);

    /// @throws DeviceException if the plan cannot be written as it is
    @Override
    public Told run(EncodingPlan plan) throws DeviceException {
        if (!PlanChecks.sound(plan)) {
            return Told.only(
                    PlanChecks.of(plan).stream().map(one -> Message.of(one.problem())).toList());
        }
        if (plan.medium() instanceof PlannedMedium.ContactKey key && key.files().isEmpty()) {
            return Told.only(List.of(Message.of("plans.no-dry-run")));
        }
        var shown = new DryRun(keys).run(actor, plan, CardFacts.of(SOMEBODY));
        return new Told(
                shown.steps().stream()
                        .map(step ->
                                Message.of(
                                        "plans.step." + Texts.kebab(step.kind()),
                                        step.place(),
                                        step.detail()))
                        .toList(),
                shown.commands().stream()
                        .map(one ->
                                Message.of(
                                        "plans.command",
                                        Message.of(one.key(), one.detail()),
                                        one.sent(),
                                        one.answered(),
                                        one.status()))
                        .toList(),
                card(shown));
    }

    private static List<Message> card(Shown shown) {
        var told = new ArrayList<Message>();
        for (var place : shown.places()) {
            told.add(
                    place.hex().isEmpty()
                            ? Message.of("plans.value", place.name(), place.value())
                            : Message.of("plans.place", place.name(), place.hex()));
            place.words()
                    .forEach((field, words) ->
                            told.add(Message.of("plans.place", place.name() + "/" + field, words)));
        }
        if (shown.commands().isEmpty()) {
            return told; // a contact key, which takes no commands of a card
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
