import app.lodge.desktop.Lodge;
import app.lodge.desktop.demo.Demo;
import app.lodge.desktop.link.BundledBridge;
import app.lodge.desktop.link.BundledBridge.StartOutcome;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.stage.Window;

/// The desktop of a demo site, in this process, with its bridge in another, at which the administrator has signed in.
final class DeskWindow implements AutoCloseable {

    private static final long PATIENCE = 60_000_000_000L;

    private final ProcessHandle bridge;

    private DeskWindow(ProcessHandle bridge) {
        this.bridge = bridge;
    }

    static DeskWindow open() throws Exception {
        var home = Files.createTempDirectory("lodge-bench-").resolve("site");
        Demo.create(home, "en");
        if (!(BundledBridge.of(home).start() instanceof StartOutcome.Started started)) {
            throw new IllegalStateException("The bridge did not start");
        }
        var desk = new DeskWindow(started.process());
        try {
            Thread.ofPlatform().daemon(true).start(() -> Lodge.main(new String[] {"--home", home.toString()}));
            desk.until(() -> desk.find("#sign-in-password") != null);
            desk.until(() -> !((Button) desk.node("#sign-in")).isDisabled());
            desk.type("#sign-in-name", "demo");
            desk.type("#sign-in-password", "Lodge-demo-2026");
            desk.call(() -> {
                ((Button) desk.node("#sign-in")).fire();
                return true;
            });
            desk.until(() -> desk.find(".shell") != null);
            desk.atRest();
            return desk;
        } catch (Exception | Error e) {
            desk.close();
            throw e;
        }
    }

    /// Ids of the rail's buttons.
    List<String> places() throws Exception {
        return call(() ->
                scene().getRoot().lookupAll(".place").stream()
                        .filter(node -> node instanceof ToggleButton && node.getId() != null && node.isVisible())
                        .map(node -> "#" + node.getId())
                        .sorted()
                        .toList());
    }

    /// Goes to a place.
    ///
    /// @return nanoseconds until it is laid out, and until what it reads is there
    long[] go(String place) throws Exception {
        var laidOut = new CountDownLatch(1);
        var at = new long[2];
        var begun = call(() -> {
            var from = System.nanoTime();
            var scene = scene();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    at[0] = System.nanoTime();
                    laidOut.countDown();
                }
            });
            ((ToggleButton) node(place)).fire();
            Platform.requestNextPulse();
            return from;
        });
        if (!laidOut.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Not laid out within 60 s: " + place);
        }
        until(this::quiet);
        at[1] = System.nanoTime();
        return new long[] {at[0] - begun, at[1] - begun};
    }

    void type(String id, String text) throws Exception {
        call(() -> {
            ((TextInputControl) node(id)).setText(text);
            return true;
        });
    }

    /// Waits until nothing is read any more.
    void atRest() throws Exception {
        for (var quiet = 0; quiet < 5; quiet = call(this::quiet) ? quiet + 1 : 0) {
            Thread.sleep(20);
        }
    }

    private boolean quiet() {
        var stop = scene().getRoot().lookup("#stop-work");
        return stop == null || !stop.getParent().isVisible();
    }

    Node find(String selector) {
        return Window.getWindows().isEmpty() || scene() == null ? null : scene().getRoot().lookup(selector);
    }

    private Node node(String selector) {
        var found = find(selector);
        if (found == null) {
            throw new IllegalStateException("Not on the screen: " + selector);
        }
        return found;
    }

    private static Scene scene() {
        return Window.getWindows().getFirst().getScene();
    }

    void until(Callable<Boolean> holds) throws Exception {
        var end = System.nanoTime() + PATIENCE;
        while (true) {
            try {
                if (call(holds)) {
                    return;
                }
            } catch (IllegalStateException e) {
                // The toolkit has not begun.
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited 60 s in vain");
            }
            Thread.sleep(1);
        }
    }

    <T> T call(Callable<T> action) throws Exception {
        var task = new FutureTask<T>(action);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        bridge.destroy();
        bridge.onExit().join();
    }
}
