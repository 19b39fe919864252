package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.desktop.shell.wedge.KeyboardWedge;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A number that a reader types lands in no field and presses no button; what a person types does.
@Tag("ID-47")
class KeyboardWedgeTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> pressed = new ArrayList<>();
    private TextField field;

    @BeforeAll
    static void begin() {
        Toolkit.start();
    }

    @AfterAll
    static void end() {
        Toolkit.closeAll();
    }

    @BeforeEach
    void show() throws Exception {
        Toolkit.call(() -> {
            field = new TextField();
            var action = new Button("go");
            action.setDefaultButton(true);
            action.setOnAction(_ -> pressed.add("go"));
            var scene = new Scene(new VBox(field, action));
            KeyboardWedge.on(scene, heard::add);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            field.requestFocus();
            return scene;
        });
    }

    private void type(String text, KeyCode end) {
        for (char each : text.toCharArray()) {
            fire(
                    KeyEvent.KEY_PRESSED,
                    "",
                    KeyCode.getKeyCode(String.valueOf(each).toUpperCase(java.util.Locale.ROOT)));
            fire(KeyEvent.KEY_TYPED, String.valueOf(each), KeyCode.UNDEFINED);
        }
        fire(KeyEvent.KEY_PRESSED, "", end);
        fire(KeyEvent.KEY_TYPED, "\r", KeyCode.UNDEFINED);
    }

    private void fire(EventType<KeyEvent> type, String character, KeyCode code) {
        var key = code == null ? KeyCode.UNDEFINED : code;
        Event.fireEvent(field, new KeyEvent(type, character, "", key, false, false, false, false));
    }

    private String inField() throws Exception {
        return Toolkit.call(() -> field.getText());
    }

    @Test
    void aReadersNumberGoesToItsListenerAlone() throws Exception {
        Toolkit.call(() -> {
            type("04A1B2C3D4E5F6", KeyCode.ENTER);
            return field;
        });
        assertThat(heard).containsExactly("04A1B2C3D4E5F6");
        assertThat(inField()).isEmpty();
        assertThat(pressed).isEmpty();
    }

    @Test
    void aPersonsWordsArriveInTheFieldInTheirOrder() throws Exception {
        Toolkit.call(() -> {
            type("Ada 12", KeyCode.ENTER);
            return field;
        });
        assertThat(inField()).isEqualTo("Ada 12");
        assertThat(heard).isEmpty();
    }

    @Test
    void figuresWithoutAnEndArriveAfterAMoment() throws Exception {
        Toolkit.call(() -> {
            for (char each : "12345678901".toCharArray()) {
                fire(KeyEvent.KEY_TYPED, String.valueOf(each), KeyCode.UNDEFINED);
            }
            return field;
        });
        OnScreen.until(() -> field.getText().equals("12345678901"));
        assertThat(heard).isEmpty();
    }
}
