package app.lodge.desktop.bankfiles;

import app.lodge.core.topups.BankFile;
import app.lodge.core.topups.BankFile.Kind;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What waits for the bank above, the files below.
public final class BankFilesPane {

    private final Kit kit;
    private final BankFilesViewModel model;
    private final TableView<BankFile> table;

    public BankFilesPane(Kit kit, BankFilesViewModel model) {
        this.kit = kit;
        this.model = model;
        table = table();
        var sheets = new BankSheets(kit, model);
        kit.sheets()
                .showWhile(
                        model.run(Kind.COLLECTION).open(),
                        () -> sheets.run(model.run(Kind.COLLECTION)));
        kit.sheets()
                .showWhile(model.run(Kind.PAYOUT).open(), () -> sheets.run(model.run(Kind.PAYOUT)));
        kit.sheets().showWhile(model.details().open(), sheets::creditor);
        kit.sheets().showWhile(model.returns().open(), sheets::returns);
    }

    public Node node() {
        var waiting = new HBox(16, card(Kind.COLLECTION), card(Kind.PAYOUT));
        waiting.getChildren().forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
        VBox.setVgrow(table, Priority.ALWAYS);
        return Kit.column(14, waiting, actions(), table);
    }

    /// The keyboard goes to the list.
    public void focus() {
        table.requestFocus();
    }

    private Node card(Kind kind) {
        var run = model.run(kind);
        var amount = Kit.line("", Look.FIGURE);
        var count = Kit.paragraph("", Look.SMALL, Look.MUTED);
        Runnable show =
                () -> {
                    amount.setText(kit.texts().money(run.amount()));
                    count.setText(
                            run.hindered() == 0
                                    ? kit.text("bank-desk.waiting", run.ready())
                                    : kit.text(
                                            "bank-desk.waiting-hindered",
                                            run.ready(),
                                            run.hindered()));
                };
        run.rows().addListener((ListChangeListener<RunViewModel.Row>) _ -> show.run());
        show.run();
        var begin =
                kit.button(
                        "bank-run-" + kind.ordinal(),
                        kind == Kind.COLLECTION ? "bank-desk.collect" : "bank-desk.pay-out",
                        kind == Kind.COLLECTION ? Feather.DOWNLOAD : Feather.UPLOAD,
                        run::begin);
        var words =
                Kit.column(
                        2,
                        Kit.line(
                                Wording.of(kit.texts(), "bank-desk.kind", kind),
                                Look.SMALL,
                                Look.MUTED),
                        amount,
                        count);
        HBox.setHgrow(words, Priority.ALWAYS);
        var card = Kit.row(12, words, begin);
        card.getStyleClass().add("figure-box");
        card.setPrefWidth(300);
        return card;
    }

    private Node actions() {
        var carried =
                kit.button(
                        "bank-carried",
                        "bank-desk.carried",
                        Feather.CHECK_CIRCLE,
                        model::carriedOut);
        carried.disableProperty()
                .bind(
                        model.chosen()
                                .map(file -> !BankFilesViewModel.confirmable(file))
                                .orElse(true));
        var again =
                kit.button("bank-resume", "bank-desk.write-again", Feather.REPEAT, model::resume);
        Runnable offer = () -> again.setDisable(!model.anyStored());
        model.files().addListener((ListChangeListener<BankFile>) _ -> offer.run());
        offer.run();
        var returns =
                kit.button(
                        "bank-returns",
                        "bank-desk.returns",
                        Feather.CORNER_UP_LEFT,
                        model.returns()::choose);
        var row =
                Kit.row(
                        8,
                        Kit.line(kit.text("bank-desk.files"), "section-title"),
                        Kit.spacer(),
                        carried,
                        again,
                        returns);
        if (model.mayChangeDetails()) {
            row.getChildren()
                    .add(
                            kit.button(
                                    "bank-details",
                                    "bank-desk.details",
                                    Feather.EDIT_2,
                                    model::changeDetails));
        }
        return row;
    }

    private TableView<BankFile> table() {
        var all =
                Tables.table(
                        "bank-files",
                        kit.text("bank-desk.files"),
                        model.files(),
                        kit.empty(Feather.FILE_TEXT, "bank-desk.none", "bank-desk.none-advice"));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("bank-desk.column.kind"),
                                150,
                                file -> Wording.of(kit.texts(), "bank-desk.kind", file.kind())));
        all.getColumns().add(Tables.text(kit.text("bank-desk.column.file"), 210, BankFile::name));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("bank-desk.column.due"),
                                110,
                                file -> kit.day(file.dueOn())));
        all.getColumns()
                .add(
                        Tables.number(
                                kit.text("bank-desk.column.payments"),
                                100,
                                file -> String.valueOf(file.orders())));
        all.getColumns()
                .add(
                        Tables.number(
                                kit.text("bank-desk.column.amount"),
                                110,
                                file -> kit.texts().money(file.amount())));
        all.getColumns().add(Tables.node(kit.text("bank-desk.column.state"), 150, this::state));
        all.getSelectionModel().selectedItemProperty().subscribe(file -> model.chosen().set(file));
        return all;
    }

    private Node state(BankFile file) {
        return Kit.badge(
                Wording.of(kit.texts(), "bank-desk.state", file.state()),
                switch (file.state()) {
                    case STORED -> Look.Tone.BAD;
                    case WRITTEN -> Look.Tone.ACCENT;
                    case CARRIED_OUT -> Look.Tone.GOOD;
                });
    }
}
