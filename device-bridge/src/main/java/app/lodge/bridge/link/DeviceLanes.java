package app.lodge.bridge.link;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One lane per device and purpose: work of one lane runs in order, lanes run beside each other.
public final class DeviceLanes implements Lanes {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceLanes.class);

    /// More than this waits only if the books are away; the device sends again.
    private static final int LONGEST = 20_000;

    /// Waited on by somebody at the device.
    public static final String ASK = "ask";

    /// Beside each other, so that the books write them in groups.
    private static final int IN_TURN = 32;

    private final Precedence precedence = new Precedence(IN_TURN);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, ArrayDeque<Runnable>> lanes = new HashMap<>();

    @Override
    public void run(String device, String lane, Runnable work) {
        var key = lane + '/' + device;
        synchronized (lanes) {
            var waiting = lanes.get(key);
            if (waiting != null) {
                if (waiting.size() < LONGEST) {
                    waiting.add(work);
                }
                return;
            }
            lanes.put(key, new ArrayDeque<>());
        }
        if (!threads.isShutdown()) {
            threads.execute(() -> drain(key, lane, work));
        }
    }

    private void drain(String key, String lane, Runnable first) {
        var work = first;
        while (work != null) {
            try {
                if (lane.equals(ASK)) {
                    precedence.first(work);
                } else {
                    precedence.inTurn(work);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.error("Work for {} failed", key, e);
            }
            synchronized (lanes) {
                var waiting = lanes.get(key);
                work = waiting == null || threads.isShutdown() ? null : waiting.poll();
                if (work == null) {
                    lanes.remove(key);
                }
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(
                    Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Some devices' work did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
