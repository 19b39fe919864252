package app.lodge.desktop.stock;

import app.lodge.core.media.MediumKind;
import app.lodge.core.stock.Blank.Carrier;
import app.lodge.core.stock.Place;
import app.lodge.core.stock.StockState;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import app.lodge.desktop.stock.MoveForm.Kind;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The sheets over what lies where: a place, a kind of blank, pieces that go elsewhere.
final class StockSheets {

    private final Kit kit;
    private final StockViewModel model;

    StockSheets(Kit kit, StockViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet place() {
        var place = model.place();
        var form = new Form(kit, "stock-place", place.asking().problems());
        var body =
                new VBox(
                        16,
                        form.text("name", place.name()),
                        Form.row(
                                form.choice(
                                        "kind",
                                        List.of(Place.Kind.values()),
                                        place.kind(),
                                        kind -> Wording.of(kit.texts(), "stock-place-kind", kind)),
                                form.text("workstation", place.workstation())),
                        form.text("lowAt", place.lowAt()),
                        Kit.paragraph(kit.text("stock-place.low-note"), Look.SMALL, Look.MUTED),
                        Kit.showWhen(
                                place.kind().map(kind -> kind == Place.Kind.BRANCH),
                                form.toggle("delegated", place.delegated())),
                        form.otherProblems());
        var save = kit.primary("place-save", "settings.save", Feather.CHECK, place::save);
        save.disableProperty().bind(place.asking().busy());
        form.focusFirst();
        return new Sheet(
                        kit,
                        kit.text(place.isNew() ? "stock-place.title-new" : "stock-place.title"),
                        520,
                        body,
                        place.asking().open())
                .primary(save);
    }

    Sheet blank() {
        var blank = model.blank();
        var form = new Form(kit, "stock-blank", blank.asking().problems());
        var body =
                new VBox(
                        16,
                        form.text("name", blank.name()),
                        Form.row(
                                form.choice(
                                        "kind",
                                        List.of(MediumKind.values()),
                                        blank.kind(),
                                        kind -> Wording.of(kit.texts(), "medium.kind", kind)),
                                form.choice(
                                        "carrier",
                                        List.of(Carrier.values()),
                                        blank.carrier(),
                                        one -> Wording.of(kit.texts(), "stock-carrier", one))),
                        Form.row(
                                form.text("chip", blank.chip()),
                                form.text("thickness", blank.thickness())),
                        form.toggle("printed", blank.printed()),
                        form.toggle("stripe", blank.stripe()),
                        form.otherProblems());
        var save = kit.primary("blank-save", "settings.save", Feather.CHECK, blank::save);
        save.disableProperty().bind(blank.asking().busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("stock-blank.title"), 560, body, blank.asking().open())
                .primary(save);
    }

    Sheet move() {
        var move = model.move();
        var form = new Form(kit, "stock-move", move.asking().problems());
        var kind = move.kind().get();
        var body = new VBox(16);
        var shelf = move.shelf();
        if (shelf != null) {
            body.getChildren()
                    .add(
                            Kit.paragraph(
                                    StockViewModel.name(shelf.delivery())
                                            + ", "
                                            + shelf.place().name(),
                                    Look.STRONG));
        }
        if (kind != Kind.DESTROY) {
            body.getChildren()
                    .add(
                            form.choice(
                                    "state",
                                    List.of(
                                            StockState.BLANK,
                                            StockState.PREPARED,
                                            StockState.RETURNED),
                                    move.state(),
                                    state -> Wording.of(kit.texts(), "stock-state", state)));
        }
        switch (kind) {
            case HAND_OVER ->
                    body.getChildren()
                            .addAll(
                                    Form.row(
                                            form.optionalChoice(
                                                    "to", move.places(), move.to(), Place::name),
                                            form.text("pieces", move.pieces())),
                                    form.labelled("serials", serials(move)));
            case WRITE_OFF ->
                    body.getChildren()
                            .addAll(
                                    Form.row(
                                            form.choice(
                                                    "reason",
                                                    MoveForm.reasons(),
                                                    move.reason(),
                                                    why ->
                                                            Wording.of(
                                                                    kit.texts(),
                                                                    "stock-reason",
                                                                    why)),
                                            form.text("pieces", move.pieces())),
                                    form.labelled("serials", serials(move)));
            case DESTROY -> body.getChildren().add(form.text("pieces", move.pieces()));
        }
        body.getChildren().add(form.otherProblems());
        var save =
                kit.primary(
                        "move-do", Wording.key("stock-move.do", kind), Feather.CHECK, move::save);
        save.disableProperty().bind(move.asking().busy());
        form.focus(
                switch (kind) {
                    case HAND_OVER -> "to";
                    case WRITE_OFF -> "reason";
                    case DESTROY -> "pieces";
                });
        var title = Wording.of(kit.texts(), "stock-move.title", kind);
        return new Sheet(kit, title, 540, body, move.asking().open()).primary(save);
    }

    private static TextArea serials(MoveForm move) {
        var area = new TextArea();
        area.textProperty().bindBidirectional(move.serials());
        area.setPrefRowCount(4);
        return area;
    }
}
