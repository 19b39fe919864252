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
import org.jspecify.annotations.Nullable;

/// A PC/SC reader. All its card I/O runs on one thread with a connection of its own to the service; a
/// card is held for a whole talk, so that no other program selects or authenticates in between, and is
/// reset at the end. If the service is restarted or the reader unplugged, the talk under way fails and
/// the next one begins afresh.
final class PcscReader implements CardReader {

    /// A reader that says nothing for so long is broken or unplugged.
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

    /// Long waits in the PC/SC library cannot be interrupted: wait in slices.
    private static final Duration SLICE = Duration.ofMillis(500);

    private final String name;

    /// PC/SC calls block for as long as somebody waits for a card, and a context may be used by one thread
    /// only (PC/SC part 5): so each reader has one of its own.
    private final ExecutorService thread;

    /// Touched by the reader's thread only.
    private @Nullable PcscContext context;

    PcscReader(String name) {
        this.name = name;
        this.thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("reader " + name).factory());
    }

    @Override
    public String name() {
        return name;
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
        return onThread(() -> {
            var held = context().hold(name);
            return new Link(held, held.atr());
        });
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
            long slice = Math.clamp(TimeUnit.NANOSECONDS.toMillis(left), 0, SLICE.toMillis());
            boolean happened =
                    onThread(() -> context().await(name, change == Change.INSERTION, slice));
            if (happened || left == 0) {
                return happened;
            }
        }
    }

    private PcscContext context() throws PcscException {
        var there = context;
        if (there == null) {
            there = PcscContext.establish();
            context = there;
        }
        return there;
    }

    /// On the reader's thread: the next question makes a new connection.
    private void forget() {
        var gone = context;
        context = null;
        if (gone != null) {
            gone.close();
        }
    }

    private <T> T onThread(Callable<T> work) throws DeviceException {
        var result =
                thread.submit(() -> {
                    try {
                        return work.call();
                    } catch (PcscException e) {
                        if (e.serviceGone()) {
                            forget();
                        }
                        throw e;
                    }
                });
        try {
            return result.get(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new DeviceException(new DeviceFault.NoAnswer(name(), LONGEST_ANSWER), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeviceException(new DeviceFault.NoAnswer(name(), Duration.ZERO), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PcscException failure) {
                throw new DeviceException(fault(failure), failure);
            }
            throw new IllegalStateException("Reader " + name(), e);
        }
    }

    private DeviceFault fault(PcscException failure) {
        return failure.serviceGone() || failure.readerGone()
                ? new DeviceFault.NoReader(name())
                : new DeviceFault.CardRemoved(name());
    }

    @Override
    public void close() {
        thread.execute(this::forget);
        thread.shutdown();
    }

    private final class Link implements CardLink {

        private final PcscContext.Held card;
        private final byte[] atr;

        Link(PcscContext.Held card, byte[] atr) {
            this.card = card;
            this.atr = atr;
        }

        @Override
        public byte[] atr() {
            return atr.clone();
        }

        @Override
        public byte[] transmit(byte[] apdu) throws DeviceException {
            return onThread(() -> card.transmit(apdu));
        }

        @Override
        public void close() {
            try {
                onThread(() -> {
                    card.release();
                    return true;
                });
            } catch (DeviceException _) {
                // The card is gone already; there is nothing left to reset.
            }
        }
    }
}
