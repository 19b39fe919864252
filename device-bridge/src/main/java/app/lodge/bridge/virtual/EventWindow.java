package app.lodge.bridge.virtual;

import java.time.Duration;
import java.util.List;

/// Which of a device's events are on their way: at most {@link #WIDTH} that are not acknowledged, and more as
/// acknowledgements come. They go again when a whole pause brought none, and then after longer and longer pauses: a
/// bridge that has much to do must not be given the same events once more, or it has ever more to do.
final class EventWindow {

    static final int WIDTH = 64;

    static final Duration PAUSE = Duration.ofMillis(2_500);

    /// Pauses between two attempts, at most: a minute.
    private static final int LONGEST = 24;

    private final Outbox outbox;
    private long sent;
    private long sentBefore;
    private long acknowledgedBefore;
    private int pauses;
    private int patience = 1;

    EventWindow(Outbox outbox) {
        this.outbox = outbox;
        sent = outbox.acknowledged();
    }

    /// Whether an event that was kept just now goes at once; otherwise it goes when those before it are acknowledged.
    synchronized boolean goes(long seq) {
        if (seq != sent + 1 || seq > outbox.acknowledged() + WIDTH) {
            return false;
        }
        sent = seq;
        return true;
    }

    /// What goes after a connection was made: nothing that was sent before need have arrived.
    synchronized List<byte[]> connected() {
        sent = outbox.acknowledged();
        attempt(1);
        return more();
    }

    /// What goes because there is room again.
    synchronized List<byte[]> acknowledged() {
        return more();
    }

    /// What goes after each {@link #PAUSE}.
    synchronized List<byte[]> paused() {
        var acknowledged = outbox.acknowledged();
        var stuck = acknowledged == acknowledgedBefore && acknowledged < sentBefore;
        acknowledgedBefore = acknowledged;
        sentBefore = sent;
        if (!stuck) {
            attempt(1);
            return more();
        }
        pauses++;
        if (pauses < patience) {
            return List.of();
        }
        attempt(Math.min(LONGEST, 2 * patience));
        return outbox.between(acknowledged + 1, sent);
    }

    private void attempt(int pausesFromNow) {
        pauses = 0;
        patience = pausesFromNow;
    }

    private List<byte[]> more() {
        var from = Math.max(sent, outbox.acknowledged()) + 1;
        var to = Math.min(outbox.lastSeq(), outbox.acknowledged() + WIDTH);
        sent = Math.max(from - 1, to);
        return outbox.between(from, to);
    }
}
