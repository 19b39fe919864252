package app.lodge.personalization.encoding;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.StorageLink;
import app.lodge.personalization.ultralight.UltralightCard;
import app.lodge.personalization.ultralight.UltralightType;
import java.time.Duration;

/// A talk with one chip of pages. It halts when a key or password is refused and is called anew then.
final class PageTalk implements AutoCloseable {

    private final CardReader reader;
    private final Duration wait;
    private final UltralightType type;
    private CardLink link;

    /// @throws DeviceException with VerifyMismatch if another card lies there
    PageTalk(CardReader reader, Duration wait, UltralightType type, Uid uid)
            throws DeviceException {
        this.reader = reader;
        this.wait = wait;
        this.type = type;
        this.link = reader.connect(wait);
        if (!Uid.of(pages().uid().orRefuse("GetUID")).equals(uid)) {
            throw new DeviceException(new DeviceFault.VerifyMismatch("uid"));
        }
    }

    /// @param key a password with its acknowledgement, or Ultralight C's key
    /// @return whether what it guards is open now
    boolean open(byte[] key) throws DeviceException {
        boolean opened = type.hasPassword() ? card().unlock(key) : card().authenticate(key);
        if (!opened) {
            link.close();
            link = reader.connect(wait);
        }
        return opened;
    }

    StorageLink pages() {
        return new StorageLink(link);
    }

    UltralightCard card() {
        return new UltralightCard(link, type);
    }

    @Override
    public void close() {
        link.close();
    }
}
