package app.lodge.desktop.cashdesk;

import app.lodge.core.books.Fact;
import app.lodge.core.cashdesk.CashMovement;
import app.lodge.core.cashdesk.Shift;
import app.lodge.core.cashdesk.Till;
import app.lodge.desktop.cashdesk.CountViewModel.Purpose;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The open shift with what must lie in the drawer, and what moved; or how to open one.
public final class CashDeskView implements Screen {

    private final Kit kit;
    private final CashDeskViewModel model;
    private final StackPane place = new StackPane();
    private final VBox head = new VBox(18);
    private final VBox whole;
    private final PageFrame frame;

    public CashDeskView(Kit kit, CashDeskViewModel model) {
        this.kit = kit;
        this.model = model;
        var sheets = new CashDeskSheets(kit, model);
        kit.sheets().showWhile(model.count().open(), sheets::count);
        kit.sheets().showWhile(model.transit().open(), sheets::transit);
        kit.sheets().showWhile(model.reportOpen(), sheets::report);
        head.getStyleClass().add(Look.PANEL);
        var table = movements();
        VBox.setVgrow(table, Priority.ALWAYS);
        var panel = kit.panel("cash-desk.movements", table);
        panel.getStyleClass().add("panel-table");
        VBox.setVgrow(panel, Priority.ALWAYS);
        whole = new VBox(20, head, panel);
        model.till().subscribe(this::show);
        frame = new PageFrame(kit, "cash-desk.title", "cash-desk.subtitle", place);
    }

    private void show(@Nullable Till till) {
        if (till == null) {
            place.getChildren().clear();
            return;
        }
        var shift = till.shift().orElse(null);
        if (shift == null) {
            place.getChildren().setAll(closed(till));
            return;
        }
        head.getChildren().setAll(title(shift), figures(shift));
        place.getChildren().setAll(whole);
    }

    private Node closed(Till till) {
        var open =
                kit.primary(
                        "cash-desk-open",
                        "cash-desk.open-action",
                        Feather.UNLOCK,
                        () -> model.begin(Purpose.OPEN));
        var empty =
                kit.empty(
                        Feather.INBOX,
                        "cash-desk.none-open",
                        till.shiftRequired()
                                ? "cash-desk.none-open-required"
                                : "cash-desk.none-open-advice",
                        Kit.line(
                                kit.text("cash-desk.left", kit.texts().money(till.expected())),
                                Look.STRONG),
                        open);
        empty.getStyleClass().add(Look.PANEL);
        return empty;
    }

    private Node title(Shift shift) {
        var title =
                Kit.line(
                        kit.text("cash-desk.shift", String.valueOf(shift.number())), Look.HEADLINE);
        title.setId("cash-desk-shift");
        var words =
                Kit.column(
                        3,
                        title,
                        Kit.line(
                                kit.text(
                                        "cash-desk.kept-by",
                                        shift.keeperName(),
                                        shift.workstation(),
                                        kit.time(shift.openedAt())),
                                Look.MUTED));
        var row = Kit.row(10, words, Kit.spacer());
        row.getChildren()
                .add(
                        kit.button(
                                "cash-desk-transit",
                                "cash-desk.transit-action",
                                Feather.REPEAT,
                                model.transit()::begin));
        if (!model.keeps(shift)) {
            row.getChildren()
                    .add(
                            kit.button(
                                    "cash-desk-take-over",
                                    "cash-desk.take-over-action",
                                    Feather.USER_CHECK,
                                    () -> model.begin(Purpose.TAKE_OVER)));
        }
        if (model.mayClose(shift)) {
            row.getChildren()
                    .add(
                            kit.primary(
                                    "cash-desk-close",
                                    "cash-desk.close-action",
                                    Feather.LOCK,
                                    () -> model.begin(Purpose.CLOSE)));
        }
        return row;
    }

    private Node figures(Shift shift) {
        var row =
                new HBox(
                        16,
                        figure("cash-desk.float", kit.texts().money(shift.openingFloat()), "float"),
                        figure(
                                "cash-desk.moved",
                                kit.texts().money(shift.expected().minus(shift.openingFloat())),
                                "moved"),
                        figure(
                                "cash-desk.expected",
                                kit.texts().money(shift.expected()),
                                "expected"));
        row.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
        return row;
    }

    private Node figure(String key, String amount, String id) {
        var value = Kit.line(amount, Look.FIGURE);
        value.setId("cash-desk-" + id);
        var box = Kit.column(2, Kit.line(kit.text(key), Look.SMALL, Look.MUTED), value);
        box.getStyleClass().add("figure-box");
        box.setPrefWidth(150);
        return box;
    }

    private TableView<CashMovement> movements() {
        var table =
                Tables.table(
                        "cash-desk-movements",
                        kit.text("cash-desk.movements"),
                        model.movements(),
                        kit.empty(
                                Feather.INBOX,
                                "cash-desk.no-movements",
                                "cash-desk.no-movements-advice"));
        table.getColumns()
                .add(
                        Tables.time(
                                kit.text("accounts.column.when"),
                                movement -> kit.time(movement.at())));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("accounts.column.kind"),
                                150,
                                movement ->
                                        Wording.of(kit.texts(), "posting-kind", movement.kind())));
        table.getColumns()
                .add(Tables.text(kit.text("cash-desk.column.receipt"), 120, CashMovement::receipt));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("cash-desk.column.operator"),
                                120,
                                CashMovement::operator));
        table.getColumns()
                .add(Tables.number(kit.text("accounts.column.amount"), 110, this::signed));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("cash-desk.column.in-drawer"),
                                120,
                                movement -> kit.texts().money(movement.inDrawerAfter())));
        return table;
    }

    private String signed(CashMovement movement) {
        var amount = kit.texts().money(movement.intoDrawer());
        return movement.intoDrawer().positive() ? "+" + amount : amount;
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    @Override
    public void changed(Fact fact) {
        if (fact.kind().startsWith("posting.") || fact.kind().startsWith("cash-shift.")) {
            model.refresh();
        }
    }
}
