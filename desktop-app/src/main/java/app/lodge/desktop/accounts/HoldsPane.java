package app.lodge.desktop.accounts;

import app.lodge.core.accounts.HeldMoney;
import app.lodge.core.accounts.HoldState;
import app.lodge.core.accounts.Reason;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What payment points have reserved of an account, and what became of it; Enter lets an open one go
/// (ID-18, ID-50).
final class HoldsPane {

    private static final int WHEN_WIDTH = 212;
    private static final int STATE_WIDTH = 116;
    private static final int WHERE_WIDTH = 150;
    private static final int BUTTON_WIDTH = 52;

    private final Kit kit;
    private final HoldsViewModel model;
    private final MovementsViewModel movements;
    private final FilterWords words;

    HoldsPane(Kit kit, HoldsViewModel model, MovementsViewModel movements) {
        this.kit = kit;
        this.model = model;
        this.movements = movements;
        this.words = new FilterWords(kit);
    }

    Node node() {
        var form = new Form(kit, "holds", FXCollections.observableArrayList());
        var purpose =
                form.choice(
                        "purpose",
                        movements.purposes(),
                        movements.purpose(),
                        one -> Wording.of(kit.texts(), "look-purpose", one));
        HBox.setHgrow(purpose, Priority.ALWAYS);
        var state =
                form.choice(
                        "state",
                        HoldsViewModel.states(),
                        model.state(),
                        one -> words.orAny("hold-state", one));
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        return Kit.column(14, Form.row(purpose, state), table);
    }

    private TableView<HeldMoney> table() {
        var table =
                Tables.paged(
                        "account-holds",
                        kit.text("holds.title"),
                        model.rows(),
                        kit.empty(Feather.INBOX, "holds.none", "holds.none-advice"));
        table.getColumns().add(column("holds.column.since", WHEN_WIDTH, this::when));
        table.getColumns()
                .add(column("holds.column.state", STATE_WIDTH, hold -> badge(hold.state())));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("accounts.column.amount"),
                                92,
                                hold -> kit.texts().money(hold.amount())));
        table.getColumns().add(column("accounts.column.place", WHERE_WIDTH, this::where));
        if (model.mayRelease()) {
            table.getColumns().add(Tables.node("", BUTTON_WIDTH, this::releaseButton));
        }
        Tables.openedBy(table, this::begin);
        return table;
    }

    private TableColumn<HeldMoney, HeldMoney> column(
            String key, double width, Function<HeldMoney, @Nullable Node> content) {
        var column = Tables.node(kit.text(key), width, content);
        column.setMinWidth(width);
        return column;
    }

    /// Two lines, so that the list has room beside the people.
    private Node when(HeldMoney hold) {
        return Kit.column(
                2,
                Kit.line(kit.time(hold.since())),
                Kit.line(kit.text("holds.until", kit.time(hold.until())), Look.SMALL, Look.MUTED));
    }

    /// Place, medium and, if it is not the account's own money, the cost centre.
    private Node where(HeldMoney hold) {
        var place = Kit.line(hold.place());
        place.setTooltip(new Tooltip(place(hold)));
        var lines = Kit.column(2, place, Kit.line(medium(hold), Look.SMALL, Look.MUTED));
        if (!hold.centre().isEmpty()) {
            lines.getChildren().add(Kit.line(hold.centre(), Look.SMALL, Look.MUTED));
        }
        return lines;
    }

    private Node badge(HoldState state) {
        return Kit.badge(
                Wording.of(kit.texts(), "hold-state", state),
                switch (state) {
                    case OPEN -> Look.Tone.ACCENT;
                    case CAPTURED -> Look.Tone.GOOD;
                    case RELEASED -> Look.Tone.NEUTRAL;
                    case EXPIRED -> Look.Tone.CAUTION;
                });
    }

    private String place(HeldMoney hold) {
        return hold.centre().isEmpty()
                ? hold.place()
                : kit.text("accounts.place-by", hold.place(), hold.centre());
    }

    private String medium(HeldMoney hold) {
        return kit.text(
                "filter.medium",
                Wording.of(kit.texts(), "medium.kind", hold.medium()),
                String.valueOf(hold.issue()));
    }

    private @Nullable Node releaseButton(HeldMoney hold) {
        if (!hold.open()) {
            return null;
        }
        var button =
                kit.iconButton(
                        "hold-" + hold.number(),
                        "holds.release-action",
                        Feather.UNLOCK,
                        () -> begin(hold));
        button.getStyleClass().add("small");
        return button;
    }

    private void begin(HeldMoney hold) {
        if (hold.open() && model.mayRelease()) {
            model.begin(hold);
        }
    }

    Sheet sheet() {
        var form = new Form(kit, "hold", model.problems());
        var reason =
                form.choice(
                        "reason",
                        List.of(Reason.values()),
                        model.reason(),
                        value -> Wording.of(kit.texts(), "reason", value));
        var hold = model.chosen().get();
        var about =
                hold == null
                        ? ""
                        : kit.text(
                                "holds.about",
                                kit.texts().money(hold.amount()),
                                place(hold),
                                kit.time(hold.since()));
        var body =
                Kit.column(
                        16,
                        Kit.paragraph(about, Look.STRONG),
                        Kit.paragraph(kit.text("holds.release-advice"), Look.MUTED),
                        kit.message(model.refusal(), "banner", "tone-bad"),
                        reason,
                        form.otherProblems());
        var release = kit.primary("hold-release", "holds.release", Feather.UNLOCK, model::release);
        release.disableProperty().bind(model.busy());
        return new Sheet(kit, kit.text("holds.release-title"), 520, body, model.open())
                .primary(release);
    }
}
