package app.lodge.desktop.carddesk;

import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.personalization.issuing.Lacking;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Who lacks a photograph or a signature, and whether their cards are printed all the same. Enter never
/// prints them.
final class MissingView {

    private static final double WIDTH = 640;
    private static final double ROW = 44;
    private static final int ROWS = 8;

    private final Kit kit;
    private final MissingViewModel model;

    MissingView(Kit kit, MissingViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet sheet() {
        var list = new ListView<Lacking>(model.lacking());
        list.setId("missing-people");
        list.setAccessibleText(kit.text("missing.title"));
        list.setCellFactory(_ -> new LackingCell());
        list.setFixedCellSize(ROW);
        double height = ROW * Math.min(ROWS, model.lacking().size()) + 6;
        list.setPrefHeight(height);
        list.setMinHeight(height);
        var body =
                Kit.column(
                        14,
                        Kit.paragraph(kit.text("missing.says", model.lacking().size())),
                        list,
                        Kit.paragraph(kit.text("missing.advice"), Look.SMALL, Look.MUTED));
        var sheet = new Sheet(kit, kit.text("missing.title"), WIDTH, body, model.open());
        var all = kit.button("missing-print", "missing.print", Feather.PRINTER, model::printAll);
        sheet.action(all);
        if (model.canLeaveOut()) {
            var leave =
                    kit.primary(
                            "missing-leave-out",
                            "missing.leave-out",
                            Feather.USER_X,
                            model::leaveOut);
            sheet.primary(leave);
        }
        return sheet;
    }

    private final class LackingCell extends ListCell<Lacking> {

        /// As wide as the list, so that a long name is shortened and nothing scrolls sideways.
        private LackingCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Lacking item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(item == null || empty ? null : line(item));
            setAccessibleText(item == null || empty ? null : words(item));
        }
    }

    private Node line(Lacking one) {
        var what = Kit.line(kit.text(key(one)), Look.MUTED);
        what.setMinWidth(Region.USE_PREF_SIZE);
        var who = Kit.line(kit.text("missing.person", one.name(), number(one)));
        return Kit.row(12, who, Kit.spacer(), what);
    }

    private String words(Lacking one) {
        return kit.text("missing.line", one.name(), number(one), kit.text(key(one)));
    }

    private static String number(Lacking one) {
        return "%07d".formatted(one.person().number());
    }

    private static String key(Lacking one) {
        return one.photograph() && one.signature()
                ? "missing.both"
                : one.photograph() ? "missing.photograph" : "missing.signature";
    }
}
