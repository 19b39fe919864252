package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;

/// A PC/SC reader. All its card I/O runs on one thread, for Java ties exclusive use to a thread; a
/// card is held exclusively for a whole talk, so that no other program selects or authenticates in
/// between, and is reset at the end.
final class PcscReader implements CardReader {

    /// A reader that says nothing for so long is broken or unplugged.
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

    /// Long waits in the PC/SC library cannot be interrupted: wait in slices.
    private static final Duration SLICE = Duration.ofMillis(500);

    private final CardTerminal terminal;
    private final ExecutorService thread;

    PcscReader(CardTerminal terminal) {
        this.terminal = terminal;
        this.thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform()
                                .daemon()
                                .name("reader " + terminal.getName())
                                .factory());
    }

    @Override
    public String name() {
        return terminal.getName();
    }

    @Override
    public String path() {
        return "pcscd";
    }

    @Override
    public CardLink connect(Duration wait) throws DeviceException {
        if (!await(wait, Change.INSERTION)) {
            throw new DeviceException(new DeviceFault.NoCard(name(), wait));
        }
        Card card =
                onThread(() -> {
                    Card stale = terminal.connect("*");
                    stale.disconnect(true);
                    Card fresh = terminal.connect("*");
                    fresh.beginExclusive();
                    return fresh;
                });
        return new Link(card);
    }

    @Override
    public boolean awaitRemoval(Duration wait) throws DeviceException {
        return await(wait, Change.REMOVAL);
    }

    private enum Change {
        INSERTION,
        REMOVAL
    }

    private boolean await(Duration wait, Change change) throws DeviceException {
        long until = System.nanoTime() + wait.toNanos();
        while (true) {
            long left = Math.max(0, until - System.nanoTime());
            long slice = Math.clamp(TimeUnit.NANOSECONDS.toMillis(left), 1, SLICE.toMillis());
            boolean happened =
                    onThread(() ->
                            switch (change) {
                                case INSERTION -> terminal.waitForCardPresent(slice);
                                case REMOVAL -> terminal.waitForCardAbsent(slice);
                            });
            if (happened || left == 0) {
                return happened;
            }
        }
    }

    private <T> T onThread(Callable<T> work) throws DeviceException {
        var result = thread.submit(work);
        try {
            return result.get(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new DeviceException(new DeviceFault.NoAnswer(name(), LONGEST_ANSWER), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeviceException(new DeviceFault.NoAnswer(name(), Duration.ZERO), e);
        } catch (ExecutionException e) {
            Throwable failure = e.getCause();
            throw new DeviceException(fault(failure == null ? e : failure), e);
        }
    }

    /// The native code's name (`SCARD_W_REMOVED_CARD`) is only in the message of the cause.
    private DeviceFault fault(Throwable failure) {
        if (failure instanceof CardNotPresentException) {
            return new DeviceFault.CardRemoved(name());
        }
        Throwable cause = failure.getCause();
        return switch (cause == null ? "" : String.valueOf(cause.getMessage())) {
            case "SCARD_E_NO_SERVICE",
                    "SCARD_E_SERVICE_STOPPED",
                    "SCARD_E_UNKNOWN_READER",
                    "SCARD_E_READER_UNAVAILABLE",
                    "SCARD_E_NO_READERS_AVAILABLE" ->
                    new DeviceFault.NoReader(name());
            default -> {
                // IllegalArgumentException: the answer was cut short, as the card went in the
                // middle.
                if (failure instanceof CardException
                        || failure instanceof IllegalStateException
                        || failure instanceof IllegalArgumentException) {
                    yield new DeviceFault.CardRemoved(name());
                }
                throw new IllegalStateException("Reader " + name(), failure);
            }
        };
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    private final class Link implements CardLink {

        private final Card card;
        private final CardChannel channel;

        Link(Card card) {
            this.card = card;
            this.channel = card.getBasicChannel();
        }

        @Override
        public byte[] atr() {
            return card.getATR().getBytes();
        }

        @Override
        public byte[] transmit(byte[] apdu) throws DeviceException {
            return onThread(() -> channel.transmit(new CommandAPDU(apdu)).getBytes());
        }

        @Override
        public void close() {
            try {
                onThread(() -> {
                    try {
                        card.endExclusive();
                    } finally {
                        card.disconnect(true);
                    }
                    return true;
                });
            } catch (DeviceException _) {
                // The card is gone already; there is nothing left to reset.
            }
        }
    }
}
