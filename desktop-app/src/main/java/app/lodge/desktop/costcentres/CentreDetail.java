package app.lodge.desktop.costcentres;

import app.lodge.core.costcentres.Budget;
import app.lodge.core.costcentres.CostCentres.Charge;
import app.lodge.core.costcentres.CostCentres.Rollup;
import app.lodge.desktop.costcentres.CostCentresViewModel.Detail;
import app.lodge.desktop.costcentres.CostCentresViewModel.NamedBudget;
import app.lodge.desktop.costcentres.CostCentresViewModel.NamedLink;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One centre: its rule, its budgets, who may charge it, and the month with its postings.
final class CentreDetail {

    private final Kit kit;
    private final CostCentresViewModel model;
    private final StackPane place = new StackPane();
    private final TableView<Charge> charges;

    CentreDetail(Kit kit, CostCentresViewModel model) {
        this.kit = kit;
        this.model = model;
        charges = charges();
        place.setMinWidth(400);
        place.setPrefWidth(480);
        model.detail().subscribe(this::show);
    }

    Node node() {
        return place;
    }

    private void show(@Nullable Detail detail) {
        if (detail == null) {
            place.getChildren()
                    .setAll(
                            kit.empty(
                                    Feather.BRIEFCASE,
                                    "centres.none-chosen",
                                    "centres.none-chosen-advice"));
            return;
        }
        var content =
                new VBox(
                        18,
                        head(detail),
                        budgets(detail),
                        links(detail),
                        month(detail.row().month()));
        content.setPadding(new javafx.geometry.Insets(0, 8, 8, 0));
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        place.getChildren().setAll(scroll);
    }

    private Node head(Detail detail) {
        var centre = detail.row().centre();
        var name = Kit.paragraph(centre.name(), Look.HEADLINE);
        name.setId("centre-name");
        var rule =
                Kit.paragraph(
                        kit.text(
                                "centres.rule",
                                centre.code(),
                                Wording.of(
                                        kit.texts(), "centres.over-budget", centre.overBudget())),
                        Look.MUTED);
        var box = Kit.column(4, name, rule);
        if (model.mayChange()) {
            var actions = new FlowPane(8, 8);
            actions.getChildren()
                    .addAll(
                            kit.button(
                                    "centre-change",
                                    "centres.change",
                                    Feather.EDIT_2,
                                    () -> model.form().begin(centre)),
                            kit.button(
                                    "centre-close",
                                    centre.active() ? "centres.close" : "centres.reopen",
                                    centre.active() ? Feather.ARCHIVE : Feather.UNLOCK,
                                    () -> model.close(detail, centre.active())));
            actions.setPadding(new javafx.geometry.Insets(8, 0, 0, 0));
            box.getChildren().add(actions);
        }
        return box;
    }

    private VBox section(String titleKey, @Nullable Node action) {
        var title = Kit.row(8, Kit.line(kit.text(titleKey), "section-title"), Kit.spacer());
        if (action != null) {
            title.getChildren().add(action);
        }
        return new VBox(6, title);
    }

    private Node budgets(Detail detail) {
        var section =
                section(
                        "centres.budgets",
                        model.mayChange()
                                ? kit.button(
                                        "budget-add",
                                        "centres.set-budget",
                                        Feather.PLUS,
                                        () -> model.budget().beginNew(detail))
                                : null);
        if (detail.budgets().isEmpty()) {
            section.getChildren()
                    .add(Kit.paragraph(kit.text("centres.no-budget-note"), Look.MUTED));
        }
        detail.budgets().forEach(one -> section.getChildren().add(budget(detail, one)));
        return section;
    }

    private Node budget(Detail detail, NamedBudget one) {
        var standing = one.standing();
        var its = standing.budget();
        var period = Wording.of(kit.texts(), "centres.period", its.period());
        var title =
                one.name().isEmpty()
                        ? kit.text("centres.whole", period)
                        : kit.text("centres.of-person", one.name(), period);
        var posted = standing.used().minus(standing.held());
        var figures =
                kit.text(
                        "centres.figures",
                        kit.texts().money(posted),
                        kit.texts().money(standing.held()));
        var words =
                Kit.column(
                        4,
                        Kit.paragraph(title, Look.STRONG),
                        Kit.paragraph(CostCentresPane.remains(kit, standing)),
                        new BudgetBar(standing),
                        Kit.paragraph(figures + " · " + rule(its), Look.SMALL, Look.MUTED));
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = Kit.row(8, words);
        if (model.mayChange()) {
            row.getChildren()
                    .addAll(
                            kit.iconButton(
                                    "budget-edit-" + its.account(),
                                    "centres.change-budget",
                                    Feather.EDIT_2,
                                    () -> model.budget().begin(detail, one)),
                            kit.iconButton(
                                    "budget-remove-" + its.account(),
                                    "centres.remove-budget",
                                    Feather.TRASH_2,
                                    () -> model.removeBudget(detail, one)));
        }
        row.getStyleClass().add("list-line");
        return row;
    }

    private String rule(Budget budget) {
        var left = kit.text(budget.carriesOver() ? "centres.carries-over" : "centres.lapses");
        var end = budget.endsOn();
        return end == null
                ? kit.text("centres.since", left, kit.day(budget.startsOn()))
                : kit.text("centres.span", left, kit.day(budget.startsOn()), kit.day(end));
    }

    private Node links(Detail detail) {
        var section =
                section(
                        "centres.who",
                        model.mayChange()
                                ? kit.button(
                                        "link-add",
                                        "centres.link",
                                        Feather.PLUS,
                                        () -> model.link().begin(detail))
                                : null);
        if (detail.links().isEmpty()) {
            section.getChildren().add(Kit.paragraph(kit.text("centres.no-links"), Look.MUTED));
        }
        detail.links().forEach(one -> section.getChildren().add(link(detail, one)));
        return section;
    }

    private Node link(Detail detail, NamedLink one) {
        var icon =
                switch (one.link().holder()) {
                    case PERSON -> Feather.USER;
                    case MEDIUM -> Feather.CREDIT_CARD;
                    case GROUP -> Feather.USERS;
                };
        var row =
                Kit.row(
                        10,
                        Kit.icon(icon),
                        Kit.line(one.name()),
                        Kit.line(
                                Wording.of(kit.texts(), "centres.holder", one.link().holder()),
                                Look.SMALL,
                                Look.MUTED),
                        Kit.spacer());
        if (one.link().preferred()) {
            row.getChildren().add(Kit.badge(kit.text("centres.default"), Look.Tone.ACCENT));
        }
        if (model.mayChange()) {
            row.getChildren()
                    .add(
                            kit.iconButton(
                                    "link-remove-" + one.link().holderId(),
                                    "centres.unlink",
                                    Feather.X,
                                    () -> model.unlink(detail, one)));
        }
        row.getStyleClass().add("list-line");
        return row;
    }

    private Node month(@Nullable Rollup month) {
        var section = section("centres.postings", null);
        if (month == null) {
            section.getChildren().add(Kit.paragraph(kit.text("centres.no-postings"), Look.MUTED));
            return section;
        }
        var people = month.people();
        section.getChildren()
                .addAll(
                        Kit.paragraph(
                                kit.text(
                                        "centres.month-sum",
                                        month.charges(),
                                        kit.texts().money(month.charged()),
                                        kit.texts().money(month.givenBack()))),
                        Kit.paragraph(
                                people == null
                                        ? kit.text("centres.few-people")
                                        : kit.text("centres.people", people),
                                Look.SMALL,
                                Look.MUTED),
                        charges);
        return section;
    }

    private TableView<Charge> charges() {
        var table =
                Tables.paged(
                        "centre-charges",
                        kit.text("centres.postings"),
                        model.charges(),
                        kit.empty(Feather.LIST, "centres.no-postings", "centres.none-advice"));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("centres.column.day"),
                                110,
                                charge -> kit.day(charge.day())));
        table.getColumns().add(Tables.text(kit.text("centres.column.place"), 130, Charge::place));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("centres.column.amount"),
                                90,
                                charge -> kit.texts().money(charge.amount())));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("centres.column.given-back"),
                                110,
                                charge ->
                                        charge.givenBack().minor() == 0
                                                ? ""
                                                : kit.texts().money(charge.givenBack())));
        table.setPrefHeight(260);
        table.setMinHeight(180);
        return table;
    }
}
