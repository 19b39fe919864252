package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.desktop.shell.WorkstationSettings.Values;
import app.lodge.desktop.shell.Zoom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Everything can be drawn larger and smaller, and nothing is cut by it.
@Tag("ID-49")
class ZoomTest {

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
    void keysChangeItAnywhereAndTheWorkstationKeepsIt() throws Exception {
        var file = folder.resolve("workstation");
        var desktop = SignedIn.inEnglish(file);
        desktop.strike(KeyCode.PLUS, true);
        assertThat(WorkstationSettings.read(file).values().zoom()).isEqualTo(110);
        desktop.go("devices");
        desktop.press("#device-add");
        desktop.strike(KeyCode.EQUALS, true);
        assertThat(WorkstationSettings.read(file).values().zoom()).isEqualTo(125);
        desktop.press("#sheet-cancel");
        for (int more = 0; more < 12; more++) {
            desktop.strike(KeyCode.ADD, true);
        }
        assertThat(WorkstationSettings.read(file).values().zoom()).isEqualTo(200);
        desktop.strike(KeyCode.DIGIT0, true);
        assertThat(WorkstationSettings.read(file).values().zoom()).isEqualTo(100);
        for (int less = 0; less < 12; less++) {
            desktop.strike(KeyCode.MINUS, true);
        }
        assertThat(WorkstationSettings.read(file).values().zoom()).isEqualTo(80);
        desktop.close();
    }

    @Test
    void theSettingsOfferItToo() throws Exception {
        var file = folder.resolve("workstation");
        var desktop = SignedIn.inEnglish(file);
        desktop.go("settings");
        desktop.select("#workstation-zoom", Zoom.STEPS.indexOf(150));
        assertThat(WorkstationSettings.read(file).values().zoom()).isEqualTo(150);
        double drawn = Toolkit.call(() -> onScreen(desktop.find("#workstation-zoom")).getHeight());
        double designed =
                Toolkit.call(() -> desktop.find("#workstation-zoom").getLayoutBounds().getHeight());
        assertThat(drawn).isCloseTo(designed * 1.5, org.assertj.core.data.Offset.offset(1.0));
        desktop.close();
    }

    @Test
    void aListThatFoldsOutIsAsLargeAsItsField() throws Exception {
        var desktop = SignedIn.at(folder.resolve("w"), zoomed("en", 150), 1600, 1000);
        desktop.go("settings");
        var widths =
                Toolkit.call(() -> {
                    var box = (ComboBox<?>) desktop.find("#workstation-language");
                    box.show();
                    var popup =
                            Window.getWindows().stream()
                                    .filter(PopupWindow.class::isInstance)
                                    .map(window -> window.getScene().getRoot())
                                    .filter(root -> root.lookup(".list-view") != null)
                                    .findFirst()
                                    .orElseThrow();
                    popup.applyCss();
                    popup.layout();
                    var list = (ListView<?>) popup.lookup(".list-view");
                    var scene = list.localToScene(list.getLayoutBounds());
                    var both = new double[] {onScreen(box).getWidth(), scene.getWidth()};
                    box.hide();
                    return both;
                });
        assertThat(widths[1]).isGreaterThanOrEqualTo(widths[0] - 2);
        desktop.close();
    }

    @ParameterizedTest
    @CsvSource({"150, 1920, 1080", "200, 1920, 1080", "125, 1280, 800"})
    void noScreenIsCut(int percent, int width, int height) throws Exception {
        var desktop = SignedIn.at(folder.resolve("w"), zoomed("de", percent), width, height);
        var faults = new TreeSet<String>();
        assertThat(desktop.places()).hasSizeGreaterThan(10);
        for (var place : desktop.places()) {
            desktop.go(place);
            Toolkit.run(() -> {
                desktop.root().applyCss();
                desktop.root().layout();
                new Wholeness(percent + " % of " + place, faults).check(desktop.root());
            });
        }
        assertThat(faults).isEmpty();
        desktop.close();
    }

    @Test
    void whatGetsTheKeyboardComesIntoView() throws Exception {
        var desktop = SignedIn.at(folder.resolve("w"), zoomed("en", 200), 1280, 800);
        for (var id : new String[] {"#sign-out", "#search-open"}) {
            Toolkit.run(() -> desktop.find(id).requestFocus());
            Toolkit.settle();
            var place = Toolkit.call(() -> onScreen(desktop.find(id)));
            assertThat(place.getMinX()).isGreaterThanOrEqualTo(0);
            assertThat(place.getMinY()).isGreaterThanOrEqualTo(0);
            assertThat(place.getMaxY()).isLessThanOrEqualTo(desktop.stage.getScene().getHeight());
        }
        desktop.close();
    }

    @Test
    void aWrongZoomInTheFileIsNamed() throws Exception {
        var file = folder.resolve("workstation");
        Files.writeString(file, "zoom=133\n");
        assertThatThrownBy(() -> WorkstationSettings.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zoom=133 is not one of [80, 90, 100");
    }

    private static Values zoomed(String language, int percent) {
        return new Values(language, Appearance.Theme.LIGHT, "", "").withZoom(percent);
    }

    private static Bounds onScreen(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
