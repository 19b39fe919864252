package app.lodge.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.texts.Texts;
import app.lodge.desktop.InlineBackground;
import app.lodge.desktop.OnScreen;
import app.lodge.desktop.Toolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Ctrl+E in a table of a window writes what is seen into the file that was chosen.
@Tag("ID-49")
class TableExportTest {

    @TempDir Path folder;

    private final FxRobot robot = new FxRobot();
    private final List<Message> told = new ArrayList<>();
    private Path target;
    private OnScreen screen;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void openTheWindow() throws Exception {
        target = folder.resolve("names.csv");
        screen =
                new OnScreen(
                        Toolkit.call(() -> {
                            var stage = new Stage();
                            stage.setScene(new Scene(table(), 600, 400));
                            var kit =
                                    new Kit(
                                            new Texts(Locale.GERMAN),
                                            new Overlay(),
                                            ZoneOffset.UTC);
                            var work =
                                    new TableWork(
                                            () -> kit,
                                            new Chosen(),
                                            new InlineBackground(),
                                            new Heard());
                            work.on(stage.getScene());
                            stage.getScene()
                                    .addEventFilter(
                                            KeyEvent.KEY_PRESSED,
                                            event -> work.keys().pressed(event));
                            stage.show();
                            stage.requestFocus();
                            return stage;
                        }));
        Toolkit.run(() -> screen.node("#names").requestFocus());
        screen.keyboardIn("#names");
    }

    @AfterEach
    void closeTheWindow() throws Exception {
        Toolkit.run(screen.stage()::close);
    }

    private static TableView<String> table() {
        var table =
                Tables.table(
                        "names",
                        "names",
                        FXCollections.observableArrayList("Anna;1", "=Ivo", "王小"),
                        new Label());
        table.getColumns().add(Tables.text("Name", 200, one -> one));
        table.getColumns().add(Tables.number("Letters", 90, one -> "" + one.length()));
        table.getColumns().add(Tables.text("Unseen", 90, _ -> "unseen"));
        table.getColumns().getLast().setVisible(false);
        return table;
    }

    @Test
    void writesAllRowsAndTheColumnsThatAreSeen() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        OnScreen.until(() -> !told.isEmpty());
        assertThat(Files.readString(target))
                .isEqualTo(
                        """
                        \uFEFF"Name";"Letters"\r
                        "Anna;1";"6"\r
                        "'=Ivo";"4"\r
                        "王小";"2"\r
                        """);
        assertThat(told).containsExactly(Message.of("tables.exported", 3, target.toString()));
    }

    @Test
    void saysWhereItCannotBeWritten() throws Exception {
        var noFolder = Files.createFile(folder.resolve("a file"));
        target = noFolder.resolve("names.csv");
        robot.push(KeyCode.CONTROL, KeyCode.E);
        OnScreen.until(() -> !told.isEmpty());
        assertThat(told).containsExactly(Message.of("tables.not-exported", target.toString()));
        assertThat(noFolder).isEmptyFile();
    }

    private final class Chosen implements Dialogs {
        @Override
        public void confirm(Message title, Message body, String actionKey, Runnable action) {
            throw new AssertionError("Nothing is to be confirmed");
        }

        @Override
        public Optional<Path> chooseFile(String titleKey, String kindKey, List<String> patterns) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseFolder(String titleKey) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseTarget(String titleKey, String suggestedName) {
            assertThat(suggestedName).startsWith("names.");
            return Optional.of(target);
        }
    }

    private final class Heard implements Notices {
        @Override
        public void done(Message message) {
            told.add(message);
        }

        @Override
        public void done(Message message, Runnable undo) {
            told.add(message);
        }

        @Override
        public void warn(Message message) {
            told.add(message);
        }
    }
}
