package app.lodge.desktop.bankfiles;

import app.lodge.core.topups.BankFile.Kind;
import app.lodge.core.topups.BankFiles.ReturnRow;
import app.lodge.core.topups.BankFiles.ReturnState;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The sheets over the bank files: a run, the site's bank details, a file of returns.
final class BankSheets {

    private static final double TABLE_HEIGHT = 280;

    private final Kit kit;
    private final BankFilesViewModel model;

    BankSheets(Kit kit, BankFilesViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet run(RunViewModel run) {
        var form = new Form(kit, "bank-run", run.problems());
        var due = new DatePicker();
        due.valueProperty().bindBidirectional(run.dueOn());
        var body =
                new VBox(
                        14,
                        kit.message(run.refusal(), "banner", "tone-caution"),
                        Kit.paragraph(
                                kit.text(
                                        "bank-run.sum",
                                        run.ready(),
                                        kit.texts().money(run.amount()))),
                        rows(run),
                        form.labelled("dueOn", due),
                        form.otherProblems());
        var write = kit.primary("bank-run-do", "bank-run.write", Feather.CHECK, run::write);
        write.disableProperty().bind(run.busy());
        var title =
                kit.text(
                        run.kind() == Kind.COLLECTION
                                ? "bank-run.title-collection"
                                : "bank-run.title-payout");
        return new Sheet(kit, title, 720, body, run.open()).primary(write);
    }

    private TableView<RunViewModel.Row> rows(RunViewModel run) {
        var table =
                Tables.table(
                        "bank-run-rows",
                        kit.text("bank-run.rows"),
                        run.rows(),
                        kit.empty(
                                Feather.CHECK_CIRCLE,
                                "bank-run.nothing",
                                "bank-run.nothing-advice"));
        table.getColumns()
                .add(Tables.text(kit.text("orders.column.holder"), 170, RunViewModel.Row::name));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("orders.column.reference"),
                                120,
                                row -> row.item().reference()));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("orders.column.amount"),
                                100,
                                row -> kit.texts().money(row.item().amount())));
        table.getColumns()
                .add(Tables.node(kit.text("bank-run.column.hinders"), 190, this::hinders));
        table.setPrefHeight(TABLE_HEIGHT);
        table.setMinHeight(160);
        return table;
    }

    private Node hinders(RunViewModel.Row row) {
        var hindrance = row.item().hindrance();
        return hindrance == null
                ? Kit.badge(kit.text("bank-run.goes"), Look.Tone.GOOD)
                : Kit.badge(
                        Wording.of(kit.texts(), "bank-run.hindrance", hindrance), Look.Tone.BAD);
    }

    Sheet creditor() {
        var details = model.details();
        var form = new Form(kit, "bank-creditor", details.problems());
        var body =
                new VBox(
                        14,
                        Form.row(
                                form.text("name", details.value("name")),
                                form.text("creditorId", details.value("creditorId"))),
                        Form.row(
                                form.text("iban", details.value("iban")),
                                form.text("bic", details.value("bic"))),
                        Form.row(
                                form.text("street", details.value("street")),
                                form.text("buildingNumber", details.value("buildingNumber"))),
                        Form.row(
                                form.text("postcode", details.value("postcode")),
                                form.text("town", details.value("town")),
                                form.text("country", details.value("country"), "DE")),
                        form.text("folder", details.value("folder")),
                        Kit.paragraph(
                                kit.text("bank-creditor.folder-note"), Look.SMALL, Look.MUTED),
                        form.otherProblems());
        var save = kit.primary("bank-creditor-save", "settings.save", Feather.CHECK, details::save);
        save.disableProperty().bind(details.busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("bank-creditor.title"), 620, body, details.open())
                .primary(save);
    }

    Sheet returns() {
        var returns = model.returns();
        var form = new Form(kit, "bank-returns", returns.problems());
        var table =
                Tables.table(
                        "bank-returns-rows",
                        kit.text("bank-returns.title"),
                        returns.rows(),
                        kit.empty(
                                Feather.FILE_TEXT,
                                "bank-returns.empty",
                                "bank-returns.empty-advice"));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("bank-returns.column.row"),
                                70,
                                row -> String.valueOf(row.row())));
        table.getColumns()
                .add(Tables.text(kit.text("orders.column.reference"), 170, ReturnRow::reference));
        table.getColumns()
                .add(Tables.text(kit.text("bank-returns.column.reason"), 90, ReturnRow::reason));
        table.getColumns().add(Tables.node(kit.text("orders.column.state"), 250, this::state));
        table.setPrefHeight(TABLE_HEIGHT);
        table.setMinHeight(160);
        var body =
                new VBox(
                        14,
                        Kit.paragraph(kit.text("bank-returns.ready", returns.ready())),
                        table,
                        form.otherProblems());
        var apply =
                kit.primary(
                        "bank-returns-do",
                        "bank-returns.do",
                        Feather.CORNER_UP_LEFT,
                        returns::apply);
        apply.setDisable(returns.ready() == 0);
        return new Sheet(kit, kit.text("bank-returns.title"), 720, body, returns.open())
                .primary(apply);
    }

    private Node state(ReturnRow row) {
        return Kit.badge(
                Wording.of(kit.texts(), "bank-returns.state", row.state()), tone(row.state()));
    }

    private static Look.Tone tone(ReturnState state) {
        return switch (state) {
            case READY -> Look.Tone.ACCENT;
            case RETURNED_NOW -> Look.Tone.GOOD;
            case RETURNED_BEFORE -> Look.Tone.NEUTRAL;
            case UNKNOWN_REFERENCE, REASON_MALFORMED, NOT_COLLECTED -> Look.Tone.BAD;
        };
    }
}
