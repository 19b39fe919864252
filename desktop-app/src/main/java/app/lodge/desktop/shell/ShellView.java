package app.lodge.desktop.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The frame around every screen: the rail at the left, search above, the state of things below.
public final class ShellView extends BorderPane {

    private static final KeyCodeCombination SEARCH = Keys.ctrl(KeyCode.K);

    private final Kit kit;
    private final ShellViewModel model;
    private final SearchViewModel search;
    private final Map<Destination, Function<Kit, Screen>> makers;
    private final Map<Destination, Screen> screens = new EnumMap<>(Destination.class);
    private final Map<Destination, ToggleButton> rail = new EnumMap<>(Destination.class);
    private final StackPane centre = new StackPane();
    private final Keys frame;

    /// @param makers of the screens; each runs when its screen is first opened
    public ShellView(
            Kit kit,
            ShellViewModel model,
            SearchViewModel search,
            Map<Destination, Function<Kit, Screen>> makers,
            StatusBar statusBar,
            String siteName,
            Runnable signOut) {
        this.kit = kit;
        this.model = model;
        this.search = search;
        this.makers = makers;
        getStyleClass().add("shell");
        setLeft(rail(siteName, signOut));
        frame = frame();
        var banner = statusBar.banner();
        VBox.setVgrow(centre, Priority.ALWAYS);
        setCenter(new VBox(banner, centre));
        setBottom(statusBar);
        kit.sheets().showWhile(search.open(), () -> new SearchPalette(kit, search));
        model.visit().subscribe(this::show);
        model.news().subscribe(facts -> facts.forEach(fact -> current().changed(fact)));
    }

    private VBox rail(String siteName, Runnable signOut) {
        var group = new ToggleGroup();
        var places = new VBox(1);
        for (var destination : Destination.values()) {
            if (destination.openTo(model.actor())) {
                var button = place(destination);
                button.setToggleGroup(group);
                rail.put(destination, button);
                places.getChildren().add(button);
            }
        }
        var rail = new VBox(14, brand(siteName), searchButton(), places, Kit.spacer());
        rail.getChildren().add(operator(signOut));
        rail.getStyleClass().add("rail");
        return rail;
    }

    private static VBox brand(String siteName) {
        var mark = new StackPane(Kit.icon(Feather.KEY));
        mark.getStyleClass().add("brand-mark");
        var site = Kit.line(siteName, Look.SMALL, Look.MUTED);
        var row = Kit.row(10, mark, Kit.column(0, Kit.line("Lodge", "brand-name"), site));
        return new VBox(row);
    }

    private Button searchButton() {
        var hint = Kit.line(new KeyNames(kit).of(SEARCH), "key-hint");
        var label = Kit.line(kit.text("search.prompt"), Look.MUTED);
        var content = Kit.row(8, Kit.icon(Feather.SEARCH), label, Kit.spacer(), hint);
        hint.setMinWidth(USE_PREF_SIZE);
        var button = new Button(null, content);
        content.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setId("search-open");
        button.setAccessibleText(kit.text("search.title"));
        button.getStyleClass().add("search-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> search.begin());
        return button;
    }

    private ToggleButton place(Destination destination) {
        var text = Wording.of(kit.texts(), "navigation", destination);
        var button = new ToggleButton(text, Kit.icon(destination.icon()));
        button.setId("go-" + destination.name().toLowerCase(java.util.Locale.ROOT));
        button.getStyleClass().add("place");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(
                new javafx.scene.control.Tooltip(
                        kit.text(
                                "navigation.tip",
                                text,
                                new KeyNames(kit).of(Keys.ctrl(destination.key())))));
        button.setOnAction(_ -> model.open(destination));
        model.waiting(destination)
                .subscribe(count -> showWaiting(button, destination, text, count.intValue()));
        return button;
    }

    /// Behind the icon, so that it is seen however narrow the rail is.
    private void showWaiting(ToggleButton button, Destination destination, String text, int count) {
        if (count == 0) {
            button.setGraphic(Kit.icon(destination.icon()));
            button.setAccessibleText(text);
            return;
        }
        var badge = Kit.badge(count > 99 ? "99+" : Integer.toString(count), Look.Tone.CAUTION);
        badge.setId("waiting-" + destination.name().toLowerCase(java.util.Locale.ROOT));
        badge.getStyleClass().add("badge-count");
        badge.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        badge.setTranslateX(10);
        badge.setTranslateY(-8);
        var icon = Kit.icon(destination.icon());
        var both = new StackPane(icon, badge);
        // takes the icon's room, so that the words stay in line with those of the others
        var room = icon.layoutBoundsProperty();
        both.prefWidthProperty().bind(room.map(Bounds::getWidth));
        both.prefHeightProperty().bind(room.map(Bounds::getHeight));
        both.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        both.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        button.setGraphic(both);
        button.setAccessibleText(kit.text("navigation.waiting", text, count));
    }

    private VBox operator(Runnable signOut) {
        var name = Kit.line(model.actor().name(), Look.STRONG);
        var role = Kit.line(Wording.of(kit.texts(), "role", model.actor().role()), Look.SMALL);
        role.getStyleClass().add(Look.MUTED);
        var out = kit.iconButton("sign-out", "sign-out.action", Feather.LOG_OUT, signOut);
        var row =
                Kit.row(
                        10,
                        Pictures.initials(model.actor().name(), 34),
                        Kit.column(0, name, role),
                        Kit.spacer(),
                        out);
        var box = new VBox(row);
        box.getStyleClass().add("rail-foot");
        return box;
    }

    private void show(ShellViewModel.Visit visit) {
        var destination = visit.destination();
        var button = rail.get(destination);
        if (button != null) {
            button.setSelected(true);
        }
        var screen = screen(destination);
        if (centre.getChildren().isEmpty() || centre.getChildren().getFirst() != screen.node()) {
            centre.getChildren().setAll(screen.node());
            screen.node().applyCss(); // what lies in a tab has a scene only then, and can take the
            // keyboard
        }
        screen.shown();
        if (!visit.subject().isEmpty()) {
            screen.open(visit.subject());
        }
    }

    private Screen screen(Destination destination) {
        var shown = screens.get(destination);
        if (shown == null) {
            var maker = makers.get(destination);
            if (maker == null) {
                throw new IllegalStateException("No screen for " + destination);
            }
            shown = maker.apply(kit);
            screens.put(destination, shown);
        }
        return shown;
    }

    private Screen current() {
        return screen(model.visit().get().destination());
    }

    /// What keys do now: those of the screen, then those of the frame.
    public List<Keys> keys() {
        return List.of(current().keys(), frame);
    }

    private Keys frame() {
        var keys =
                Keys.of("keys.everywhere")
                        .on(SEARCH, "search.title", search::begin)
                        .on(Keys.key(KeyCode.F5), "keys.refresh", () -> current().shown());
        for (var destination : rail.keySet()) {
            keys.on(
                    Keys.ctrl(destination.key()),
                    Wording.key("navigation", destination),
                    () -> model.open(destination));
        }
        return keys;
    }
}
