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
    private static final Duration AWAY = Duration.ofMillis(900);

    /// As a person would, who sees no light on the reader.
    private static final int TIMES_LAID = 4;

    private static final Duration NEXT_LOOK = Duration.ofMillis(50);

    private final CardReader reader;
    private final AutoCloseable lying;

    private VirtualReader(CardReader reader, AutoCloseable lying) {
        this.reader = reader;
        this.lying = lying;
    }

    /// Lays the card; closing takes it off.
    public static VirtualReader lay(VirtualCard card) {
        if (PcscReaders.list().contains(PCSC_NAME)) {
            try {
                return layAt(card, PCSC_NAME, VpcdLink.USUAL_PORT);
            } catch (DeviceException e) {
                LOG.info("The virtual PC/SC reader went away; using one in memory", e);
            } catch (IOException e) {
                LOG.info(
                        "No virtual PC/SC reader answers; using one in memory: {}", e.getMessage());
            }
        }
        var inProcess = new InProcessReader("in-process");
        inProcess.insert(card);
        return new VirtualReader(inProcess, inProcess);
    }

    /// The same on one of pcscd's virtual readers that has another name.
    ///
    /// @param port where the reader waits for its card
    /// @throws DeviceException if there is no such reader
    /// @throws IOException if it does not take the card
    public static VirtualReader layAt(VirtualCard card, String name, int port)
            throws DeviceException, IOException {
        var reader = PcscReaders.open(name);
        try {
            return new VirtualReader(reader, laySoThatItIsSeen(card, reader, port));
        } catch (DeviceException | IOException e) {
            reader.close();
            throw e;
        }
    }

    private static VpcdLink laySoThatItIsSeen(VirtualCard card, CardReader reader, int port)
            throws DeviceException, IOException {
        for (int time = 1; true; time++) {
            var link = VpcdLink.insert(card, "127.0.0.1", port, SOON);
            if (seen(reader, link) || time == TIMES_LAID) {
                return link;
            }
            LOG.info("pcscd does not see the virtual card; laying it again");
            link.close();
            pause(AWAY);
        }
    }

    private static boolean seen(CardReader reader, VpcdLink link) throws DeviceException {
        long until = System.nanoTime() + SOON.toNanos();
        while (reader.awaitRemoval(Duration.ZERO)) {
            if (System.nanoTime() > until || !link.lies()) {
                return false;
            }
            pause(NEXT_LOOK);
        }
        return true;
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
            // What lies there is any AutoCloseable; the reader itself must be let go of whatever it
            // throws.
            LOG.warn("Taking the virtual card off", e);
        }
        boolean daemonMustNotice = lying instanceof VpcdLink;
        if (daemonMustNotice) {
            pause(AWAY);
        }
        reader.close();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
