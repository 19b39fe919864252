package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.Media;
import app.lodge.core.media.Medium;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.encoding.MediumEncoder;
import app.lodge.personalization.recognition.Inspector.Inspected;
import app.lodge.personalization.recognition.Inspector.Written;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Reads a medium that says nothing of itself, but is this site's by its number, with the site's keys and
/// by the plan that it was made by. So a copy of a number is told from the medium that it copies
/// (ID-47).
public final class OwnMedium {

    private final CardKeys keys;
    private final Media media;
    private final EncodingPlans plans;

    public OwnMedium(CardKeys keys, Media media, EncodingPlans plans) {
        this.keys = keys;
        this.media = media;
        this.plans = plans;
    }

    /// @return the same, with what was read if it is such a medium and the actor may have it read
    /// @throws DeviceException if it went away
    public Inspected read(Actor actor, CardReader reader, Duration wait, Inspected found)
            throws DeviceException {
        var uid = found.seen().uid();
        if (uid.isEmpty() || !actor.may(Permission.ISSUE_CARDS)) {
            return found;
        }
        var medium = media.withUid(actor, uid.get());
        var plan = medium.flatMap(it -> plans.of(actor, it.id())).filter(OwnMedium::silent);
        if (medium.isEmpty() || plan.isEmpty()) {
            return found;
        }
        int version = medium.get().keyVersion();
        return version != 0 && version != keys.keySet(actor).version()
                ? found.withOldKeys()
                : found.with(written(actor, reader, wait, medium.get(), plan.get()));
    }

    /// A DESFire card proves itself.
    private static boolean silent(EncodingPlan plan) {
        return switch (plan.medium()) {
            case PlannedMedium.Classic _, PlannedMedium.Plus _, PlannedMedium.Pages _ -> true;
            case PlannedMedium.Desfire _, PlannedMedium.ContactKey _ -> false;
        };
    }

    private Written written(
            Actor actor, CardReader reader, Duration wait, Medium medium, EncodingPlan plan)
            throws DeviceException {
        var number = new CardNumber(medium.holder().number(), medium.issueNumber());
        try {
            var encoder = MediumEncoder.of(keys, plan);
            var uid = encoder.identify(actor, reader, wait).uid();
            var places =
                    encoder.verify(actor, reader, wait, uid, Optional.of(CardFacts.of(number)));
            return new Written(plan.reference(), places, Optional.empty());
        } catch (DeviceException e) {
            if (e.fault() instanceof DeviceFault.CardRemoved
                    || e.fault() instanceof DeviceFault.NoCard) {
                throw e;
            }
            return new Written(plan.reference(), List.of(), Optional.of(e.fault()));
        }
    }
}
