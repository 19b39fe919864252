package app.lodge.desktop.costcentres;

import app.lodge.core.costcentres.CostCentres.Standing;
import app.lodge.desktop.costcentres.CostCentresViewModel.Row;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The centres with their budgets at the left, the chosen one at the right.
public final class CostCentresPane {

    private final Kit kit;
    private final CostCentresViewModel model;
    private final TableView<Row> table;

    public CostCentresPane(Kit kit, CostCentresViewModel model) {
        this.kit = kit;
        this.model = model;
        table = table();
        var sheets = new CentreSheets(kit, model);
        kit.sheets().showWhile(model.form().open(), sheets::centre);
        kit.sheets().showWhile(model.budget().open(), sheets::budget);
        kit.sheets().showWhile(model.link().open(), sheets::link);
    }

    public Node node() {
        VBox.setVgrow(table, Priority.ALWAYS);
        var left = Kit.column(10, head(), table);
        left.setMinWidth(420);
        left.setPrefWidth(520);
        HBox.setHgrow(left, Priority.ALWAYS);
        var right = new CentreDetail(kit, model).node();
        HBox.setHgrow(right, Priority.ALWAYS);
        return new HBox(20, left, right);
    }

    /// The keyboard goes to the list.
    public void focus() {
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        table.requestFocus();
    }

    private Node head() {
        var month = Kit.line("", Look.STRONG);
        month.setId("centres-month");
        month.setMinWidth(118);
        month.textProperty().bind(model.month().map(this::words));
        var row =
                Kit.row(
                        6,
                        turn(
                                "centres-month-before",
                                "centres.month-before",
                                Feather.CHEVRON_LEFT,
                                -1),
                        month,
                        turn(
                                "centres-month-after",
                                "centres.month-after",
                                Feather.CHEVRON_RIGHT,
                                1),
                        Kit.spacer());
        if (model.mayChange()) {
            row.getChildren()
                    .add(
                            kit.primary(
                                    "centre-add",
                                    "centres.add",
                                    Feather.PLUS,
                                    model.form()::beginNew));
        }
        return row;
    }

    private Button turn(String id, String key, Feather icon, int months) {
        return kit.iconButton(
                id, key, icon, () -> model.month().set(model.month().get().plusMonths(months)));
    }

    private String words(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", kit.texts().locale()).format(month);
    }

    private TableView<Row> table() {
        var all =
                Tables.table(
                        "centres-table",
                        kit.text("centres.title"),
                        model.rows(),
                        kit.empty(Feather.BRIEFCASE, "centres.none", "centres.none-advice"));
        all.getColumns().add(Tables.node(kit.text("centres.column.centre"), 150, this::name));
        all.getColumns().add(Tables.node(kit.text("centres.column.budget"), 220, this::budget));
        all.getColumns()
                .add(Tables.number(kit.text("centres.column.month"), 110, this::monthAmount));
        all.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (row != null) {
                        model.choose(row);
                    }
                });
        model.rows()
                .addListener(
                        (javafx.collections.ListChangeListener<Row>)
                                _ -> model.chosenRow().ifPresent(row -> Tables.choose(all, row)));
        return all;
    }

    private Node name(Row row) {
        var name = Kit.line(row.centre().name(), Look.STRONG);
        var code = Kit.line(row.centre().code(), Look.SMALL, Look.MUTED);
        return Kit.column(1, name, code);
    }

    private Node budget(Row row) {
        if (!row.centre().active()) {
            return Kit.badge(kit.text("centres.closed"), Look.Tone.NEUTRAL);
        }
        var whole = row.whole();
        if (whole == null) {
            return Kit.line(kit.text("centres.no-budget"), Look.MUTED);
        }
        var bar = new BudgetBar(whole);
        bar.setPrefWidth(150);
        return Kit.column(4, Kit.line(remains(kit, whole), Look.SMALL), bar);
    }

    static String remains(Kit kit, Standing standing) {
        return kit.text(
                "centres.remains",
                kit.texts().money(standing.remains()),
                kit.texts().money(standing.granted()));
    }

    private String monthAmount(Row row) {
        var month = row.month();
        return month == null ? "–" : kit.texts().money(month.charged().minus(month.givenBack()));
    }
}
