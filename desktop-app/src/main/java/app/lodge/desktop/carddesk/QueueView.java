package app.lodge.desktop.carddesk;

import app.lodge.core.batches.CardBatches.CardBatch;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.people.Person;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.SummarySheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The queue beside the people: who is next, how far each card is, and what to do about it, each by a key
/// that its button names.
final class QueueView {

    private final Kit kit;
    private final QueueViewModel model;
    private final TableView<QueueRow> table;
    private int chosen;

    QueueView(Kit kit, QueueViewModel model) {
        this.kit = kit;
        this.model = model;
        this.table = table();
        SummarySheet.on(kit, model.changes().acts());
    }

    Node node() {
        VBox.setVgrow(table, Priority.ALWAYS);
        var far = Kit.line("", Look.SMALL, Look.MUTED);
        far.setId("queue-far");
        far.textProperty()
                .bind(Bindings.createStringBinding(() -> far(model.queue().get()), model.queue()));
        Kit.showWhen(far.textProperty().isNotEmpty(), far);
        var word = kit.message(model.word(), "banner", "tone-caution");
        word.setId("queue-word");
        var panel = Kit.column(12, next(), word, far, table, actions(), resolutions());
        panel.getStyleClass().add(Look.PANEL);
        return panel;
    }

    /// Into the list, where Alt with an arrow moves a card.
    void enterList() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    void again() {
        Tables.chosen(table, model.changes()::again);
    }

    void takeOut() {
        Tables.chosen(table, model.changes()::takeOut);
    }

    /// Whoever types elsewhere has chosen no card.
    void leaveList() {
        chosen = 0;
        table.getSelectionModel().clearSelection();
    }

    private Node next() {
        var name = Kit.line("", Look.HEADLINE);
        name.setId("queue-next");
        name.textProperty().bind(Bindings.createStringBinding(this::whoIsNext, model.person()));
        var up = kit.primary("queue-up", "queue.up", Feather.PLUS, model::queueUp);
        var enrol = kit.button("queue-enrol", "queue.enrol", Feather.USER_PLUS, model::enrol);
        return Kit.column(10, name, new FlowPane(8, 8, up, enrol));
    }

    private String whoIsNext() {
        @Nullable Person person = model.person().get();
        return person == null ? kit.text("queue.nobody") : person.details().fullName();
    }

    private String far(@Nullable CardBatch queue) {
        return queue == null ? "" : BatchStanding.words(kit, queue);
    }

    private TableView<QueueRow> table() {
        var made =
                Tables.table(
                        "queue-cards",
                        kit.text("queue.title"),
                        model.rows(),
                        kit.empty(Feather.USERS, "queue.empty", "queue.empty-advice"));
        made.setMinHeight(120);
        made.getColumns()
                .add(Tables.<QueueRow>text(kit.text("batches.person"), 170, QueueRow::name));
        made.getColumns().add(Tables.<QueueRow>node(kit.text("batches.state"), 130, this::state));
        made.getColumns()
                .add(
                        Tables.<QueueRow>text(
                                kit.text("batches.reason"), 240, row -> kit.say(row.why())));
        var selection = made.getSelectionModel();
        selection
                .selectedItemProperty()
                .subscribe((@Nullable QueueRow row) -> {
                    if (row != null) {
                        chosen = row.card().number();
                    }
                    model.changes().selected().set(row);
                });
        model.rows()
                .addListener(
                        (javafx.collections.ListChangeListener<QueueRow>) _ -> chooseAgain(made));
        return made;
    }

    /// The same card, wherever it stands now; whoever typed elsewhere has chosen none.
    private void chooseAgain(TableView<QueueRow> made) {
        if (chosen == 0) {
            return;
        }
        made.getItems().stream()
                .filter(row -> row.card().number() == chosen)
                .findFirst()
                .ifPresentOrElse(made.getSelectionModel()::select, () -> chosen = 0);
    }

    private Node state(QueueRow row) {
        return Kit.badge(
                Wording.of(kit.texts(), "queue.standing", row.standing()),
                switch (row.standing()) {
                    case NEEDS_HAND -> Look.Tone.BAD;
                    case ENCODING, PRINTING -> Look.Tone.CAUTION;
                    case WAITING -> Look.Tone.NEUTRAL;
                    case DONE -> Look.Tone.GOOD;
                });
    }

    private Node actions() {
        return new FlowPane(
                8,
                8,
                Tables.several(
                        kit,
                        table,
                        kit.button("queue-again", "queue.again", Feather.ROTATE_CCW, this::again),
                        "queue.again-several"),
                Tables.several(
                        kit,
                        table,
                        kit.button("queue-out", "queue.take-out", Feather.X, this::takeOut),
                        "queue.take-out-several"),
                kit.button("queue-pause", "queue.pause", Feather.PAUSE, model.changes()::pause),
                kit.button("queue-list", "queue.list", Feather.LIST, this::enterList),
                moving("queue-earlier", "queue.earlier", Feather.ARROW_UP, true),
                moving("queue-later", "queue.later", Feather.ARROW_DOWN, false));
    }

    private Button moving(String id, String key, Ikon icon, boolean up) {
        return kit.button(id, key, icon, () -> model.changes().move(up));
    }

    /// Asked only where nobody but the clerk can see what became of a card.
    private Node resolutions() {
        ObservableValue<Boolean> asked =
                Bindings.createBooleanBinding(
                        () -> model.rows().stream().anyMatch(QueueRow::unsettled), model.rows());
        var row =
                new FlowPane(
                        8,
                        8,
                        kit.button(
                                "queue-good",
                                "queue.good",
                                Feather.CHECK,
                                () -> model.changes().resolve(Resolution.GOOD)),
                        kit.button(
                                "queue-spoiled",
                                "queue.is-spoiled",
                                Feather.X,
                                () -> model.changes().resolve(Resolution.SPOILED)),
                        kit.button(
                                "queue-not-there",
                                "queue.not-there",
                                Feather.HELP_CIRCLE,
                                () -> model.changes().resolve(Resolution.NOT_THERE)));
        return Kit.showWhen(asked, row);
    }
}
