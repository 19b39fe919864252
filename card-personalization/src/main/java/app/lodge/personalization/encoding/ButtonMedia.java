package app.lodge.personalization.encoding;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.FieldBytes;
import app.lodge.core.encodingplans.PlannedMedium.ButtonFile;
import app.lodge.core.encodingplans.PlannedMedium.ContactKey;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.PlaceRead;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.cards.Step.Kind;
import app.lodge.personalization.ibutton.ButtonFiles;
import app.lodge.personalization.ibutton.ButtonMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The files of a contact key by a plan, beside Lodge's own. One that differs is written to pages that
/// nobody uses and named then; only a full key gives the old pages up first. Torn off anywhere, the next
/// attempt writes what is missing.
public final class ButtonMedia {

    private final CardKeys keys;
    private final EncodingPlan plan;
    private final ContactKey planned;

    private ButtonMedia(CardKeys keys, EncodingPlan plan, ContactKey planned) {
        this.keys = keys;
        this.plan = plan;
        this.planned = planned;
    }

    /// @return empty if the plan names no files of contact keys
    public static Optional<ButtonMedia> of(CardKeys keys, EncodingPlan plan) {
        return plan.medium() instanceof ContactKey it && !it.files().isEmpty()
                ? Optional.of(new ButtonMedia(keys, plan, it))
                : Optional.empty();
    }

    public EncodingPlan plan() {
        return plan;
    }

    /// The family that it is for, `DS1996`.
    public String family() {
        return planned.family();
    }

    /// @param memory with Lodge's own file on it
    /// @param log hears of each file before it is written
    public void encode(Actor actor, ButtonMemory memory, Uid rom, CardFacts facts, Step.Log log)
            throws DeviceException {
        var files = new ButtonFiles(memory);
        for (var file : planned.files()) {
            byte[] wanted = content(actor, rom, file, facts);
            var stands = stands(files, file.name());
            if (stands.isPresent() && Arrays.equals(stands.get(), wanted)) {
                continue;
            }
            log.intend(new Step(Kind.WRITE, file.name(), ""));
            write(files, file.name(), wanted);
        }
    }

    /// A file that does not hold together is written anew.
    private static Optional<byte[]> stands(ButtonFiles files, String name) throws DeviceException {
        try {
            return files.read(name);
        } catch (DeviceException e) {
            if (e.fault() instanceof DeviceFault.VerifyMismatch) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static void write(ButtonFiles files, String name, byte[] wanted)
            throws DeviceException {
        try {
            files.write(name, wanted);
        } catch (DeviceException e) {
            if (!(e.fault() instanceof DeviceFault.CardRefused)) {
                throw e;
            }
            files.remove(name);
            files.write(name, wanted);
        }
    }

    private byte[] content(Actor actor, Uid rom, ButtonFile file, CardFacts facts) {
        var site = keys.keySet(actor);
        return FieldBytes.of(
                file.fields(),
                file.length(),
                facts.values(site, rom),
                content -> keys.contentMac(actor, rom, site.version(), content));
    }

    /// Reads back what the plan says.
    ///
    /// @throws DeviceException with VerifyMismatch if a file is not as it should be
    public List<PlaceRead> verify(Actor actor, ButtonMemory memory, Uid rom, CardFacts facts)
            throws DeviceException {
        var files = new ButtonFiles(memory);
        var read = new ArrayList<PlaceRead>();
        for (var file : planned.files()) {
            if (!plan.readBack().contains(file.name())) {
                continue;
            }
            var stands = files.read(file.name());
            if (stands.isEmpty()
                    || !Arrays.equals(stands.get(), content(actor, rom, file, facts))) {
                throw new DeviceException(new DeviceFault.VerifyMismatch(file.name()));
            }
            read.add(new PlaceRead(file.name(), stands.get(), 0));
        }
        return read;
    }
}
