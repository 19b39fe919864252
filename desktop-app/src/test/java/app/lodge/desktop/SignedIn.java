package app.lodge.desktop;

import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.WorkstationSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/// A desktop at which the administrator of the made-up site has signed in.
final class SignedIn extends Drawing {

    private final FakeStarter starter;

    private SignedIn(Stage stage, Album album, FakeStarter starter) {
        super(stage, "", album);
        this.starter = starter;
    }

    FakeSite site() {
        return starter.site;
    }

    /// What stands beside the workstation.
    FakeStation station() {
        return starter.site.station;
    }

    /// @param workstation the file of its settings
    static SignedIn at(Path workstation, WorkstationSettings.Values values, int width, int height)
            throws Exception {
        var settings = WorkstationSettings.read(workstation);
        settings.keep(values);
        var starter = new FakeStarter();
        var stage =
                Toolkit.call(() -> {
                    var made = new Stage();
                    new LodgeDesktop(
                                    made,
                                    settings,
                                    starter,
                                    _ -> starter.site.station,
                                    InstantSource.fixed(FakePeople.NOW))
                            .open();
                    made.setWidth(width);
                    made.setHeight(height);
                    return made;
                });
        Toolkit.settle();
        var desktop = new SignedIn(stage, new Album(), starter);
        desktop.type("#sign-in-password", FakeSite.PASSWORD);
        desktop.press("#sign-in");
        OnScreen.until(() -> desktop.root().lookup(".shell") != null);
        Toolkit.settle();
        return desktop;
    }

    static SignedIn inEnglish(Path workstation) throws Exception {
        return at(
                workstation,
                new WorkstationSettings.Values("en", Appearance.Theme.LIGHT, "", ""),
                1280,
                800);
    }

    /// The places of the rail, as {@link #go} takes them.
    List<String> places() throws Exception {
        return Toolkit.call(() ->
                all(root()).stream()
                        .filter(node -> node instanceof ToggleButton && node.getId() != null)
                        .map(Node::getId)
                        .filter(id -> id.startsWith("go-"))
                        .map(id -> id.substring(3))
                        .toList());
    }

    Parent root() {
        return stage.getScene().getRoot();
    }
}
