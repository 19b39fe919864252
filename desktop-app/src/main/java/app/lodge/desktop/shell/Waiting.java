package app.lodge.desktop.shell;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/// Asks something again and again beside the screen, with a pause between, until it holds or nobody
/// waits any more.
public final class Waiting implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(800);

    private final BooleanSupplier holds;
    private final Runnable then;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param holds may block for a moment
    /// @param then runs once on the screen's thread
    Waiting(BooleanSupplier holds, Runnable then) {
        this.holds = holds;
        this.then = then;
    }

    void start() {
        Thread.ofVirtual().name("waiting").start(this::ask);
    }

    private void ask() {
        try {
            while (closed.getCount() > 0) {
                if (holds.getAsBoolean()) {
                    Platform.runLater(() -> {
                        if (closed.getCount() > 0) {
                            then.run();
                        }
                    });
                    return;
                }
                if (closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
