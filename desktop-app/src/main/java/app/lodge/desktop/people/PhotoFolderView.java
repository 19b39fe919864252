package app.lodge.desktop.people;

import app.lodge.desktop.people.PhotoFolderViewModel.Step;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Pictures;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import app.lodge.personalization.photos.FolderPhoto;
import app.lodge.personalization.photos.FolderPhoto.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A folder of photographs: whose each file is, what will be cut out, and why others are left.
final class PhotoFolderView {

    private static final double WIDTH = 940;
    private static final double ROW = 92;

    private final Kit kit;
    private final PhotoFolderViewModel model;
    private final TableView<FolderPhoto> table;

    PhotoFolderView(Kit kit, PhotoFolderViewModel model) {
        this.kit = kit;
        this.model = model;
        table = table();
    }

    Sheet sheet() {
        var place = new StackPane();
        place.setAlignment(Pos.TOP_LEFT);
        model.step().subscribe(step -> place.getChildren().setAll(page(step)));
        var sheet = new Sheet(kit, kit.text("photo-folder.title"), WIDTH, place, model.open());
        var adjust =
                kit.button(
                        "photo-folder-adjust", "photo-folder.adjust", Feather.CROP, this::adjust);
        Kit.showWhen(model.step().map(step -> step == Step.PREVIEW), adjust);
        var selected = table.getSelectionModel().selectedItemProperty();
        adjust.disableProperty()
                .bind(
                        model.busy()
                                .or(
                                        Bindings.createBooleanBinding(
                                                () -> !ready(selected.get()), selected)));
        var keep =
                kit.primary("photo-folder-keep", "photo-folder.keep", Feather.CHECK, model::keep);
        Kit.showWhen(
                Bindings.createBooleanBinding(
                        () -> model.step().get() == Step.PREVIEW && model.count(State.READY) > 0,
                        model.step()),
                keep);
        keep.disableProperty().bind(model.busy());
        var progress = kit.message(model.progress(), Look.SMALL, Look.MUTED);
        return sheet.aside(progress).action(adjust).primary(keep);
    }

    private static boolean ready(@Nullable FolderPhoto photo) {
        return photo != null && photo.state() == State.READY;
    }

    private void adjust() {
        var chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.adjust(chosen);
        }
    }

    private Node page(Step step) {
        return switch (step) {
            case CHOOSE -> choosePage();
            case PREVIEW -> Kit.column(14, filters(), table, hint("photo-folder.nothing-yet"));
            case RESULT ->
                    Kit.column(
                            14,
                            filters(),
                            table,
                            hint(
                                    "photo-folder.result",
                                    model.keptCount(),
                                    model.count(State.AMBIGUOUS)
                                            + model.count(State.NOBODY)
                                            + model.count(State.UNUSABLE),
                                    model.count(State.PROPOSED)));
        };
    }

    private Node hint(String key, Object... arguments) {
        var hint = Kit.paragraph(kit.text(key, arguments), Look.MUTED);
        hint.setId("photo-folder-said");
        return hint;
    }

    private Node choosePage() {
        var choose =
                kit.primary(
                        "photo-folder-choose",
                        "photo-folder.choose-action",
                        Feather.FOLDER,
                        model::choose);
        choose.disableProperty().bind(model.busy());
        var empty =
                kit.empty(
                        Feather.IMAGE,
                        "photo-folder.choose-title",
                        "photo-folder.choose-advice",
                        choose);
        empty.setMinHeight(300);
        return empty;
    }

    private Node filters() {
        var group = new ToggleGroup();
        var filters = Kit.row(0);
        var all = filter(group, kit.text("photo-folder.all", model.count()), Optional.empty());
        all.setSelected(true);
        filters.getChildren().add(all);
        for (var state : State.values()) {
            if (model.count(state) > 0) {
                var words = Wording.of(kit.texts(), "folder-photo", state);
                var counted = kit.text("photo-folder.of-state", words, model.count(state));
                filters.getChildren().add(filter(group, counted, Optional.of(state)));
            }
        }
        var pills = filters.getChildren();
        for (int i = 0; i < pills.size(); i++) {
            pills.get(i)
                    .getStyleClass()
                    .add(
                            i == 0
                                    ? "left-pill"
                                    : i == pills.size() - 1 ? "right-pill" : "center-pill");
        }
        return filters;
    }

    private ToggleButton filter(ToggleGroup group, String words, Optional<State> state) {
        var button = new ToggleButton(words);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.show(state);
        });
        return button;
    }

    private TableView<FolderPhoto> table() {
        var made =
                Tables.table(
                        "photo-folder-rows",
                        kit.text("photo-folder.title"),
                        model.rows(),
                        Kit.line(kit.text("photo-folder.no-rows"), Look.MUTED));
        made.getColumns()
                .addAll(
                        List.of(
                                Tables.node(kit.text("photo-folder.cut"), 60, this::picture),
                                Tables.text(kit.text("photo-folder.file"), 160, FolderPhoto::name),
                                Tables.node(kit.text("photo-folder.state"), 120, this::state),
                                Tables.text(kit.text("photo-folder.number"), 84, this::number),
                                Tables.text(kit.text("photo-folder.person"), 150, this::person),
                                Tables.node(kit.text("photo-folder.notes"), 310, this::notes)));
        made.setFixedCellSize(ROW);
        made.setPrefHeight(390);
        Tables.openedBy(made, model::adjust);
        made.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                adjust();
            }
        });
        return made;
    }

    private @Nullable Node picture(FolderPhoto photo) {
        return photo.thumbnail().length == 0
                ? null
                : Pictures.rounded(Pictures.of(photo.thumbnail()), 42, 54);
    }

    private Node state(FolderPhoto photo) {
        return Kit.badge(
                Wording.of(kit.texts(), "folder-photo", photo.state()),
                switch (photo.state()) {
                    case READY -> Look.Tone.ACCENT;
                    case KEPT -> Look.Tone.GOOD;
                    case PROPOSED -> Look.Tone.ACCENT;
                    case UNCHANGED -> Look.Tone.NEUTRAL;
                    case AMBIGUOUS -> Look.Tone.CAUTION;
                    case NOBODY, UNUSABLE -> Look.Tone.BAD;
                });
    }

    private String number(FolderPhoto photo) {
        return photo.person().map(person -> "%07d".formatted(person.id().number())).orElse("");
    }

    private String person(FolderPhoto photo) {
        return photo.person().map(person -> person.details().listName()).orElse("");
    }

    /// Cut where there are too many; whole as a tip.
    private Node notes(FolderPhoto photo) {
        var said =
                photo.notes().stream()
                        .map(note -> Wording.of(kit.texts(), note))
                        .collect(Collectors.joining("\n"));
        var words = Kit.paragraph(said, Look.SMALL);
        words.setMinHeight(0);
        words.setMaxHeight(ROW - 6);
        if (!said.isEmpty()) {
            words.setTooltip(new Tooltip(said));
        }
        return words;
    }
}
