package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.texts.Texts;
import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.ShellView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// F1 shows what every key does, wherever one is.
@Tag("ID-49")
class KeyMapTest {

    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

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
    void everyScreenShowsAllThatIsBoundOnIt() throws Exception {
        var desktop = SignedIn.inEnglish(folder.resolve("w"));
        var missing = new TreeSet<String>();
        for (var place : desktop.places()) {
            desktop.go(place);
            var bound = Toolkit.call(() -> bound(desktop));
            desktop.strike(KeyCode.F1);
            var shown = Toolkit.call(() -> shown(desktop));
            bound.stream()
                    .filter(words -> !shown.contains(words))
                    .forEach(words -> missing.add(place + ": " + words));
            desktop.strike(KeyCode.ESCAPE);
        }
        assertThat(missing).isEmpty();
        desktop.close();
    }

    @Test
    void noKeyMeansTwoThingsOnOneScreen() throws Exception {
        var desktop = SignedIn.inEnglish(folder.resolve("w"));
        var twice = new TreeSet<String>();
        for (var place : desktop.places()) {
            desktop.go(place);
            Toolkit.run(() -> {
                var seen = new java.util.HashMap<String, String>();
                for (var keys : shell(desktop).keys()) {
                    for (var key : keys.all()) {
                        key.any()
                                .forEach(one -> {
                                    var before = seen.put(one.getName(), key.textKey());
                                    if (before != null) {
                                        twice.add(place + ": " + one + " " + before);
                                    }
                                });
                    }
                }
            });
        }
        assertThat(twice).isEmpty();
        desktop.close();
    }

    @Test
    void ofASheetItsOwnKeysAreShown() throws Exception {
        var desktop = SignedIn.inEnglish(folder.resolve("w"));
        desktop.go("devices");
        desktop.press("#device-add");
        desktop.strike(KeyCode.F1);
        var lines = Toolkit.call(() -> lines(desktop));
        assertThat(lines).anyMatch(line -> line.contains("keys=Esc, words=Cancel"));
        assertThat(lines).anyMatch(line -> line.contains("keys=Esc, words=Close"));
        assertThat(lines).noneMatch(line -> line.contains("words=Add a device"));
        desktop.strike(KeyCode.ESCAPE);
        assertThat(Toolkit.call(() -> desktop.root().lookup("#sheet-cancel"))).isNotNull();
        desktop.close();
    }

    @Test
    void theMapIsSearched() throws Exception {
        var desktop = SignedIn.inEnglish(folder.resolve("w"));
        desktop.strike(KeyCode.F1);
        desktop.type("#key-query", "LARGER");
        assertThat(Toolkit.call(() -> shown(desktop))).containsExactly(TEXTS.get("keys.larger"));
        desktop.type("#key-query", "nothing of the kind");
        assertThat(Toolkit.call(() -> shown(desktop))).isEmpty();
        desktop.strike(KeyCode.F1); // once is enough
        desktop.strike(KeyCode.ESCAPE);
        assertThat(Toolkit.call(() -> desktop.root().lookup("#key-map"))).isNull();
        desktop.close();
    }

    /// What is bound to the frame, the screen and its controls, and what is underlined.
    private static List<String> bound(SignedIn desktop) {
        var all = new ArrayList<Keys>(shell(desktop).keys());
        var words = new ArrayList<String>();
        for (var node : Drawing.all(shell(desktop))) {
            all.addAll(visible(node) ? Keys.at(node) : List.of());
            if (node instanceof TableView<?> && visible(node)) {
                words.addAll(List.of(TEXTS.get("tables.copy"), TEXTS.get("tables.export")));
            }
            if (node instanceof Labeled labeled
                    && labeled.isMnemonicParsing()
                    && labeled.getText() != null
                    && labeled.getText().matches(".*_[^_\\s].*")
                    && visible(node)) {
                words.add(labeled.getText().replaceFirst("_", ""));
            }
        }
        all.forEach(keys -> keys.all().forEach(key -> words.add(TEXTS.get(key.textKey()))));
        return words;
    }

    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> shown(SignedIn desktop) {
        var words = new TreeSet<String>();
        var table = (TableView<?>) desktop.find("#key-map");
        table.getItems()
                .forEach(item ->
                        words.add(
                                String.valueOf(
                                        table.getColumns()
                                                .get(1)
                                                .getCellData(table.getItems().indexOf(item)))));
        return words;
    }

    private static List<String> lines(SignedIn desktop) {
        return ((TableView<?>) desktop.find("#key-map"))
                .getItems().stream().map(String::valueOf).toList();
    }

    private static ShellView shell(SignedIn desktop) {
        return (ShellView) desktop.root().lookup(".shell");
    }
}
