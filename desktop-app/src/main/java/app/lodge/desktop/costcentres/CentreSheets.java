package app.lodge.desktop.costcentres;

import app.lodge.core.costcentres.Budget.Period;
import app.lodge.core.costcentres.CostCentre.OverBudget;
import app.lodge.core.costcentres.CostCentres.Holder;
import app.lodge.core.groups.Groups.Group;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PersonField;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The sheets over the centres: a centre, a budget, who may charge.
final class CentreSheets {

    private final Kit kit;
    private final CostCentresViewModel model;

    CentreSheets(Kit kit, CostCentresViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet centre() {
        var centre = model.form();
        var form = new Form(kit, "centre-form", centre.problems());
        var body = new VBox(16);
        if (centre.isNew()) {
            body.getChildren()
                    .add(form.text("code", centre.code(), kit.text("centre-form.code-prompt")));
        }
        body.getChildren()
                .addAll(
                        form.text("name", centre.name()),
                        form.choice(
                                "overBudget",
                                List.of(OverBudget.values()),
                                centre.overBudget(),
                                value -> Wording.of(kit.texts(), "centres.over-budget", value)),
                        form.otherProblems());
        var save = kit.primary("centre-save", "settings.save", Feather.CHECK, centre::save);
        save.disableProperty().bind(centre.busy());
        form.focusFirst();
        var title =
                centre.isNew()
                        ? kit.text("centre-form.title-new")
                        : kit.text("centre-form.title", centre.name().get());
        return new Sheet(kit, title, 520, body, centre.open()).primary(save);
    }

    Sheet budget() {
        var budget = model.budget();
        var form = new Form(kit, "budget-form", budget.problems());
        var body = new VBox(16);
        var edited = budget.edited();
        if (edited == null) {
            var whose = PersonField.in(kit, form, "person", budget.person());
            body.getChildren()
                    .addAll(
                            form.choice(
                                    "forPerson",
                                    List.of(false, true),
                                    budget.forPerson(),
                                    one ->
                                            kit.text(
                                                    one
                                                            ? "budget-form.one-person"
                                                            : "budget-form.whole-centre")),
                            Kit.showWhen(budget.forPerson(), whose));
        } else if (!edited.name().isEmpty()) {
            body.getChildren().add(Kit.paragraph(edited.name(), Look.STRONG));
        }
        var starts = new DatePicker();
        starts.valueProperty().bindBidirectional(budget.startsOn());
        var ends = new DatePicker();
        ends.valueProperty().bindBidirectional(budget.endsOn());
        ends.setPromptText(kit.text("budget-form.no-end"));
        body.getChildren()
                .addAll(
                        Form.row(
                                form.choice(
                                        "period",
                                        List.of(Period.values()),
                                        budget.period(),
                                        value -> Wording.of(kit.texts(), "centres.period", value)),
                                form.text("amount", budget.amount(), budget.currency())),
                        form.choice(
                                "carriesOver",
                                List.of(false, true),
                                budget.carriesOver(),
                                over -> kit.text(over ? "centres.carries-over" : "centres.lapses")),
                        Form.row(form.labelled("startsOn", starts), form.labelled("endsOn", ends)),
                        form.otherProblems());
        var save = kit.primary("budget-save", "budget-form.save", Feather.CHECK, budget::save);
        save.disableProperty().bind(budget.busy());
        return new Sheet(kit, kit.text("budget-form.title"), 560, body, budget.open())
                .primary(save);
    }

    Sheet link() {
        var link = model.link();
        var form = new Form(kit, "charge-form", link.problems());
        var group = form.optionalChoice("group", link.groups(), link.group(), Group::name);
        var person = PersonField.in(kit, form, "person", link.person());
        var card =
                form.optionalChoice(
                        "card",
                        link.cards(),
                        link.card(),
                        one ->
                                kit.text(
                                        "charge-form.card-line",
                                        one.number(),
                                        Wording.of(kit.texts(), "medium.state", one.state())));
        var body =
                new VBox(
                        16,
                        form.choice(
                                "kind",
                                LinkFormViewModel.KINDS,
                                link.kind(),
                                value -> Wording.of(kit.texts(), "centres.holder", value)),
                        Kit.showWhen(link.kind().map(kind -> kind == Holder.GROUP), group),
                        Kit.showWhen(link.kind().map(kind -> kind != Holder.GROUP), person),
                        Kit.showWhen(link.kind().map(kind -> kind == Holder.MEDIUM), card),
                        form.toggle("preferred", link.preferred()),
                        Kit.paragraph(
                                kit.text("charge-form.preferred-note"), Look.SMALL, Look.MUTED),
                        form.otherProblems());
        var save = kit.primary("link-save", "charge-form.save", Feather.CHECK, link::save);
        save.disableProperty().bind(link.busy());
        return new Sheet(kit, kit.text("charge-form.title"), 520, body, link.open()).primary(save);
    }
}
