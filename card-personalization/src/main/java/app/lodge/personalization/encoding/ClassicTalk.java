package app.lodge.personalization.encoding;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.StorageLink;
import app.lodge.personalization.classic.AccessBits;
import app.lodge.personalization.classic.ClassicCard;
import app.lodge.personalization.classic.ClassicSize;
import java.time.Duration;

/// The talk with one Classic card, begun afresh after each key that it refused, for it halts then.
public final class ClassicTalk implements AutoCloseable {

    private final CardReader reader;
    private final Duration wait;
    private final ClassicSize size;
    private final Uid uid;
    private CardLink link;
    private ClassicCard card;

    /// @throws DeviceException with VerifyMismatch if another card lies there
    public ClassicTalk(CardReader reader, Duration wait, ClassicSize size, Uid uid)
            throws DeviceException {
        this.reader = reader;
        this.wait = wait;
        this.size = size;
        this.uid = uid;
        this.link = reader.connect(wait);
        this.card = new ClassicCard(link, size);
        requireSameCard();
    }

    private void requireSameCard() throws DeviceException {
        var there = Uid.of(new StorageLink(link).uid().orRefuse("GetUID"));
        if (!there.equals(uid)) {
            throw new DeviceException(new DeviceFault.VerifyMismatch("uid"));
        }
    }

    /// @return whether the sector is open now
    public boolean open(int sector, AccessBits.Key which, byte[] key) throws DeviceException {
        if (card.open(sector, which, key)) {
            return true;
        }
        link.close();
        link = reader.connect(wait);
        card = new ClassicCard(link, size);
        return false;
    }

    /// With the sector open that was opened last.
    public ClassicCard card() {
        return card;
    }

    @Override
    public void close() {
        link.close();
    }
}
