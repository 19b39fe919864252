package app.lodge.desktop.rights;

import app.lodge.core.rights.Rights.Holiday;
import app.lodge.core.rights.Rights.Plan;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.HoursField;
import app.lodge.desktop.shell.HoursWords;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Weekly plans at the left, the holidays of this year and the next at the right.
final class CalendarPane {

    private final Kit kit;
    private final CalendarViewModel model;

    CalendarPane(Kit kit, CalendarViewModel model) {
        this.kit = kit;
        this.model = model;
        kit.sheets().showWhile(model.planning(), this::planSheet);
        kit.sheets().showWhile(model.dating(), this::holidaySheet);
    }

    Node node() {
        var plans = plans();
        var holidays = holidays();
        VBox.setVgrow(plans, Priority.ALWAYS);
        VBox.setVgrow(holidays, Priority.ALWAYS);
        var above = Kit.row(8, Kit.spacer());
        var beside = Kit.row(8, Kit.spacer());
        if (model.mayChange()) {
            above.getChildren()
                    .add(kit.button("plan-add", "rights.add-plan", Feather.PLUS, model::beginPlan));
            beside.getChildren()
                    .add(
                            kit.button(
                                    "holiday-add",
                                    "rights.add-holiday",
                                    Feather.PLUS,
                                    model::beginHoliday));
        }
        var left = Kit.column(10, above, plans);
        HBox.setHgrow(left, Priority.ALWAYS);
        var right = Kit.column(10, beside, holidays);
        right.setMinWidth(340);
        right.setPrefWidth(400);
        return new HBox(20, left, right);
    }

    private TableView<Plan> plans() {
        var table =
                Tables.table(
                        "plans-table",
                        kit.text("rights.plans"),
                        model.plans(),
                        kit.empty(Feather.CLOCK, "rights.no-plans", "rights.no-plans-advice"));
        table.getColumns().add(Tables.text(kit.text("rights.column.name"), 160, Plan::name));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("rights.column.hours"),
                                380,
                                plan -> HoursWords.of(kit, plan.week().windows())));
        if (model.mayChange()) {
            Tables.openedBy(table, model::beginChange);
        }
        return table;
    }

    private TableView<Holiday> holidays() {
        var table =
                Tables.table(
                        "holidays-table",
                        kit.text("rights.holidays"),
                        model.holidays(),
                        kit.empty(
                                Feather.CALENDAR,
                                "rights.no-holidays",
                                "rights.no-holidays-advice"));
        table.getColumns()
                .add(Tables.text(kit.text("rights.column.day"), 120, one -> kit.day(one.day())));
        table.getColumns().add(Tables.text(kit.text("rights.column.name"), 180, Holiday::name));
        if (model.mayChange()) {
            table.getColumns().add(Tables.node("", 52, this::remove));
        }
        return table;
    }

    private Node remove(Holiday holiday) {
        var button =
                kit.iconButton(
                        "holiday-remove-" + holiday.day(),
                        "rights.remove-holiday",
                        Feather.TRASH_2,
                        () -> model.remove(holiday));
        button.getStyleClass().add("small");
        return button;
    }

    private Sheet planSheet() {
        var form = new Form(kit, "plan-form", model.problems());
        var body =
                new VBox(
                        16,
                        form.text("name", model.name()),
                        HoursField.in(kit, form, "windows", "plan-form-windows", model.windows()),
                        Kit.paragraph(kit.text("plan-form.advice"), Look.SMALL, Look.MUTED),
                        form.toggle("as-usual", model.asUsual()),
                        form.otherProblems());
        var save = kit.primary("plan-save", "settings.save", Feather.CHECK, model::savePlan);
        save.disableProperty().bind(model.busy());
        form.focusFirst();
        return new Sheet(
                        kit,
                        kit.text("rights.plan-title"),
                        HoursField.SHEET_WIDTH,
                        body,
                        model.planning())
                .primary(save);
    }

    private Sheet holidaySheet() {
        var form = new Form(kit, "holiday-form", model.problems());
        var body =
                new VBox(
                        16,
                        form.text("day", model.day(), "2026-12-25"),
                        form.text("name", model.name()),
                        form.otherProblems());
        var save = kit.primary("holiday-save", "settings.save", Feather.CHECK, model::saveHoliday);
        save.disableProperty().bind(model.busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("rights.holiday-title"), 460, body, model.dating())
                .primary(save);
    }
}
