package app.lodge.personalization.encoding;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.StorageLink;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.plus.PlusCard;
import app.lodge.personalization.plus.PlusGlance;
import java.time.Duration;

/// A talk with one MIFARE Plus card, taken up anew after it changed its level.
final class PlusTalk implements AutoCloseable {

    private final CardReader reader;
    private final Duration wait;
    private final ClassicSize size;
    private CardLink link;
    private PlusCard card;

    /// @throws DeviceException with UnknownCard, or VerifyMismatch if another card lies there
    PlusTalk(CardReader reader, Duration wait, ClassicSize size, Uid uid) throws DeviceException {
        this.reader = reader;
        this.wait = wait;
        this.size = size;
        this.link = reader.connect(wait);
        this.card = new PlusCard(link, size);
        if (!number(link, glance(link)).equals(uid)) {
            throw new DeviceException(new DeviceFault.VerifyMismatch("uid"));
        }
    }

    static PlusGlance glance(CardLink link) throws DeviceException {
        return PlusGlance.at(link)
                .orElseThrow(
                        () -> new DeviceException(new DeviceFault.UnknownCard("no MIFARE Plus")));
    }

    static Uid number(CardLink link, PlusGlance seen) throws DeviceException {
        var told = seen.uid();
        return told.isPresent()
                ? told.get()
                : Uid.of(new StorageLink(link).uid().orRefuse("GetUID"));
    }

    int level() throws DeviceException {
        return glance(link).level();
    }

    PlusCard card() {
        return card;
    }

    void again() throws DeviceException {
        link.close();
        link = reader.connect(wait);
        card = new PlusCard(link, size);
    }

    @Override
    public void close() {
        link.close();
    }
}
