package app.lodge.personalization.cards;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKey;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.CardKeys.Purpose;
import app.lodge.core.media.Uid;
import java.util.ArrayList;
import java.util.List;

/// Makes an AES application beside others and brings its keys to the site's newest version, going on
/// from wherever an attempt before was torn away: other slots first, the application's master last
/// (CHAIN-12).
public final class ApplicationKeys {

    private static final int MASTER = 0;
    private static final int AES = 0x80;

    private final DesfireLink link;
    private final DesfireTalk talk;
    private final CardDoor door;
    private final int version;
    private final String aid;
    private final int slots;

    /// @param slots keys of the application, 1 to 14
    public ApplicationKeys(CardLink card, CardKeys keys, Actor actor, String aid, int slots)
            throws DeviceException {
        this.link = new DesfireLink(card);
        Chip chip = Chip.read(link, keys, actor);
        this.talk = DesfireTalk.on(card, keys, actor);
        this.door = new CardDoor(link, keys, actor, chip.uid());
        this.version = keys.keySet(actor).version();
        this.aid = aid;
        this.slots = slots;
    }

    public Uid uid() {
        return talk.uid();
    }

    public String family() {
        return talk.family();
    }

    /// Version of the site's keys that the application gets.
    public int version() {
        return version;
    }

    /// Makes the application if the card lacks it, and selects it.
    ///
    /// @param settings 0 to 255
    public void make(int settings) throws DeviceException {
        if (talk.select(aid)) {
            return;
        }
        talk.select(Aid.CARD);
        var master = open(Purpose.CONTENT, Aid.CARD, MASTER);
        byte[] creation = Bytes.join(Aid.wire(aid), Bytes.of(settings, slots | AES));
        if (master.key() instanceof CardKey.FactoryDes) {
            // The card of a factory makes applications freely, outside of sessions.
            talk.select(Aid.CARD);
            link.send(Instruction.CREATE_APPLICATION, creation)
                    .orRefuse(Instruction.CREATE_APPLICATION.title());
        } else {
            new Ev2Session(link, master.session())
                    .managed(Instruction.CREATE_APPLICATION, creation);
        }
        talk.select(aid);
    }

    /// Takes the application off the card, with all that is in it, if the card has it.
    public void remove() throws DeviceException {
        if (!talk.select(aid)) {
            return;
        }
        talk.select(Aid.CARD);
        new Ev2Session(link, open(Purpose.CONTENT, Aid.CARD, MASTER).session())
                .managed(Instruction.DELETE_APPLICATION, Aid.wire(aid));
    }

    /// The application's files under its master key, whichever that is by now.
    public DesfireFiles files() throws DeviceException {
        talk.select(aid);
        return new DesfireFiles(new Ev2Session(link, open(Purpose.CONTENT, aid, MASTER).session()));
    }

    /// Opens one slot with the site's key.
    public DesfireFiles files(int slot) throws DeviceException {
        talk.select(aid);
        return talk.open(new CardKey.Site(aid, slot, version));
    }

    /// All slots but the master.
    public void changeOthers() throws DeviceException {
        for (int slot = slots - 1; slot > MASTER; slot--) {
            talk.select(aid);
            int present = talk.keyVersion(slot);
            if (present != version) {
                CardKey held =
                        present == 0
                                ? new CardKey.FactoryAes(slot)
                                : new CardKey.Site(aid, slot, present);
                var master = open(Purpose.KEY_CHANGE, aid, MASTER);
                door.change(
                        new Ev2Session(link, master.session()),
                        held,
                        new CardKey.Site(aid, slot, version));
            }
            talk.select(aid);
            talk.open(new CardKey.Site(aid, slot, version));
        }
    }

    /// The application's master: what makes it finished.
    public void changeMaster() throws DeviceException {
        talk.select(aid);
        var next = new CardKey.Site(aid, MASTER, version);
        if (talk.keyVersion(MASTER) != version) {
            var master = open(Purpose.KEY_CHANGE, aid, MASTER);
            if (!master.key().equals(next)) {
                door.changeOwn(master, next);
            }
        }
        talk.select(aid);
        talk.open(next);
    }

    /// @throws DeviceException with KeyRefused or VerifyMismatch if a slot does not hold the site's key
    public void verify() throws DeviceException {
        for (int slot = 0; slot < slots; slot++) {
            if (!talk.select(aid)) {
                throw new DeviceException(new DeviceFault.VerifyMismatch("application"));
            }
            talk.open(new CardKey.Site(aid, slot, version));
        }
    }

    private CardDoor.Opened open(Purpose purpose, String of, int slot) throws DeviceException {
        int present = talk.keyVersion(slot);
        List<CardKey> likely = new ArrayList<>();
        if (present > 0) {
            likely.add(new CardKey.Site(of, slot, present));
        }
        if (of.equals(Aid.CARD)) {
            likely.add(new CardKey.FactoryDes(slot));
        }
        likely.add(new CardKey.FactoryAes(slot));
        return door.open(purpose, present, likely);
    }
}
