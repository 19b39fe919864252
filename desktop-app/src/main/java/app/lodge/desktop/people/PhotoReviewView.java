package app.lodge.desktop.people;

import app.lodge.core.people.PhotoReason;
import app.lodge.core.people.PhotoState;
import app.lodge.core.people.Photograph;
import app.lodge.desktop.people.PhotoReviewViewModel.Row;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Pictures;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A list of photographs at the left, the chosen one large at the right, decided by a key each.
final class PhotoReviewView {

    private static final double WIDTH = 900;
    private static final double SHOWN_WIDTH = 280;
    private static final double SHOWN_HEIGHT = 360;
    private static final double ROWS_HEIGHT = 470;

    private final Kit kit;
    private final PhotoReviewViewModel model;
    private final TableView<Row> table;

    PhotoReviewView(Kit kit, PhotoReviewViewModel model) {
        this.kit = kit;
        this.model = model;
        table = table();
    }

    Sheet sheet() {
        var person = model.whose();
        var title =
                person == null
                        ? kit.text("photo-review.title")
                        : kit.text("photo-review.title-of", person.details().fullName());
        var next =
                kit.button(
                        "photo-review-more",
                        "photo-review.more",
                        Feather.CHEVRON_DOWN,
                        model::showMore);
        next.disableProperty().bind(model.busy());
        Kit.showWhen(model.more(), next);
        var list = Kit.column(10, table, next);
        HBox.setHgrow(list, Priority.ALWAYS);
        var body = new HBox(18, list, large());
        var sheet = new Sheet(kit, title, WIDTH, body, model.open()).informing();
        sheet.aside(kit.message(model.count(), Look.SMALL, Look.MUTED));
        if (model.mayDecide()) {
            decisions(sheet);
            keys().bindTo(sheet);
        }
        return sheet;
    }

    private void decisions(Sheet sheet) {
        var undo = kit.button("photo-undo", "photo-review.undo", Feather.ROTATE_CCW, model::undo);
        undo.disableProperty().bind(model.busy().or(model.last().isNull()));
        var reject = kit.button("photo-reject", "photo-review.reject", Feather.X, model::reject);
        reject.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.busy().get() || !model.canReject(model.chosen().get()),
                                model.busy(),
                                model.chosen()));
        var approve =
                kit.primary("photo-approve", "photo-review.approve", Feather.CHECK, model::approve);
        approve.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.busy().get() || !model.canApprove(model.chosen().get()),
                                model.busy(),
                                model.chosen()));
        sheet.action(undo).action(reject).primary(approve);
    }

    private Keys keys() {
        return Keys.of("keys.photo-review")
                .on(Keys.ctrl(KeyCode.ENTER), "keys.photo-review.approve", model::approve)
                .on(Keys.key(KeyCode.DELETE), "keys.photo-review.reject", model::reject)
                .on(Keys.ctrl(KeyCode.Z), "keys.photo-review.undo", model::undo);
    }

    private TableView<Row> table() {
        var rows =
                Tables.table(
                        "photo-review-rows",
                        kit.text("photo-review.title"),
                        model.rows(),
                        model.whose() == null
                                ? kit.empty(
                                        Feather.CHECK_CIRCLE,
                                        "photo-review.none",
                                        "photo-review.none-advice")
                                : kit.empty(
                                        Feather.IMAGE,
                                        "photo-review.none-of",
                                        "photo-review.none-of-advice"));
        rows.setMinHeight(ROWS_HEIGHT);
        rows.setPrefHeight(ROWS_HEIGHT);
        rows.getColumns()
                .add(
                        Tables.time(
                                kit.text("photo-review.column.taken"),
                                row -> kit.time(row.photograph().takenAt())));
        rows.getColumns()
                .add(
                        Tables.text(
                                kit.text("photo-review.column.person"),
                                170,
                                row -> row.person().details().listName()));
        rows.getColumns()
                .add(
                        Tables.node(
                                kit.text("photo-review.column.state"),
                                120,
                                row -> state(row.photograph())));
        rows.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (row != null) {
                        model.chosen().set(row);
                    }
                });
        model.chosen()
                .subscribe(row -> {
                    if (row == null) {
                        rows.getSelectionModel().clearSelection();
                    } else {
                        Tables.choose(rows, row);
                    }
                });
        return rows;
    }

    private Node state(Photograph photo) {
        return Kit.badge(
                Wording.of(kit.texts(), "photo-state", photo.state()),
                switch (photo.state()) {
                    case PROPOSED -> Look.Tone.ACCENT;
                    case APPROVED -> Look.Tone.GOOD;
                    case REJECTED -> Look.Tone.BAD;
                    case REPLACED -> Look.Tone.NEUTRAL;
                });
    }

    private Node large() {
        var place = new StackPane();
        place.setId("photo-large");
        place.setMinSize(SHOWN_WIDTH, SHOWN_HEIGHT);
        place.setMaxSize(SHOWN_WIDTH, SHOWN_HEIGHT);
        place.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        place.setAccessibleText(kit.text("photo-review.large"));
        model.picture()
                .subscribe(shown -> {
                    place.getChildren().clear();
                    if (shown != null) {
                        place.getChildren()
                                .add(
                                        Pictures.rounded(
                                                Pictures.of(shown.jpeg()),
                                                SHOWN_WIDTH,
                                                SHOWN_HEIGHT));
                    }
                });
        var words = Kit.paragraph("", Look.SMALL, Look.MUTED);
        words.setId("photo-words");
        words.setMaxWidth(SHOWN_WIDTH);
        words.setMinHeight(36);
        words.setAlignment(Pos.TOP_LEFT);
        words.textProperty().bind(model.chosen().map(this::words).orElse(""));
        var column = Kit.column(12, place, words);
        if (model.mayDecide()) {
            var form = new Form(kit, "photo-review", FXCollections.observableArrayList());
            column.getChildren()
                    .add(
                            form.choice(
                                    "reason",
                                    List.of(PhotoReason.values()),
                                    model.reason(),
                                    reason -> Wording.of(kit.texts(), "photo-reason", reason)));
        }
        return column;
    }

    /// How it came, and what was decided by whom.
    private String words(@Nullable Row row) {
        if (row == null) {
            return "";
        }
        var photo = row.photograph();
        var reason = photo.reason();
        var at = photo.decidedAt();
        return Stream.of(
                        Wording.of(kit.texts(), "photo-source", photo.source()),
                        photo.takenBy(),
                        at == null || photo.state() == PhotoState.PROPOSED
                                ? ""
                                : kit.text("photo-review.decided", kit.time(at), photo.decidedBy()),
                        reason == null ? "" : Wording.of(kit.texts(), "photo-reason", reason))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
