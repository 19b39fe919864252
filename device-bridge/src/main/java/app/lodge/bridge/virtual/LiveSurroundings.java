package app.lodge.bridge.virtual;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The real network and the time on the wall, shared by any number of devices: one timer for all of them.
public final class LiveSurroundings implements Surroundings, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSurroundings.class);

    private final BridgeAddress bridge;
    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor timer;

    public LiveSurroundings(BridgeAddress bridge, InstantSource clock) {
        this.bridge = bridge;
        this.clock = clock;
        this.timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("virtual-devices").daemon(true).factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public DeviceLink link(DeviceFolder.Joined joined, DeviceLink.Listener device) {
        return new MqttDeviceLink(joined, bridge, device);
    }

    @Override
    public Repeated every(Duration pause, Runnable work) {
        var running =
                timer.scheduleWithFixedDelay(
                        guarded(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return () -> running.cancel(false);
    }

    @Override
    public void later(Duration pause, Runnable work) {
        if (pause.isZero()) {
            Thread.startVirtualThread(guarded(work));
        } else if (!timer.isShutdown()) {
            timer.schedule(guarded(work), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public <T> Optional<T> await(CompletableFuture<T> answer, Duration patience) {
        try {
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public String askId() {
        return UUID.randomUUID().toString();
    }

    /// After the devices that stand in it.
    @Override
    public void close() {
        timer.shutdownNow();
    }

    /// One device's trouble stops no other's timer.
    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("A virtual device's work failed", e);
            }
        };
    }
}
