package app.lodge.desktop.settings;

import app.lodge.desktop.plans.PlanBoardView;
import app.lodge.desktop.plans.PlansPanel;
import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Wording;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.desktop.shell.Zoom;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Site and operators at the left, this workstation at the right.
public final class SettingsView implements Screen {

    private final Kit kit;
    private final SettingsViewModel model;
    private final PageFrame frame;
    private final StackPane both = new StackPane();
    private final Readers readers;

    /// While plans are edited.
    private @Nullable PlanBoardView editor;

    /// @param reader and `printer`: the choices that the card desk also shows
    /// @param networkPrinter where one is named that is not found
    public SettingsView(
            Kit kit,
            SettingsViewModel model,
            Supplier<? extends Control> reader,
            Supplier<? extends Control> printer,
            Supplier<? extends Node> networkPrinter,
            Readers readers) {
        this.kit = kit;
        this.model = model;
        this.readers = readers;
        var left =
                new VBox(
                        20,
                        workstation(reader.get(), printer.get(), networkPrinter.get()),
                        new OwnAccessPanel(kit, model.ownAccess()).node(),
                        readers.node());
        var columns = new HBox(20);
        if (model.site().mayChange()) {
            left.getChildren().addFirst(site());
        }
        columns.getChildren().add(left);
        var right = new VBox(20);
        if (model.operators().mayChange()) {
            right.getChildren()
                    .addAll(
                            new OperatorsPanel(kit, model).node(),
                            new RolesPanel(kit, model.roles()).node());
        }
        if (model.cardKeys().mayChange()) {
            right.getChildren()
                    .add(new CardKeysPanel(kit, model.cardKeys(), model.ceremony()).node());
        }
        if (model.purseRules().mayChange()) {
            right.getChildren().add(new PurseRulesPanel(kit, model.purseRules()).node());
        }
        if (model.photoRules().mayChange()) {
            right.getChildren().add(new PhotoRulesPanel(kit, model.photoRules()).node());
        }
        if (model.selfServiceRules().mayChange()) {
            right.getChildren()
                    .add(new SelfServiceRulesPanel(kit, model.selfServiceRules()).node());
        }
        if (model.mediaRules().mayChange()) {
            left.getChildren().add(new MediaRulesPanel(kit, model.mediaRules()).node());
        }
        if (model.pinRules().mayChange()) {
            left.getChildren().add(new PinRulesPanel(kit, model.pinRules()).node());
        }
        if (model.plans().mayChange()) {
            left.getChildren().add(new PlansPanel(kit, model.plans()).node());
        }
        if (model.pointTypes().mayChange()) {
            left.getChildren().add(new PointTypesPanel(kit, model.pointTypes()).node());
        }
        if (!right.getChildren().isEmpty()) {
            columns.getChildren().add(right);
        }
        columns.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
        columns.getChildren().forEach(node -> ((VBox) node).setPrefWidth(480));
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        frame = new PageFrame(kit, "settings.title", "settings.subtitle", scroll);
        model.plans().open().subscribe(this::show);
    }

    /// The editor of plans needs the whole screen.
    private void show(boolean plans) {
        if (plans) {
            var board = new PlanBoardView(kit, model.plans());
            editor = board;
            both.getChildren().setAll(board.node());
            board.begin();
        } else {
            editor = null;
            both.getChildren().setAll(frame);
        }
    }

    private Node site() {
        var site = model.site();
        var form = new Form(kit, "site", site.problems());
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        var save = kit.primary("site-save", "settings.save", Feather.CHECK, site::save);
        save.disableProperty().bind(site.busy());
        return kit.panel(
                "settings.site",
                form.text("name", site.name()),
                Form.row(
                        form.choice("zone", zones, site.zone(), zone -> zone),
                        form.choice(
                                "language",
                                WorkstationSettings.LANGUAGES,
                                site.language(),
                                SettingsView::tongue)),
                Form.row(
                        form.text("maximumBalance", site.maximumBalance(), site.currency()),
                        form.text("holdMinutes", site.holdMinutes())),
                Form.row(
                        form.text("lateAfterMinutes", site.lateAfterMinutes()),
                        form.text("smallestGroup", site.smallestGroup())),
                Kit.paragraph(kit.text("settings.smallest-group-note"), Look.SMALL, Look.MUTED),
                Kit.paragraph(
                        kit.text("settings.currency-fixed-note", site.currency()),
                        Look.SMALL,
                        Look.MUTED),
                form.otherProblems(),
                Kit.row(0, Kit.spacer(), save));
    }

    private Node workstation(Control reader, Control printer, Node networkPrinter) {
        var form = new Form(kit, "workstation", FXCollections.observableArrayList());
        return kit.panel(
                "settings.workstation",
                Form.row(
                        form.choice(
                                "language",
                                WorkstationSettings.LANGUAGES,
                                model.workstation().language(),
                                SettingsView::tongue),
                        form.choice(
                                "theme",
                                List.of(Appearance.Theme.values()),
                                model.workstation().theme(),
                                value -> Wording.of(kit.texts(), "settings.theme", value)),
                        form.choice(
                                "zoom",
                                Zoom.STEPS,
                                model.workstation().zoom(),
                                step -> kit.text("settings.per-cent", step))),
                Form.row(form.labelled("reader", reader), form.labelled("printer", printer)),
                networkPrinter);
    }

    /// A language in its own words: whoever needs it can read it.
    static String tongue(String tag) {
        var locale = Locale.forLanguageTag(tag);
        var name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    @Override
    public Node node() {
        return both;
    }

    @Override
    public Keys keys() {
        return editor == null ? Keys.none() : editor.keys();
    }

    @Override
    public void shown() {
        if (!model.plans().open().get()) {
            model.refresh();
            readers.refresh();
        }
    }

    /// The list of card readers, which the card desk has.
    public interface Readers {

        Node node();

        /// Looks again.
        void refresh();
    }
}
