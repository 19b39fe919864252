package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.EncodedCard;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.encoding.MediumEncoder;
import java.time.Duration;
import java.util.Optional;

/// Prepares blanks by a plan: the site's keys and the plan's structure go on, and are proven in a fresh
/// session, before anybody is named (CHAIN-06). Issuing later goes on from there.
public final class BlankPreparing {

    private final CardKeys keys;

    public BlankPreparing(CardKeys keys) {
        this.keys = keys;
    }

    /// Hears which blank it is before anything is written: the place to keep the stock's intent.
    public interface Intent {

        /// @throws DeviceException to leave the blank as it is
        void prepare(Uid uid, String chip) throws DeviceException;
    }

    /// What became of a blank.
    public sealed interface Prepared {

        record Ready(EncodedCard card) implements Prepared {}

        /// Torn off or not as it should be: lay it on again, or spoil it with the fault as reason.
        record Broken(Optional<Uid> uid, DeviceFault fault) implements Prepared {}
    }

    /// Waits for one blank and prepares it; call it again for the next, or for the same one after a
    /// fault.
    public Prepared prepare(
            Actor actor,
            EncodingPlan plan,
            CardReader reader,
            Duration wait,
            Intent intent,
            Step.Log log) {
        var encoder = MediumEncoder.of(keys, plan);
        Optional<Uid> uid = Optional.empty();
        try {
            var chip = encoder.identify(actor, reader, wait);
            uid = Optional.of(chip.uid());
            intent.prepare(chip.uid(), chip.family());
            var card = encoder.encode(actor, reader, wait, chip.uid(), Optional.empty(), log);
            encoder.verify(actor, reader, wait, chip.uid(), Optional.empty());
            return new Prepared.Ready(card);
        } catch (DeviceException e) {
            return new Prepared.Broken(uid, e.fault());
        }
    }
}
