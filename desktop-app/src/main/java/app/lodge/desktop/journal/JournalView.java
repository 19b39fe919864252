package app.lodge.desktop.journal;

import app.lodge.core.journal.JournalRow;
import app.lodge.desktop.conservation.ConservationStrip;
import app.lodge.desktop.conservation.ConservationViewModel;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Tabs;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The journal's rows, newest first, the chosen one's content; its seals, verification and export; over
/// them the strip that says whether the books agree.
public final class JournalView implements Screen {

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
                                        new JournalFilters(kit, model.filter()).node(),
                                        table,
                                        new EntryPane(kit, model.entry()).node()))
                        .add("journal.tab-seals", pane.list());
        var strip = new ConservationStrip(kit, conservation).node();
        return Kit.column(16, strip, pane.verification(), tabs.pane());
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
        Tables.filtered(table, model.filter());
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
