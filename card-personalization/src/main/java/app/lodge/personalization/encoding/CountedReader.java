package app.lodge.personalization.encoding;

import app.lodge.core.devices.DeviceException;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.cards.CardReader;
import java.time.Duration;

/// A reader that counts what goes over it, and lets somebody hear it.
public final class CountedReader implements CardReader {

    private final CardReader reader;
    private final Listener listener;
    private Traffic traffic = Traffic.NONE;

    public CountedReader(CardReader reader) {
        this(reader, (_, _) -> {});
    }

    public CountedReader(CardReader reader, Listener listener) {
        this.reader = reader;
        this.listener = listener;
    }

    /// Hears each command with its answer.
    public interface Listener {
        void heard(byte[] command, byte[] answer);
    }

    /// Since it was made.
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public String name() {
        return reader.name();
    }

    @Override
    public String path() {
        return reader.path();
    }

    @Override
    public CardLink connect(Duration wait) throws DeviceException {
        var link = reader.connect(wait);
        return new CardLink() {
            @Override
            public byte[] atr() {
                return link.atr();
            }

            @Override
            public byte[] transmit(byte[] apdu) throws DeviceException {
                byte[] answer = link.transmit(apdu);
                traffic =
                        new Traffic(
                                traffic.apdus() + 1, traffic.bytes() + apdu.length + answer.length);
                listener.heard(apdu, answer);
                return answer;
            }

            @Override
            public void close() {
                link.close();
            }
        };
    }

    @Override
    public boolean awaitRemoval(Duration wait) throws DeviceException {
        return reader.awaitRemoval(wait);
    }

    @Override
    public void close() {
        reader.close();
    }
}
