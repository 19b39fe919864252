package app.lodge.desktop.workstation;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.issuing.PreparingRun;
import java.util.function.Supplier;

/// Where blanks are put one after the other to be prepared. A virtual blank is a new one each time.
///
/// @param plan what a virtual blank has to be for the site's cards
record Blanks(DeskReaders readers, String readerName, Supplier<EncodingPlan> plan)
        implements PreparingRun.Place {

    @Override
    public CardReader next() throws DeviceException {
        return readers.open(readerName, plan);
    }

    @Override
    public boolean takesOff() {
        return readerName.equals(DeskReaders.VIRTUAL);
    }
}
