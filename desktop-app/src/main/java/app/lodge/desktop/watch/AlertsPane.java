package app.lodge.desktop.watch;

import app.lodge.core.watch.Alert;
import app.lodge.core.watch.Watch;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.SummarySheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.ArrayList;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The alerts, and of the chosen one whom it was told.
final class AlertsPane {

    private final Kit kit;
    private final AlertsViewModel model;
    private final VBox details = new VBox(6);

    AlertsPane(Kit kit, AlertsViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        details.getStyleClass().add(Look.PANEL);
        model.chosen().subscribe(this::show);
        model.messages()
                .addListener((ListChangeListener<Watch.Message>) _ -> show(model.chosen().get()));
        SummarySheet.on(kit, model.acts());
        var acknowledge =
                Tables.several(
                        kit,
                        table,
                        kit.primary(
                                "alert-acknowledge",
                                "watch.acknowledge",
                                Feather.CHECK,
                                () ->
                                        Tables.chosen(
                                                table,
                                                all -> model.acknowledge(all, this::sentence))),
                        "watch.acknowledge-several");
        var chosen = table.getSelectionModel().getSelectedItems();
        acknowledge
                .disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        model.busy().get()
                                                || model.acts().busy().get()
                                                || chosen.stream().noneMatch(Alert::waits),
                                chosen,
                                model.busy(),
                                model.acts().busy()));
        var open =
                kit.button(
                        "alert-open",
                        "watch.open",
                        Feather.ARROW_RIGHT,
                        () -> {
                            var alert = model.chosen().get();
                            if (alert != null) {
                                model.open(alert.subject());
                            }
                        });
        open.disableProperty().bind(model.chosen().isNull());
        return Kit.column(12, Kit.row(10, Kit.spacer(), open, acknowledge), table, details);
    }

    private TableView<Alert> table() {
        var table =
                Tables.table(
                        "alerts-table",
                        kit.text("watch.alerts"),
                        model.alerts(),
                        kit.empty(Feather.BELL, "watch.no-alerts", "watch.no-alerts-advice"));
        var columns = table.getColumns();
        columns.add(Tables.node(kit.text("watch.column.state"), 130, this::state));
        columns.add(Tables.text(kit.text("watch.column.what"), 440, this::sentence));
        columns.add(
                Tables.number(
                        kit.text("watch.column.times"), 76, one -> String.valueOf(one.times())));
        columns.add(Tables.time(kit.text("watch.column.since"), one -> kit.time(one.raisedAt())));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> {
                    if (one != null) {
                        model.chosen().set(one);
                    }
                });
        model.chosen().subscribe(one -> Tables.choose(table, one));
        Tables.openedBy(table, one -> model.open(one.subject()));
        return table;
    }

    private String sentence(Alert alert) {
        return kit.text(
                Wording.key("watch.alert", alert.matter()),
                alert.what(),
                alert.amount(),
                KnownFault.words(kit.texts(), alert.code()));
    }

    private Label state(Alert alert) {
        if (alert.endedAt() != null) {
            return Kit.badge(kit.text("watch.state.over"), Look.Tone.NEUTRAL);
        }
        if (alert.acknowledgedAt() != null) {
            return Kit.badge(kit.text("watch.state.known"), Look.Tone.ACCENT);
        }
        return alert.escalatedAt() != null
                ? Kit.badge(kit.text("watch.state.escalated"), Look.Tone.BAD)
                : Kit.badge(kit.text("watch.state.waits"), Look.Tone.BAD);
    }

    private void show(@Nullable Alert alert) {
        details.setVisible(alert != null);
        details.setManaged(alert != null);
        if (alert == null) {
            return;
        }
        var lines = new ArrayList<Node>();
        lines.add(Kit.paragraph(sentence(alert), Look.STRONG));
        var ended = alert.endedAt();
        var known = alert.acknowledgedAt();
        lines.add(
                Kit.paragraph(
                        kit.text(
                                "watch.details",
                                kit.time(alert.raisedAt()),
                                kit.time(alert.lastAt()),
                                alert.times()),
                        Look.MUTED));
        if (known != null) {
            lines.add(
                    Kit.paragraph(
                            kit.text("watch.known-by", alert.acknowledgedBy(), kit.time(known)),
                            Look.MUTED));
        }
        if (ended != null) {
            lines.add(Kit.paragraph(kit.text("watch.over-since", kit.time(ended)), Look.MUTED));
        }
        model.messages().forEach(message -> lines.add(line(message)));
        details.getChildren().setAll(lines);
    }

    private Node line(Watch.Message message) {
        var words =
                kit.text(
                        "watch.message",
                        Wording.of(kit.texts(), "watch.channel", message.channel()),
                        Wording.of(kit.texts(), "watch.message-state", message.state()),
                        message.attempts());
        return Kit.paragraph(
                message.failure().isEmpty() || message.state() == Watch.Message.State.SENT
                        ? words
                        : words + " " + message.failure(),
                Look.MUTED);
    }
}
