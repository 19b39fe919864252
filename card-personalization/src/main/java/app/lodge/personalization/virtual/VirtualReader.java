package app.lodge.personalization.virtual;

import app.lodge.core.devices.DeviceException;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.PcscReaders;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A virtual card on the best reader that this machine has for it: pcscd's virtual reader if that
/// listens, so that the whole PC/SC stack takes part; else one in this process, with the same APDUs.
/// {@link #path} says which.
public final class VirtualReader implements CardReader {

    /// First slot of the virtual reader as Debian's package names it.
    public static final String PCSC_NAME = "Virtual PCD 00 00";

    private static final Logger LOG = LoggerFactory.getLogger(VirtualReader.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    /// pcscd looks for cards every 400 ms and says nothing when it has looked; a card that is back
    /// before it looked again stays unseen after a failed reset (seen with 1.9.9).
    private static final Duration AWAY = Duration.ofMillis(2000);

    private final CardReader reader;
    private final AutoCloseable lying;

    private VirtualReader(CardReader reader, AutoCloseable lying) {
        this.reader = reader;
        this.lying = lying;
    }

    /// Lays the card; closing takes it off.
    public static VirtualReader lay(VirtualDesfire card) {
        if (PcscReaders.list().contains(PCSC_NAME)) {
            try {
                var link = VpcdLink.insert(card, "127.0.0.1", VpcdLink.USUAL_PORT, SOON);
                try {
                    return new VirtualReader(PcscReaders.open(PCSC_NAME), link);
                } catch (DeviceException e) {
                    link.close();
                    LOG.info("The virtual PC/SC reader went away; using one in memory", e);
                }
            } catch (IOException e) {
                LOG.info(
                        "No virtual PC/SC reader answers; using one in memory: {}", e.getMessage());
            }
        }
        var inProcess = new InProcessReader("in-process");
        inProcess.insert(card);
        return new VirtualReader(inProcess, inProcess);
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
        return reader.connect(wait);
    }

    @Override
    public boolean awaitRemoval(Duration wait) throws DeviceException {
        return reader.awaitRemoval(wait);
    }

    @Override
    public void close() {
        try {
            lying.close();
        } catch (Exception e) {
            LOG.warn("Taking the virtual card off", e);
        }
        boolean daemonMustNotice = lying instanceof VpcdLink;
        if (daemonMustNotice) {
            stayAway();
        }
        reader.close();
    }

    private static void stayAway() {
        try {
            Thread.sleep(AWAY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
