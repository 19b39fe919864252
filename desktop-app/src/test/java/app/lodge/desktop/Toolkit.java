package app.lodge.desktop;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.stage.Window;
import org.junit.jupiter.api.Assumptions;

/// The JavaFX toolkit for tests: started once, where there is a display.
public final class Toolkit {

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private Toolkit() {}

    public static void start() {
        var display = System.getenv("DISPLAY");
        Assumptions.assumeTrue(
                display != null && !display.isEmpty(),
                "SKIPPED: screens need a display (run ./verify, or xvfb-run mvn verify)");
        if (STARTED.compareAndSet(false, true)) {
            var up = new CountDownLatch(1);
            Platform.startup(up::countDown);
            Platform.setImplicitExit(false);
            await(up);
        }
    }

    public static void run(Runnable action) throws Exception {
        call(() -> {
            action.run();
            return true;
        });
    }

    public static <T> T call(Callable<T> action) throws Exception {
        var task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get(20, TimeUnit.SECONDS);
    }

    /// Waits until work beside the screen has ended and the screen has drawn what came of it.
    public static void settle() throws Exception {
        for (int quiet = 0; quiet < 3; ) {
            Thread.sleep(25);
            boolean busy =
                    call(() ->
                            Window.getWindows().stream()
                                    .anyMatch(w ->
                                            w.getScene() != null
                                                    && w.getScene().getRoot().lookup("#stop-work")
                                                            instanceof javafx.scene.Node n
                                                    && n.getParent().isVisible()));
            quiet = busy ? 0 : quiet + 1;
        }
    }

    public static void closeAll() {
        if (STARTED.get()) {
            try {
                run(() -> java.util.List.copyOf(Window.getWindows()).forEach(Window::hide));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The toolkit did not start within 20 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
