package app.lodge.desktop.journal;

import app.lodge.core.journal.JournalRow;
import app.lodge.desktop.conservation.ConservationStrip;
import app.lodge.desktop.conservation.ConservationViewModel;
import app.lodge.desktop.journal.JournalViewModel.Topic;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Tabs;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The journal's rows, newest first, the chosen one's content; its seals, verification and export; over
/// them the strip that says whether the books agree.
public final class JournalView implements Screen {

    private static final int REASON_WIDTH = 300;

    private final Kit kit;
    private final JournalViewModel model;
    private final SealsViewModel seals;
    private final ConservationViewModel conservation;
    private final PageFrame frame;

    public JournalView(
            Kit kit,
            JournalViewModel model,
            SealsViewModel seals,
            ConservationViewModel conservation) {
        this.kit = kit;
        this.model = model;
        this.seals = seals;
        this.conservation = conservation;
        var export =
                kit.button("journal-export", "journal.export", Feather.DOWNLOAD, seals::export);
        export.disableProperty().bind(seals.exporting());
        var verify = kit.primary("journal-verify", "journal.verify", Feather.SHIELD, seals::verify);
        verify.disableProperty().bind(seals.verifying());
        frame = new PageFrame(kit, "journal.title", "journal.subtitle", content(), export, verify);
    }

    private Node content() {
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        var pane = new SealsPane(kit, seals);
        var tabs =
                new Tabs(kit, "journal-tabs", "journal.title")
                        .add(
                                "journal.tab-rows",
                                Kit.column(
                                        14,
                                        filters(),
                                        table,
                                        new EntryPane(kit, model.entry()).node()))
                        .add("journal.tab-seals", pane.list());
        var strip = new ConservationStrip(kit, conservation).node();
        return Kit.column(16, strip, pane.verification(), tabs.pane());
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
        var actor = form.text("actor", model.actor(), kit.text("journal.actor-prompt"));
        var row =
                Form.row(
                        topic,
                        subject,
                        actor,
                        form.labelled("from", from),
                        form.labelled("until", until));
        row.getStyleClass().add("filter-row");
        var reason =
                form.optionalChoice(
                        "purpose",
                        model.purposes(),
                        model.purpose(),
                        value -> Wording.of(kit.texts(), "look-purpose", value));
        reason.setMinWidth(REASON_WIDTH);
        var missing = Kit.paragraph(kit.text("journal.reason-missing"), Look.STRONG);
        Kit.showWhen(model.reasonMissing(), missing);
        HBox.setHgrow(missing, Priority.ALWAYS);
        var second = Kit.row(14, reason, missing);
        second.getStyleClass().add("filter-row");
        return Kit.column(8, row, Kit.showWhen(model.aboutHolder(), second));
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
        table.getSelectionModel().selectedItemProperty().subscribe(model.entry().chosen()::set);
        return table;
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        model.refresh();
        seals.refresh();
        conservation.refresh();
    }
}
