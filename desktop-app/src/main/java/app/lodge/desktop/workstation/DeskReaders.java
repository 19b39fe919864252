package app.lodge.desktop.workstation;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.KnownReaders;
import app.lodge.personalization.cards.KnownReaders.Known;
import app.lodge.personalization.cards.PcscReaders;
import app.lodge.personalization.cards.ReaderProfile;
import app.lodge.personalization.virtual.DryRun;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The card readers of one workstation, real and virtual, by the names under which jobs know them.
public final class DeskReaders {

    /// A blank virtual card, on pcscd's virtual reader where there is one, else in memory.
    public static final String VIRTUAL = "in-process";

    /// A virtual DESFire card that is kept in a file: `virtual:card.bin`.
    public static final String KEPT = "virtual:";

    private final Path folder;

    /// @param folder the workstation's, where profiles of its own may lie
    public DeskReaders(Path folder) {
        this.folder = folder;
    }

    /// The readers plugged in now that take people's cards, by what people call them.
    public List<Known> known() {
        var names = new ArrayList<>(PcscReaders.list());
        names.remove(VirtualReader.PCSC_NAME);
        return new KnownReaders(ReaderProfile.all(folder)).among(names);
    }

    /// Names of all readers, the virtual one last.
    public List<String> names() {
        var names = new ArrayList<>(known().stream().map(Known::name).toList());
        names.add(VIRTUAL);
        return List.copyOf(names);
    }

    /// @throws DeviceException if there is no such reader
    public CardReader open(String name) throws DeviceException {
        return open(name, ShippedPlans::lodgeId);
    }

    /// @param plan what the virtual reader's blank is to be good for
    /// @throws DeviceException if there is no such reader
    public CardReader open(String name, Supplier<EncodingPlan> plan) throws DeviceException {
        if (name.startsWith(KEPT)) {
            var reader = new InProcessReader(name);
            reader.insert(
                    VirtualDesfire.keptIn(
                            Path.of(name.substring(KEPT.length())), VirtualDesfire.Generation.EV3));
            return reader;
        }
        return name.equals(VIRTUAL)
                ? VirtualReader.lay(DryRun.blank(plan.get(), new SecureRandom()))
                : PcscReaders.open(name);
    }
}
