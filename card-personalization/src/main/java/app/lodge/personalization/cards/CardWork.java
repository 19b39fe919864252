package app.lodge.personalization.cards;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.PlannedKey;
import app.lodge.core.encodingplans.PlannedMedium.Application;
import app.lodge.core.encodingplans.PlannedMedium.Desfire;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKey;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.CardKeys.KeySet;
import app.lodge.core.keys.CardKeys.Purpose;
import java.util.ArrayList;
import java.util.List;

/// The talk with one card in one session, step by step; {@link DesfireEncoder} puts the steps in
/// order.
final class CardWork {

    static final int MASTER = 0;

    final DesfireLink link;
    final Chip chip;
    final CardDoor door;
    final KeySet site;

    private CardWork(DesfireLink link, Chip chip, CardDoor door, KeySet site) {
        this.link = link;
        this.chip = chip;
        this.door = door;
        this.site = site;
    }

    /// @throws DeviceException with UnknownCard if the plan is not for such chips
    static CardWork with(CardLink cardLink, CardKeys keys, Actor actor, Desfire plan)
            throws DeviceException {
        var link = new DesfireLink(cardLink);
        Chip chip = Chip.read(link, keys, actor);
        if (!plan.chips().contains(chip.family())) {
            throw new DeviceException(new DeviceFault.UnknownCard(chip.family()));
        }
        var door = new CardDoor(link, keys, actor, chip.uid());
        return new CardWork(link, chip, door, keys.keySet(actor));
    }

    void selectCard() throws DeviceException {
        link.send(Instruction.SELECT_APPLICATION, Aid.wire(Aid.CARD))
                .orRefuse(Instruction.SELECT_APPLICATION.title());
    }

    /// @return whether the card has the application
    boolean select(String aid) throws DeviceException {
        var answer = link.send(Instruction.SELECT_APPLICATION, Aid.wire(aid));
        if (answer.status() == DesfireLink.NO_APPLICATION) {
            return false;
        }
        answer.orRefuse(Instruction.SELECT_APPLICATION.title());
        return true;
    }

    void require(Application application) throws DeviceException {
        if (!select(application.aid())) {
            throw new DeviceException(new DeviceFault.UnknownCard("blank"));
        }
    }

    /// Asked outside of sessions, where it is free.
    int keyVersion(int slot) throws DeviceException {
        return version(
                link.send(Instruction.GET_KEY_VERSION, Bytes.of(slot))
                        .orRefuse(Instruction.GET_KEY_VERSION.title()));
    }

    static int version(byte[] answer) {
        return answer.length == 0 ? 0 : answer[0] & 0xFF;
    }

    /// The key that a slot shall hold.
    CardKey.Site key(Application application, PlannedKey key) {
        int version = key.version() == 0 ? site.version() : key.version();
        return new CardKey.Site(application.aid(), key.number(), version);
    }

    CardKey.Site cardKey() {
        return new CardKey.Site(Aid.CARD, MASTER, site.version());
    }

    /// The keys that a slot with this version may hold, likeliest first.
    private static List<CardKey> candidates(CardKey.Site wanted, int version) {
        List<CardKey> likely = new ArrayList<>();
        int slot = wanted.keyNumber();
        if (version > 0) {
            likely.add(new CardKey.Site(wanted.aid(), slot, version));
        }
        if (wanted.aid().equals(Aid.CARD)) {
            likely.add(new CardKey.FactoryDes(slot));
        }
        likely.add(new CardKey.FactoryAes(slot));
        if (version == 0) {
            likely.add(wanted);
        }
        return List.copyOf(likely);
    }

    /// Opens a master key's session, whichever key the slot holds now.
    CardDoor.Opened open(Purpose purpose, CardKey.Site wanted) throws DeviceException {
        int version = keyVersion(wanted.keyNumber());
        return door.open(purpose, version, candidates(wanted, version));
    }

    Ev2Session session(CardDoor.Opened opened) {
        return new Ev2Session(link, opened.session());
    }

    /// Opens with exactly this key.
    CardDoor.Opened prove(Purpose purpose, CardKey key, int version) throws DeviceException {
        return new CardDoor.Opened(
                key,
                door.attempt(purpose, key)
                        .orElseThrow(() ->
                                new DeviceException(
                                        new DeviceFault.KeyRefused(key.keyNumber(), version))));
    }

    CardDoor.Opened prove(CardKey.Site key) throws DeviceException {
        return prove(Purpose.CONTENT, key, key.version());
    }

    /// The byte of rules of whatever master key opened the session; -1 if the card tells none.
    static int settings(Ev2Session session) throws DeviceException {
        byte[] settings = session.mac(Instruction.GET_KEY_SETTINGS);
        return settings.length == 0 ? -1 : settings[0] & 0xFF;
    }
}
