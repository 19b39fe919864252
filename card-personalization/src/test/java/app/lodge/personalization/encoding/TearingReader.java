package app.lodge.personalization.encoding;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.virtual.InProcessReader;
import java.time.Duration;

/// A reader from which any card is torn at a chosen APDU, or where the process dies at it, and which
/// counts what goes over it.
public final class TearingReader implements CardReader {

    private static final int NEVER = Integer.MAX_VALUE;

    public final InProcessReader inner = new InProcessReader("desk reader");
    public int apdus;
    int bytes;
    private int left = NEVER;
    private boolean carriedOut;
    private boolean killed;

    public void tear(int apdu, boolean after) {
        left = apdu;
        carriedOut = after;
        killed = false;
    }

    /// The process dies as the card has carried the APDU out.
    public void kill(int apdu) {
        tear(apdu, true);
        killed = true;
    }

    /// What stands for the death of the process.
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    public void holdStill() {
        left = NEVER;
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public String path() {
        return inner.path();
    }

    @Override
    public CardLink connect(Duration wait) throws DeviceException {
        var link = inner.connect(wait);
        return new CardLink() {
            @Override
            public byte[] atr() {
                return link.atr();
            }

            @Override
            public byte[] transmit(byte[] apdu) throws DeviceException {
                if (left == 0) {
                    left = NEVER;
                    if (carriedOut) {
                        link.transmit(apdu);
                    }
                    link.close();
                    if (killed) {
                        throw new Killed();
                    }
                    throw new DeviceException(new DeviceFault.CardRemoved(name()));
                }
                left -= left == NEVER ? 0 : 1;
                apdus++;
                byte[] answer = link.transmit(apdu);
                bytes += apdu.length + answer.length;
                return answer;
            }

            @Override
            public void close() {
                link.close();
            }
        };
    }

    @Override
    public boolean awaitRemoval(Duration wait) {
        return inner.awaitRemoval(wait);
    }

    @Override
    public void close() {
        inner.close();
    }
}
