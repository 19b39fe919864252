package app.lodge.personalization.virtual;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.cards.CardReader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A reader in memory, on which a test or the demo lays virtual cards; the same APDUs as through
/// PC/SC.
public final class InProcessReader implements CardReader {

    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable VirtualCard card;

    public InProcessReader(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String path() {
        return "in-process";
    }

    /// Lays a card on the reader, in place of the one that lies there.
    public void insert(VirtualCard laid) {
        put(laid);
    }

    public void remove() {
        put(null);
    }

    private void put(@Nullable VirtualCard laid) {
        lock.lock();
        try {
            card = laid;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public CardLink connect(Duration wait) throws DeviceException {
        VirtualCard there =
                await(wait, true)
                        .orElseThrow(() -> new DeviceException(new DeviceFault.NoCard(name, wait)));
        there.reset();
        return new CardLink() {
            @Override
            public byte[] atr() {
                return there.atr();
            }

            @Override
            public byte[] transmit(byte[] apdu) throws DeviceException {
                byte[] answer = lies(there) ? there.transmit(apdu) : new byte[0];
                if (answer.length == 0) {
                    throw new DeviceException(new DeviceFault.CardRemoved(name));
                }
                return answer;
            }

            @Override
            public void close() {
                there.reset();
            }
        };
    }

    private boolean lies(VirtualCard one) {
        lock.lock();
        try {
            return card == one;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean awaitRemoval(Duration wait) {
        return await(wait, false).isEmpty();
    }

    /// The card on the reader once there is one (or none), or what is there when the time is up.
    private Optional<VirtualCard> await(Duration wait, boolean present) {
        long left = wait.toNanos();
        lock.lock();
        try {
            while ((card != null) != present && left > 0) {
                left = changed.awaitNanos(left);
            }
            return Optional.ofNullable(card);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.ofNullable(card);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        remove();
    }
}
