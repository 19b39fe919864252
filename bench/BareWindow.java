import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// What no JavaFX program can start faster than: one window with one button.
public final class BareWindow {

    private BareWindow() {}

    public static void main(String[] arguments) {
        Platform.startup(() -> {
            var stage = new Stage();
            stage.setScene(new Scene(new StackPane(new Button("Sign in")), 1280, 800));
            stage.show();
            Platform.runLater(() -> Told.usable());
        });
    }
}
