package app.lodge.personalization.purse;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.PurseSlots;
import app.lodge.core.media.Uid;
import app.lodge.core.purse.PurseState;
import app.lodge.personalization.cards.ApplicationKeys;
import app.lodge.personalization.cards.CardReader;
import java.time.Duration;

/// Puts an empty purse on a DESFire EV2 or EV3 card, beside the ID (CHAIN-18). Looks at the real state
/// of the card and goes on from there; the purse counts as made when its master key is the site's,
/// which changes last. A purse that is there keeps its value.
public final class PurseEncoder {

    /// Lists freely; makes files, deletes and changes keys with the master key only.
    private static final int SETTINGS = 0x0B;

    private static final int SLOTS = 4;

    /// Of the purse's sectors in a Classic card's directory.
    private static final String ON_CLASSIC = "4C50";

    private final CardKeys keys;

    public PurseEncoder(CardKeys keys) {
        this.keys = keys;
    }

    /// Whether a plan puts the purse's application on a card, so that only its state is missing.
    public static boolean planned(EncodingPlan plan) {
        return switch (plan.medium()) {
            case PlannedMedium.Desfire card ->
                    card.applications().stream()
                            .anyMatch(each -> each.aid().equals(PurseSlots.APPLICATION));
            case PlannedMedium.Classic card ->
                    card.sectors().stream()
                            .anyMatch(each ->
                                    each.number() == ClassicPurse.VALUE_SECTOR
                                            && each.application().equals(ON_CLASSIC));
            case PlannedMedium.Plus _, PlannedMedium.Pages _, PlannedMedium.ContactKey _ -> false;
        };
    }

    /// @param uid of the card that it is for; another one is refused
    /// @param first state of a purse that is not there yet; its counter is 0
    /// @param most highest value that the chip itself allows, minor units
    public void encode(
            Actor actor, CardReader reader, Duration wait, Uid uid, PurseState first, int most)
            throws DeviceException {
        if (AnyPurse.onClassic(reader, wait)) {
            AnyPurse.classic(keys).begin(actor, reader, wait, uid, first);
            return;
        }
        try (var link = reader.connect(wait)) {
            var application = new ApplicationKeys(link, keys, actor, PurseSlots.APPLICATION, SLOTS);
            if (!application.uid().equals(uid)) {
                throw new DeviceException(new DeviceFault.VerifyMismatch("uid"));
            }
            application.make(SETTINGS);
            PurseFiles.createMissing(application.files(), most);
            application.changeOthers();
            var files = application.files(PurseSlots.CREDIT);
            byte[] held = files.readData(PurseFiles.STATE, PurseFiles.MODE, 0, PurseState.LENGTH);
            if (PurseState.decode(held).isEmpty()) {
                files.writeData(PurseFiles.STATE, PurseFiles.MODE, 0, first.encode());
                files.commit();
            }
            application.changeMaster();
            application.verify();
        }
    }
}
