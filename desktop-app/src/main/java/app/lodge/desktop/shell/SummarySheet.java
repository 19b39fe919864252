package app.lodge.desktop.shell;

import app.lodge.desktop.shell.ManyActs.Refused;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// What became of the chosen rows: how many went, which did not and why, and the way back.
public final class SummarySheet {

    private static final double ROW = 44;
    private static final int SHOWN = 8;

    private SummarySheet() {}

    public static void on(Kit kit, ManyActs acts) {
        kit.sheets().showWhile(acts.open(), () -> of(kit, acts));
    }

    private static Node of(Kit kit, ManyActs acts) {
        var summary = java.util.Objects.requireNonNull(acts.summary().get());
        var done = Kit.paragraph(kit.say(summary.done()), Look.STRONG);
        done.setId("many-done");
        var body = Kit.column(14, done);
        if (!summary.refused().isEmpty()) {
            var table =
                    Tables.table(
                            "many-refused",
                            kit.text("many.refused"),
                            FXCollections.observableArrayList(summary.refused()),
                            Kit.line(""));
            table.getColumns().add(Tables.text(kit.text("many.which"), 180, Refused::name));
            table.getColumns()
                    .add(
                            Tables.sentences(
                                    kit.text("many.why"), 360, refused -> kit.say(refused.why())));
            table.setPrefHeight(ROW * (1 + Math.min(SHOWN, summary.refused().size())));
            body.getChildren()
                    .addAll(Kit.paragraph(kit.text("many.not", summary.refused().size())), table);
        }
        var sheet = new Sheet(kit, kit.text("many.title"), 600, body, acts.open()).informing();
        var undo = summary.undo();
        if (undo != null) {
            sheet.action(kit.button("many-undo", "many.undo", Feather.ROTATE_CCW, undo));
        }
        return sheet.primary(
                kit.primary("many-close", "action.close", null, () -> acts.open().set(false)));
    }
}
