package app.lodge.desktop.shell;

import app.lodge.core.texts.Texts;
import app.lodge.desktop.shell.wedge.KeyboardWedge;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The one window: what is in front, the layer of sheets above it, the notices above that; and the
/// services that belong to a window. Its content is built anew when the language changes.
public final class DesktopWindow {

    private final Stage stage;
    private final StackPane front = new StackPane();
    private final Overlay overlay = new Overlay();
    private final Toasts toasts = new Toasts(this::kit);
    private final StackPane locked = new StackPane();
    private Function<Kit, Parent> lock = _ -> new Region() {};
    private final BooleanProperty bridgeAway = new SimpleBooleanProperty();
    private final FxBackground background;
    private final Dialogs dialogs;
    private final TableWork tables;
    private final Appearance appearance = new Appearance();
    private final Zoom zoom = new Zoom();
    private final Roomy lockedFrame = new Roomy(locked, zoom);
    private final Keys own =
            zoom.keys()
                    .on(Keys.key(KeyCode.F1), "keys.title", this::showKeys)
                    .on(Toasts.UNDO, "keys.take-back", toasts::offers, toasts::takeBack);
    private final BooleanProperty keyMap = new SimpleBooleanProperty();
    private List<KeyLines.Line> told = List.of();
    private Kit kit;
    private Function<Kit, Parent> content = _ -> new Region() {};
    private Supplier<List<Keys>> screen = List::of;
    private Runnable sessionEnded = () -> {};

    public DesktopWindow(Stage stage, String language) {
        this.stage = stage;
        this.kit = speaking(language, ZoneId.systemDefault());
        var failures =
                new Failures(
                        () -> bridgeAway.set(true),
                        toasts::warn,
                        code -> FailureSheet.show(kit(), overlay, code),
                        () -> sessionEnded.run());
        this.background = new FxBackground(failures::failed);
        overlay.showWhile(keyMap, () -> KeyMap.of(kit(), told, keyMap));
        this.dialogs = new FxDialogs(this::kit, () -> stage);
        Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> failures.failed(thrown));
        appearance.start(stage.showingProperty());
        var layers = new StackPane(new Roomy(front, zoom), overlay, lockedFrame, toasts);
        lockedFrame.setVisible(false);
        var scene = new Scene(new Zoomed(layers, stage, zoom), 1280, 800);
        appearance.dress(scene);
        // Without its skin a scroll pane has nothing in it that could be looked up or take the
        // keyboard.
        scene.getRoot().applyCss();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        tables = new TableWork(this::kit, dialogs, background, toasts);
        tables.on(scene);
        stage.setScene(scene);
        stage.setMinWidth(1040);
        stage.setMinHeight(680);
        stage.setTitle("Lodge");
        try (var icon = DesktopWindow.class.getResourceAsStream("lodge.png")) {
            if (icon != null) {
                stage.getIcons().add(new Image(icon));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Starts the toolkit, makes the window, and waits until it is closed.
    public static void open(Consumer<Stage> made) {
        var closed = new CountDownLatch(1);
        Platform.startup(() -> {
            var stage = new Stage();
            made.accept(stage);
            stage.showingProperty()
                    .subscribe(shown -> {
                        if (!shown && stage.getScene() != null) {
                            closed.countDown();
                        }
                    });
        });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Hears of what is committed at the site, for as long as somebody is signed in.
    public FactFeed listen(Session session, ShellViewModel shell) {
        var listening =
                new FactFeed(
                        session.doors().journal(),
                        session.actor(),
                        shell.news()::set,
                        there -> bridgeAway.set(!there));
        listening.start();
        return listening;
    }

    public void show() {
        stage.show();
    }

    /// Puts something in front; it is made again for each language.
    public void front(Function<Kit, Parent> made) {
        content = made;
        toasts.withdraw();
        rebuild();
    }

    /// Covers everything, sheets too, which stay as they are beneath and cannot be seen or reached.
    public void lock(Function<Kit, Parent> made) {
        lock = made;
        toasts.withdraw();
        beneath(false);
        locked.getChildren().setAll(made.apply(kit));
    }

    public void unlock() {
        locked.getChildren().clear();
        beneath(true);
    }

    public boolean isLocked() {
        return !locked.getChildren().isEmpty();
    }

    private void beneath(boolean reachable) {
        front.setVisible(reachable);
        front.setDisable(!reachable);
        overlay.setOpacity(reachable ? 1 : 0);
        overlay.setDisable(!reachable);
        lockedFrame.setVisible(!reachable);
    }

    /// Runs something on the screen's thread as soon as a condition holds, which is asked for beside it.
    public Waiting when(java.util.function.BooleanSupplier holds, Runnable then) {
        var waiting = new Waiting(holds, then);
        waiting.start();
        return waiting;
    }

    /// Keys that work wherever the keyboard is, unless a sheet is open; the first that takes one has it.
    public void keys(Supplier<List<Keys>> current) {
        screen = current;
    }

    /// Numbers that a reader types go here and into no field, whatever is in front.
    public void numbers(Consumer<String> listener) {
        KeyboardWedge.on(stage.getScene(), listener);
    }

    /// Whether a form or wizard lies over the screen.
    public boolean sheetOpen() {
        return overlay.open();
    }

    public void speak(String language, ZoneId zone) {
        kit = speaking(language, zone);
        rebuild();
    }

    /// Calendars of date pickers, and amounts in fields, follow the default for formats.
    private Kit speaking(String language, ZoneId zone) {
        var made = new Kit(new Texts(Locale.of(language)), overlay, zone);
        Locale.setDefault(Locale.Category.FORMAT, made.habits());
        return made;
    }

    private void rebuild() {
        front.getChildren().setAll(content.apply(kit));
        if (isLocked()) {
            locked.getChildren().setAll(lock.apply(kit));
        }
    }

    private void pressed(KeyEvent event) {
        if (own.pressed(event)
                || screenKeys().stream().anyMatch(keys -> keys.pressed(event))
                || tables.keys().pressed(event)) {
            event.consume();
        }
    }

    private List<Keys> screenKeys() {
        return isLocked() || overlay.open() ? List.of() : screen.get();
    }

    /// Keys of what is in front, and those that work everywhere.
    private void showKeys() {
        if (keyMap.get()) {
            return;
        }
        var lines = new KeyLines(kit);
        Node shown = isLocked() ? locked : overlay.open() ? overlay.top() : front;
        screenKeys().forEach(lines::add);
        if (overlay.open()) {
            Keys.at(overlay).forEach(lines::add);
        }
        if (TableWork.tableIn(shown)) {
            lines.add(tables.keys());
        }
        lines.add(own).addShown(shown);
        told = lines.lines();
        keyMap.set(true);
    }

    public Kit kit() {
        return kit;
    }

    public Background background() {
        return background;
    }

    public javafx.collections.ObservableList<Background.Running> running() {
        return background.running();
    }

    public Dialogs dialogs() {
        return dialogs;
    }

    public Notices notices() {
        return toasts;
    }

    public Appearance appearance() {
        return appearance;
    }

    public Zoom zoom() {
        return zoom;
    }

    /// How this workstation has arranged its tables.
    public void columns(KeptColumns kept) {
        tables.kept(kept);
    }

    /// The views of tables that an operator has named.
    public void views(SavedFilters kept, long operator) {
        tables.views(new TableViews(kept, operator));
    }

    /// True while the bridge does not answer.
    public BooleanProperty bridgeAway() {
        return bridgeAway;
    }

    /// What to do when the bridge no longer knows who is signed in.
    public void onSessionEnded(Runnable action) {
        sessionEnded = action;
    }
}
