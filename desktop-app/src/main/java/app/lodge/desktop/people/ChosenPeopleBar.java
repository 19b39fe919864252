package app.lodge.desktop.people;

import app.lodge.core.groups.Groups.Group;
import app.lodge.core.people.Person;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.SummarySheet;
import app.lodge.desktop.shell.Tables;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The line over the people's table while several of them are chosen; its buttons say how many.
final class ChosenPeopleBar {

    private ChosenPeopleBar() {}

    static Node of(Kit kit, ChosenPeopleViewModel model, TableView<Person> table) {
        SummarySheet.on(kit, model.acts());
        kit.sheets().showWhile(model.open(), () -> groupSheet(kit, model));
        var bar = new FlowPane(8, 8);
        bar.setId("people-chosen");
        if (model.mayGroup()) {
            bar.getChildren()
                    .add(
                            Tables.several(
                                    kit,
                                    table,
                                    kit.button(
                                            "people-group",
                                            "people.into-group",
                                            Feather.USERS,
                                            () -> Tables.chosen(table, model::beginGroup)),
                                    "people.group-several"));
        }
        if (model.mayQueue()) {
            bar.getChildren()
                    .add(
                            Tables.several(
                                    kit,
                                    table,
                                    kit.button(
                                            "people-queue",
                                            "people.queue",
                                            Feather.CREDIT_CARD,
                                            () -> Tables.chosen(table, model::queueUp)),
                                    "people.queue-several"));
        }
        bar.disableProperty().bind(model.acts().busy());
        return Kit.showWhen(Tables.count(table).map(count -> count.intValue() > 1), bar);
    }

    private static Sheet groupSheet(Kit kit, ChosenPeopleViewModel model) {
        var form = new Form(kit, "people-group-form", model.problems());
        var body =
                new VBox(
                        16,
                        form.optionalChoice("group", model.groups(), model.group(), Group::name),
                        form.otherProblems());
        var save =
                kit.primary(
                        "people-group-save", "member-form.save", Feather.USER_PLUS, model::enter);
        save.disableProperty().bind(model.acts().busy());
        form.focusFirst();
        return new Sheet(
                        kit,
                        kit.text("people.group-several", model.count()),
                        460,
                        body,
                        model.open())
                .primary(save);
    }
}
