package app.lodge.personalization.encoding;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.virtual.InProcessReader;
import java.time.Duration;

/// A reader from which any card is torn at a chosen APDU, and which counts what goes over it.
final class TearingReader implements CardReader {

    private static final int NEVER = Integer.MAX_VALUE;

    final InProcessReader inner = new InProcessReader("desk reader");
    int apdus;
    int bytes;
    private int left = NEVER;
    private boolean carriedOut;

    void tear(int apdu, boolean after) {
        left = apdu;
        carriedOut = after;
    }

    void holdStill() {
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
