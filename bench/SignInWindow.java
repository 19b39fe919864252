import app.lodge.desktop.Lodge;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Window;

/// Starts Lodge as its users do, and tells when the sign-in can be used: the window stands, its bridge has answered, the
/// button takes clicks.
public final class SignInWindow {

    private SignInWindow() {}

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon(true).start(SignInWindow::look);
        Lodge.main(arguments);
    }

    private static void look() {
        while (true) {
            try {
                Platform.runLater(() -> {
                    for (var window : Window.getWindows()) {
                        if (window.isShowing() && ready(window)) {
                            Told.usable();
                        }
                    }
                });
            } catch (IllegalStateException e) {
                // The toolkit has not begun.
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static boolean ready(Window window) {
        var scene = window.getScene();
        if (scene == null) {
            return false;
        }
        for (Node found : scene.getRoot().lookupAll(".button")) {
            if (found instanceof Button button && button.isDefaultButton() && !button.isDisabled()) {
                return true;
            }
        }
        return false;
    }
}
