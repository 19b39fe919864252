package app.lodge.desktop.shell;

import app.lodge.core.texts.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Questions as sheets over the screen; files through the system's own chooser.
final class FxDialogs implements Dialogs {

    private final Supplier<Kit> kit;
    private final Supplier<Window> window;

    FxDialogs(Supplier<Kit> kit, Supplier<Window> window) {
        this.kit = kit;
        this.window = window;
    }

    @Override
    public void confirm(Message title, Message body, String actionKey, Runnable action) {
        var words = kit.get();
        var open = new SimpleBooleanProperty();
        words.sheets()
                .showWhile(
                        open,
                        () -> {
                            var sheet =
                                    new Sheet(
                                            words,
                                            words.say(title),
                                            460,
                                            Kit.paragraph(words.say(body)),
                                            open);
                            var button =
                                    words.primary(
                                            "confirm",
                                            actionKey,
                                            null,
                                            () -> {
                                                open.set(false);
                                                action.run();
                                            });
                            return sheet.primary(button);
                        });
        open.set(true);
    }

    @Override
    public Optional<Path> chooseFile(String titleKey, String kindKey, List<String> patterns) {
        var chooser = chooser(titleKey);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts().get(kindKey), patterns));
        return Optional.ofNullable(chooser.showOpenDialog(window.get())).map(java.io.File::toPath);
    }

    @Override
    public Optional<Path> chooseFolder(String titleKey) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(texts().get(titleKey));
        return Optional.ofNullable(chooser.showDialog(window.get())).map(java.io.File::toPath);
    }

    @Override
    public Optional<Path> chooseTarget(String titleKey, String suggestedName) {
        var chooser = chooser(titleKey);
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(window.get())).map(java.io.File::toPath);
    }

    private FileChooser chooser(String titleKey) {
        var chooser = new FileChooser();
        chooser.setTitle(texts().get(titleKey));
        return chooser;
    }

    private Texts texts() {
        return kit.get().texts();
    }
}
