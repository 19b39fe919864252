package app.lodge.desktop.watch;

import app.lodge.core.devices.DeviceBoard.Level;
import app.lodge.core.devices.DeviceBoard.Presence;
import app.lodge.core.devices.DeviceBoard.Row;
import app.lodge.core.devices.SyncState;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One line for each device, and below the chosen one's faults, fill and versions in words.
final class BoardPane {

    private final Kit kit;
    private final BoardViewModel model;
    private final TableView<Row> table;
    private final VBox details = new VBox(6);

    BoardPane(Kit kit, BoardViewModel model) {
        this.kit = kit;
        this.model = model;
        this.table = table();
    }

    Node node() {
        VBox.setVgrow(table, Priority.ALWAYS);
        details.getStyleClass().add(Look.PANEL);
        model.chosen().subscribe(this::showDetails);
        return Kit.column(12, head(), table, details);
    }

    void focus() {
        table.requestFocus();
    }

    private Node head() {
        var words = new TextField();
        words.setId("board-words");
        words.setPromptText(Kit.plain(kit.text("board.words-prompt")));
        words.setAccessibleText(kit.text("board.words-prompt"));
        words.textProperty().bindBidirectional(model.words());
        words.setPrefWidth(240);
        Tables.leadInto(words, table, table.getSelectionModel());
        var show = new ComboBox<BoardViewModel.Show>();
        show.setId("board-show");
        show.setAccessibleText(kit.text("board.show-prompt"));
        show.getItems().setAll(BoardViewModel.Show.values());
        show.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(BoardViewModel.@Nullable Show value) {
                        return value == null ? "" : Wording.of(kit.texts(), "board.show", value);
                    }

                    @Override
                    public BoardViewModel.Show fromString(String text) {
                        throw new UnsupportedOperationException("Choices are not typed: " + text);
                    }
                });
        show.valueProperty().bindBidirectional(model.show());
        var count = Kit.line("", Look.MUTED);
        count.setId("board-count");
        model.count()
                .subscribe(now ->
                        count.setText(
                                kit.text(
                                        "board.count",
                                        now.all(),
                                        now.online(),
                                        now.faults(),
                                        now.behind())));
        return Kit.row(10, words, show, Kit.spacer(), count);
    }

    private TableView<Row> table() {
        var all =
                Tables.table(
                        "board-table",
                        kit.text("board.title"),
                        model.rows(),
                        kit.empty(Feather.CPU, "board.none", "board.none-advice"));
        var columns = all.getColumns();
        columns.add(Tables.node(kit.text("board.column.device"), 180, this::device));
        columns.add(Tables.node(kit.text("board.column.state"), 98, this::presence));
        columns.add(Tables.node(kit.text("board.column.faults"), 212, this::faults));
        columns.add(Tables.node(kit.text("board.column.fill"), 128, this::fill));
        columns.add(Tables.node(kit.text("board.column.sync"), 122, this::sync));
        columns.add(Tables.node(kit.text("board.column.lists"), 116, this::lists));
        columns.add(Tables.time(kit.text("board.column.contact"), this::contact));
        all.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (row != null) {
                        model.chosen().set(row);
                    }
                });
        Tables.openedBy(all, _ -> model.openChosen());
        model.chosen()
                .subscribe(row -> {
                    if (row == null) {
                        all.getSelectionModel().clearSelection();
                    } else {
                        Tables.choose(all, row);
                    }
                });
        return all;
    }

    private Node device(Row row) {
        var dot = new Region();
        dot.getStyleClass().addAll("dot", dotTone(row).styleClass());
        var words =
                Kit.column(
                        0,
                        Kit.line(row.device().label(), Look.STRONG),
                        Kit.line(
                                row.device().name() + " · " + row.device().place(),
                                Look.SMALL,
                                Look.MUTED));
        var operator = row.operator();
        if (operator != null) {
            words.getChildren()
                    .add(
                            Kit.paragraph(
                                    kit.text("board.operator", operator.name()),
                                    Look.SMALL,
                                    Look.MUTED));
        }
        return Kit.row(10, dot, words);
    }

    private static Look.Tone dotTone(Row row) {
        return switch (row.presence()) {
            case ONLINE -> row.troubled() ? Look.Tone.CAUTION : Look.Tone.GOOD;
            case OFFLINE -> Look.Tone.BAD;
            case NEVER -> Look.Tone.NEUTRAL;
        };
    }

    private Label presence(Row row) {
        return Kit.badge(
                Wording.of(kit.texts(), "board.presence", row.presence()),
                switch (row.presence()) {
                    case ONLINE -> Look.Tone.GOOD;
                    case OFFLINE -> Look.Tone.BAD;
                    case NEVER -> Look.Tone.NEUTRAL;
                });
    }

    private @Nullable Node faults(Row row) {
        if (row.faults().isEmpty()) {
            return null;
        }
        var first = KnownFault.words(kit.texts(), row.faults().getFirst().code());
        var badge = Kit.badge(first, Look.Tone.BAD);
        var more = row.faults().size() - 1;
        return more == 0 ? badge : Kit.row(6, badge, more(more));
    }

    private Label more(int others) {
        var more = Kit.line(kit.text("board.more", others), Look.SMALL, Look.MUTED);
        more.setMinWidth(Region.USE_PREF_SIZE);
        return more;
    }

    private @Nullable Node fill(Row row) {
        var fullest = row.fullest();
        if (fullest == null) {
            return null;
        }
        var bar = new ProgressBar(Math.min(100, fullest.percent()) / 100.0);
        bar.setPrefWidth(46);
        bar.setAccessibleText(level(fullest));
        var percent = Kit.line(kit.text("board.percent", fullest.percent()), Look.NUMERIC);
        percent.setMinWidth(Region.USE_PREF_SIZE);
        if (fullest.nearlyFull()) {
            percent.getStyleClass().add(Look.PROBLEM);
        }
        return Kit.row(8, bar, percent);
    }

    private Label sync(Row row) {
        return Kit.badge(
                Wording.of(kit.texts(), "sync-state", row.sync()),
                switch (row.sync()) {
                    case IN_SYNC -> Look.Tone.GOOD;
                    case PENDING -> Look.Tone.ACCENT;
                    case DRIFTED -> Look.Tone.CAUTION;
                    case FAILED -> Look.Tone.BAD;
                    case UNKNOWN -> Look.Tone.NEUTRAL;
                });
    }

    private Label lists(Row row) {
        return row.listsBehind() == 0
                ? Kit.badge(kit.text("board.lists-current"), Look.Tone.GOOD)
                : Kit.badge(kit.text("board.lists-behind", row.listsBehind()), Look.Tone.CAUTION);
    }

    private String contact(Row row) {
        var at = row.lastContact();
        return at == null ? "–" : kit.time(at);
    }

    private String level(Level level) {
        return kit.text("board.level", level.name(), level.used(), level.capacity());
    }

    private void showDetails(@Nullable Row row) {
        details.setVisible(row != null);
        details.setManaged(row != null);
        if (row == null) {
            return;
        }
        var lines = new ArrayList<Node>();
        var open = kit.button("board-open", "board.open", Feather.ARROW_RIGHT, model::openChosen);
        var title = Kit.line(row.device().label(), Look.STRONG);
        lines.add(Kit.row(10, title, Kit.spacer(), open));
        row.faults()
                .forEach(fault ->
                        lines.add(
                                Kit.paragraph(
                                        kit.text(
                                                "board.fault",
                                                KnownFault.words(kit.texts(), fault.code()),
                                                kit.time(fault.since()),
                                                fault.times()),
                                        Look.PROBLEM)));
        row.levels().forEach(level -> lines.add(Kit.paragraph(level(level))));
        var operator = row.operator();
        if (operator != null) {
            lines.add(
                    Kit.paragraph(
                            kit.text(
                                    "board.operator-since",
                                    operator.name(),
                                    String.valueOf(operator.card()),
                                    kit.time(operator.since()))));
        }
        lines.addAll(versions(row));
        details.getChildren().setAll(lines);
        HBox.setHgrow(title, Priority.SOMETIMES);
    }

    private List<Node> versions(Row row) {
        var lines = new ArrayList<Node>();
        lines.add(
                Kit.paragraph(
                        kit.text(
                                "board.versions",
                                row.desiredVersion(),
                                row.reportedVersion(),
                                row.lastSeq()),
                        Look.MUTED));
        var behind = row.listsBehindSince();
        var at = row.listsAt();
        if (behind != null) {
            lines.add(
                    Kit.paragraph(
                            kit.text("board.lists-behind-since", kit.time(behind)), Look.MUTED));
        } else if (at != null) {
            lines.add(Kit.paragraph(kit.text("board.lists-at", kit.time(at)), Look.MUTED));
        }
        var until = row.device().certificateUntil();
        if (until != null) {
            lines.add(Kit.paragraph(kit.text("board.certificate", kit.time(until)), Look.MUTED));
        }
        if (row.presence() != Presence.NEVER && row.sync() != SyncState.UNKNOWN) {
            lines.add(
                    Kit.paragraph(
                            kit.text("board.clock", row.clockOffsetMillis() / 1000, row.program()),
                            Look.MUTED));
        }
        return lines;
    }
}
