package app.lodge.desktop;

import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.WorkstationSettings;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.InstantSource;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A day's work must not fill the memory: what was closed is let go.
@Tag("ID-49")
class ClosedWindowTest {

    @TempDir Path folder;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    @Test
    void aClosedWindowIsLetGo() throws Exception {
        var first = closedWindow("first");
        var second = open("second"); // failures are told to the window that came last
        letGo(first);
        Toolkit.run(second::close);
    }

    @Test
    void aClosedSheetIsLetGo() throws Exception {
        var stage = open("sheets");
        var on = new Drawing(stage, "", new Album());
        on.type("#sign-in-password", FakeSite.PASSWORD);
        on.press("#sign-in");
        on.go("devices");
        var sheet = closedSheet(on);
        on.go("people"); // takes the keyboard from where the sheet left it
        letGo(sheet);
        on.close();
    }

    private WeakReference<Node> closedWindow(String name) throws Exception {
        var stage = open(name);
        var root = new WeakReference<Node>(stage.getScene().getRoot());
        Toolkit.run(stage::close);
        Toolkit.settle();
        return root;
    }

    private static WeakReference<Node> closedSheet(Drawing on) throws Exception {
        on.press("#device-add");
        var sheet = new WeakReference<>(on.stage.getScene().getRoot().lookup(".floating-sheet"));
        on.press("#sheet-cancel");
        return sheet;
    }

    private static void letGo(WeakReference<Node> node) {
        OnScreen.until(() -> {
            System.gc();
            return node.get() == null;
        });
    }

    private Stage open(String name) throws Exception {
        var settings = WorkstationSettings.read(folder.resolve(name));
        settings.keep(new WorkstationSettings.Values("en", Appearance.Theme.LIGHT, "", ""));
        var stage =
                Toolkit.call(() -> {
                    var made = new Stage();
                    var starter = new FakeStarter();
                    new LodgeDesktop(
                                    made,
                                    settings,
                                    starter,
                                    _ -> starter.site.station,
                                    new LyingCard(),
                                    InstantSource.fixed(FakePeople.NOW))
                            .open();
                    return made;
                });
        Toolkit.settle();
        return stage;
    }
}
