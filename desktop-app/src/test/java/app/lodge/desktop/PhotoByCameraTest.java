package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.devices.DeviceFault;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A photograph is taken at the desk, cut, set straight by hand and kept; whatever a camera does, somebody
/// is told and the desk goes on.
@Tag("ID-11")
final class PhotoByCameraTest {

    @TempDir Path folder;

    private Path workstation;
    private SignedIn desktop;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    @BeforeEach
    void signIn() throws Exception {
        workstation = folder.resolve("workstation.properties");
        desktop = SignedIn.inEnglish(workstation);
        desktop.go("people");
        desktop.select("#people-table", 0);
    }

    @Test
    void spaceTakesItKeysCutItAndAnotherCanBeTakenBeforeItIsKept() throws Exception {
        fire("#person-camera");
        seen();
        assertThat(Toolkit.call(() -> desktop.find("#camera-picture").isFocused()))
                .as("Space takes at once")
                .isTrue();
        strike("#camera-picture", KeyCode.SPACE);
        shown("#photo-area");
        strike("#photo-area", KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN);
        says("#photo-degrees", "1.5°");
        strike("#photo-area", KeyCode.PAGE_UP);
        says("#photo-degrees", "1.0°");
        strike("#photo-area", KeyCode.HOME);
        says("#photo-degrees", "0.0°");
        assertThat(text("#photo-remarks")).contains("No face was found");

        fire("#photo-again");
        gone("#photo-area");
        seen();
        fire("#camera-take");
        shown("#photo-area");
        fire("#photo-keep");
        gone("#photo-area");
        gone("#camera-picture");
        OnScreen.until(() -> desktop.root().lookup("#person-file").lookup("ImageView") != null);
        closed();
        desktop.close();
    }

    @Test
    void aCameraThatIsPulledOutTakenOrForbiddenIsToldAndF5LooksAgain() throws Exception {
        var camera = desktop.station().camera;
        fire("#person-camera");
        seen();
        camera.fault = new DeviceFault.NoCamera("paper:/dev/video0");
        says("#camera-said", "sends no picture");
        assertThat(Toolkit.call(() -> desktop.find("#camera-take").isDisabled())).isTrue();
        closed();
        camera.fault = new DeviceFault.CameraBusy("paper:/dev/video0");
        strike("#camera-picture", KeyCode.F5);
        says("#camera-said", "Another program");
        camera.fault = new DeviceFault.CameraForbidden("paper:/dev/video0");
        strike("#camera-picture", KeyCode.F5);
        says("#camera-said", "does not let you");
        camera.fault = new DeviceFault.CameraLibraryUnusable("OpenCV");
        strike("#camera-picture", KeyCode.F5);
        says("#camera-said", "OpenCV cannot be loaded");
        camera.fault = null;
        strike("#camera-picture", KeyCode.F5);
        seen();
        fire("#sheet-cancel");
        closed();
        desktop.close();
    }

    @Test
    void theOtherCameraIsRememberedAndTwoAreNeverOpen() throws Exception {
        fire("#person-camera");
        seen();
        Toolkit.run(
                () -> ((ComboBox<?>) desktop.find("#camera-choice")).getSelectionModel().select(1));
        OnScreen.until(() -> Files.readString(workstation).contains("camera=paper:/dev/video2"));
        seen();
        OnScreen.until(() -> desktop.station().camera.open.get() == 1);
        fire("#sheet-cancel");
        closed();
        fire("#person-camera");
        seen();
        assertThat(
                        Toolkit.call(() ->
                                String.valueOf(
                                        ((ComboBox<?>) desktop.find("#camera-choice")).getValue())))
                .contains("/dev/video2");
        fire("#sheet-cancel");
        closed();
        desktop.close();
    }

    private void seen() {
        OnScreen.until(() ->
                desktop.root().lookup("#camera-picture") != null
                        && !desktop.find("#camera-take").isDisabled()
                        && ((ImageView) desktop.find("#camera-picture").lookup("ImageView"))
                                        .getImage()
                                != null);
    }

    private void closed() {
        OnScreen.until(() -> desktop.station().camera.open.get() == 0);
    }

    private void shown(String id) {
        OnScreen.until(() -> desktop.root().lookup(id) != null);
    }

    private void gone(String id) {
        OnScreen.until(() -> desktop.root().lookup(id) == null);
    }

    private void says(String id, String words) {
        OnScreen.until(() -> ((Labeled) desktop.find(id)).getText().contains(words));
    }

    private String text(String id) throws Exception {
        return Toolkit.call(() -> ((Labeled) desktop.find(id)).getText());
    }

    private void strike(String id, KeyCode... codes) throws Exception {
        for (var code : codes) {
            Toolkit.run(() -> {
                desktop.find(id).requestFocus();
                desktop.find(id)
                        .fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        code,
                                        false,
                                        false,
                                        false,
                                        false));
            });
        }
    }

    /// Without waiting for the work beside the screen to end: the camera is on.
    private void fire(String id) throws Exception {
        Toolkit.run(() -> ((Button) desktop.find(id)).fire());
    }
}
