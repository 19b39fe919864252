package app.lodge.personalization.cards;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.Uid;
import java.util.Set;

/// What a card that Lodge encodes says it is.
///
/// @param family `DESFire EV2` or `DESFire EV3`
public record Chip(Uid uid, String family) {

    private static final Set<String> FAMILIES = Set.of("DESFire EV2", "DESFire EV3");
    private static final int CARD = 1;

    /// @param family as GetVersion tells it, `DESFire EV2`
    public static boolean encodable(String family) {
        return FAMILIES.contains(family);
    }

    /// With the card's own number, also where it hides it. No application is selected afterwards.
    ///
    /// @throws DeviceException with UnknownCard if Lodge does not encode such a card
    static Chip read(DesfireLink card, CardKeys keys, Actor actor) throws DeviceException {
        var version = version(card);
        var shown = version.uid();
        var uid = shown.isPresent() ? shown.get() : HiddenNumber.of(card, keys, actor);
        return new Chip(uid, version.family());
    }

    /// Where nobody has the site's keys at hand.
    ///
    /// @throws DeviceException with UnknownCard also if the card hides its number
    static Chip shown(DesfireLink card) throws DeviceException {
        var version = version(card);
        var uid = version.uid().orElseThrow(() -> unknown(version.family() + " with random UID"));
        return new Chip(uid, version.family());
    }

    private static DesfireVersion version(DesfireLink card) throws DeviceException {
        var version = DesfireVersion.of(card).orElseThrow(() -> unknown("no DESFire"));
        if (!encodable(version.family())) {
            throw unknown(version.family());
        }
        if (version.type() != CARD) {
            throw unknown("type %02X".formatted(version.type()));
        }
        return version;
    }

    private static DeviceException unknown(String what) {
        return new DeviceException(new DeviceFault.UnknownCard(what));
    }
}
