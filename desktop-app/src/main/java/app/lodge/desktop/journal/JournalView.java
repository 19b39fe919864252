package app.lodge.desktop.journal;

import app.lodge.core.journal.Journal.Verification;
import app.lodge.core.journal.JournalRow;
import app.lodge.desktop.journal.JournalViewModel.Topic;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Observed;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The journal's rows, newest first, the chosen one's content, and the chain's verification.
public final class JournalView implements Screen {

    private final Kit kit;
    private final JournalViewModel model;
    private final PageFrame frame;

    public JournalView(Kit kit, JournalViewModel model) {
        this.kit = kit;
        this.model = model;
        var verify = kit.primary("journal-verify", "journal.verify", Feather.SHIELD, model::verify);
        verify.disableProperty().bind(model.verifying());
        frame = new PageFrame(kit, "journal.title", "journal.subtitle", content(), verify);
    }

    private Node content() {
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        var panel = Kit.column(14, filters(), table, detail());
        panel.getStyleClass().addAll(Look.PANEL, "panel-table");
        VBox.setVgrow(panel, Priority.ALWAYS);
        return Kit.column(16, verification(), panel);
    }

    private Node filters() {
        var form = new Form(kit, "journal", model.problems());
        var topic =
                form.choice(
                        "topic",
                        List.of(Topic.values()),
                        model.topic(),
                        value -> Wording.of(kit.texts(), "journal.topic", value));
        var subject = form.text("subject", model.subject(), kit.text("journal.subject-prompt"));
        var from = new DatePicker();
        from.valueProperty().bindBidirectional(model.from());
        var until = new DatePicker();
        until.valueProperty().bindBidirectional(model.until());
        var row =
                Form.row(
                        topic, subject, form.labelled("from", from), form.labelled("until", until));
        row.getStyleClass().add("filter-row");
        return row;
    }

    private TableView<JournalRow> table() {
        var table =
                Tables.paged(
                        "journal-rows",
                        kit.text("journal.title"),
                        model.rows(),
                        kit.empty(Feather.ACTIVITY, "journal.none", "journal.none-advice"));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("journal.column.number"),
                                80,
                                row -> String.valueOf(row.number())));
        table.getColumns()
                .add(Tables.time(kit.text("journal.column.at"), row -> kit.time(row.at())));
        table.getColumns().add(Tables.text(kit.text("journal.column.kind"), 180, JournalRow::kind));
        table.getColumns()
                .add(Tables.text(kit.text("journal.column.subject"), 120, JournalRow::subject));
        table.getColumns()
                .add(Tables.text(kit.text("journal.column.actor"), 130, JournalRow::actor));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("journal.column.workstation"),
                                130,
                                JournalRow::workstation));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> model.chosen().set(row));
        return table;
    }

    private Node detail() {
        var content = new TextArea();
        content.setEditable(false);
        content.setWrapText(true);
        content.setPrefRowCount(4);
        content.setId("journal-content");
        content.setAccessibleText(kit.text("journal.content"));
        content.getStyleClass().add(Look.MONO);
        content.textProperty()
                .bind(
                        Observed.map(
                                        model.chosen(),
                                        row -> row.content() + "\n\nSHA-256 " + row.hash())
                                .orElse(""));
        return Kit.showWhen(model.chosen().isNotNull(), content);
    }

    private Node verification() {
        var place = new StackPane();
        model.verification().subscribe(result -> show(place, result));
        return Kit.showWhen(model.verification().isNotNull(), place);
    }

    private void show(StackPane place, @Nullable Verification result) {
        place.getChildren().clear();
        if (result == null) {
            return;
        }
        place.getChildren()
                .add(
                        switch (result) {
                            case Verification.Intact(long rows, var head) ->
                                    banner(
                                            "tone-good",
                                            Feather.CHECK_CIRCLE,
                                            kit.text("journal.intact", rows),
                                            head);
                            case Verification.Broken(long at, var expected, var found) ->
                                    banner(
                                            "tone-bad",
                                            Feather.X_OCTAGON,
                                            kit.text("journal.broken", at),
                                            kit.text("journal.broken-hashes", expected, found));
                        });
    }

    private Node banner(String tone, Ikon icon, String words, String hash) {
        var sentence = Kit.paragraph(words, Look.STRONG);
        sentence.setId("journal-verification");
        var text = Kit.column(3, sentence, Kit.paragraph(hash, Look.MONO, Look.SMALL));
        HBox.setHgrow(text, Priority.ALWAYS);
        var banner = Kit.row(12, Kit.icon(icon), text);
        banner.getStyleClass().addAll("banner", tone);
        return banner;
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        model.refresh();
    }
}
