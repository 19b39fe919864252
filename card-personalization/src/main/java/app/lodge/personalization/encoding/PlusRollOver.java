package app.lodge.personalization.encoding;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.cards.Step.Kind;
import app.lodge.personalization.plus.PlusCard;
import app.lodge.personalization.plus.PlusCard.Side;
import java.util.List;

/// Brings the keys of a Plus card in level 3 to the site's newest version, from the one before. A Plus
/// tells no key's version, so each is tried; the card's master, with which all is begun, comes last.
record PlusRollOver(PlusTalk talk, StorageKeys keys, Step.Log log) {

    /// The card's own keys, the master last.
    static final List<Integer> CARD =
            List.of(PlusCard.CARD_CONFIGURATION, PlusCard.LEVEL_3_SWITCH, PlusCard.CARD_MASTER);

    private int version() {
        return keys.site().version();
    }

    private boolean opens(int number, int version) throws DeviceException {
        return talk.card().authenticateFirst(number, keys.plus(version, number));
    }

    /// @param sectors of the card
    void run(int sectors) throws DeviceException {
        if (opens(PlusCard.CARD_MASTER, version())) {
            closeTheRest(sectors);
            return;
        }
        if (version() == 1 || !opens(PlusCard.CARD_MASTER, version() - 1)) {
            throw new DeviceException(new DeviceFault.KeyRefused(0, version()));
        }
        renewSectors(sectors);
        for (int number : CARD) {
            if (!opens(PlusCard.CARD_MASTER, version() - 1)) {
                throw new DeviceException(new DeviceFault.KeyRefused(0, version()));
            }
            log.intend(new Step(Kind.CHANGE_KEY, "card", "%04X".formatted(number)));
            talk.card().changeKey(number, keys.plus(version(), number));
        }
    }

    /// Cards of 2K once had keys of the site's in their first half only. The last sector's key B is
    /// written last and so tells whether all are.
    private void closeTheRest(int sectors) throws DeviceException {
        if (opens(PlusCard.sectorKey(sectors - 1, Side.B), version())) {
            return;
        }
        renewSectors(sectors);
    }

    private void renewSectors(int sectors) throws DeviceException {
        for (int sector = 0; sector < sectors; sector++) {
            for (var side : Side.values()) {
                renew(PlusCard.sectorKey(sector, side), "sector " + sector);
            }
        }
    }

    private void renew(int number, String place) throws DeviceException {
        if (opens(number, version())) {
            return;
        }
        boolean former = version() > 1 && opens(number, version() - 1);
        if (!former && !talk.card().authenticateFirst(number, PlusCard.factoryKey())) {
            throw new DeviceException(new DeviceFault.KeyRefused(number, version()));
        }
        log.intend(new Step(Kind.CHANGE_KEY, place, "%04X".formatted(number)));
        talk.card().changeKey(number, keys.plus(version(), number));
    }

    /// @throws DeviceException with KeyRefused if a key is not the site's present one
    void verify(int sectors) throws DeviceException {
        require(PlusCard.CARD_MASTER);
        for (int sector = 0; sector < sectors; sector++) {
            for (var side : Side.values()) {
                require(PlusCard.sectorKey(sector, side));
            }
        }
    }

    private void require(int number) throws DeviceException {
        if (!opens(number, version())) {
            throw new DeviceException(new DeviceFault.KeyRefused(number, version()));
        }
    }
}
