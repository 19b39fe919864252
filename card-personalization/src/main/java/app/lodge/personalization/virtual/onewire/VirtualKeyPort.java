package app.lodge.personalization.virtual.onewire;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The emulated adapter behind a pseudo-terminal: programs that we did not write find it there as on a
/// serial port. It hears and speaks at the chip's rate only, as on a wire.
public final class VirtualKeyPort implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VirtualKeyPort.class);

    private final PseudoTerminal terminal;
    private final VirtualDs2480b chip;
    private final Thread thread;
    private volatile boolean closing;

    private VirtualKeyPort(PseudoTerminal terminal, VirtualDs2480b chip) {
        this.terminal = terminal;
        this.chip = chip;
        this.thread = Thread.ofPlatform().daemon().name("key port").unstarted(this::serve);
    }

    /// @throws IOException if this system has no pseudo-terminals
    public static VirtualKeyPort open(VirtualBus bus) throws IOException {
        var port = new VirtualKeyPort(PseudoTerminal.open(), new VirtualDs2480b(bus));
        port.thread.start();
        return port;
    }

    /// What others open: `/dev/pts/7`.
    public String name() {
        return terminal.name();
    }

    private void serve() {
        try {
            while (!closing) {
                var bytes = terminal.read();
                if (bytes.length > 0 && terminal.bitsPerSecond() == chip.rate()) {
                    terminal.write(chip.received(bytes));
                }
            }
        } catch (IOException e) {
            LOG.debug("{} ended", terminal.name(), e);
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.close();
    }
}
