package app.lodge.desktop.rights;

import app.lodge.core.rights.Resource;
import app.lodge.core.rights.Rights.Entry;
import app.lodge.core.rights.Rights.Origin;
import app.lodge.core.rights.Rights.Plan;
import app.lodge.core.rights.Why;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The sheet of one person's rights.
public final class PersonRightsSheet {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 300;

    private final Kit kit;
    private final PersonRightsViewModel model;
    private final VBox list = new VBox(14);
    private final VBox explained = new VBox();

    private PersonRightsSheet(Kit kit, PersonRightsViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    public static Sheet of(Kit kit, PersonRightsViewModel model) {
        return new PersonRightsSheet(kit, model).sheet();
    }

    private Sheet sheet() {
        var form = new Form(kit, "rights-form", model.problems());
        var body = new VBox(14);
        if (model.mayChange()) {
            var fields =
                    Form.row(
                            form.<Resource>optionalChoice(
                                    "resource",
                                    model.resources(),
                                    model.resource(),
                                    Resource::name),
                            form.<Plan>optionalChoice(
                                    "plan", model.plans(), model.plan(), Plan::name));
            var grant =
                    kit.button("rights-grant", "rights.grant-action", Feather.CHECK, model::grant);
            var refuse =
                    kit.button("rights-refuse", "rights.refuse-action", Feather.X, model::refuse);
            grant.disableProperty().bind(model.busy());
            refuse.disableProperty().bind(model.busy());
            var times =
                    Form.row(
                            form.text(
                                    "from",
                                    model.span().from(),
                                    kit.text("rights-form.moment-prompt")),
                            form.text(
                                    "until",
                                    model.span().until(),
                                    kit.text("rights-form.moment-prompt")));
            body.getChildren().addAll(fields, times, Kit.row(10, grant, refuse));
        }
        body.getChildren()
                .add(form.text("moment", model.moment(), kit.text("rights-form.moment-prompt")));
        body.getChildren().add(form.otherProblems());
        list.setId("person-rights");
        model.entries().addListener((ListChangeListener<Entry>) _ -> show());
        model.why().subscribe(this::explain);
        show();
        var scroll = new ScrollPane(new VBox(18, explained, list));
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        scroll.getStyleClass().add("edge-to-edge");
        body.getChildren().add(scroll);
        return new Sheet(kit, kit.text("rights.of-person", model.name()), WIDTH, body, model.open())
                .informing();
    }

    private void explain(@Nullable Why why) {
        if (why == null) {
            explained.getChildren().clear();
        } else {
            var tree = WhyTree.of(kit, why);
            tree.getStyleClass().add("banner");
            explained.getChildren().setAll(tree);
        }
    }

    private void show() {
        list.getChildren().clear();
        if (model.entries().isEmpty()) {
            list.getChildren().add(Kit.paragraph(kit.text("rights.none"), Look.MUTED));
        }
        model.entries().forEach(entry -> list.getChildren().add(entry(entry)));
    }

    private Node entry(Entry entry) {
        var number = entry.resource().id().number();
        var head =
                Kit.row(
                        10,
                        Kit.badge(
                                kit.text(entry.allowed() ? "rights.yes" : "rights.no"),
                                entry.allowed() ? Look.Tone.GOOD : Look.Tone.BAD),
                        Kit.line(entry.resource().name()),
                        Kit.line(
                                Wording.of(kit.texts(), "right-resource", entry.resource().kind()),
                                Look.SMALL,
                                Look.MUTED),
                        Kit.spacer(),
                        kit.button(
                                "right-why-" + number,
                                "rights.why-action",
                                Feather.HELP_CIRCLE,
                                () -> model.explain(entry.resource())));
        var box = new VBox(4, head);
        entry.origins().forEach(origin -> box.getChildren().add(origin(entry, origin)));
        return box;
    }

    private Node origin(Entry entry, Origin origin) {
        var own = origin.group().isEmpty();
        var words =
                Kit.paragraph(
                        kit.text(
                                own ? "rights.by-person" : "rights.by-group",
                                RuleWords.of(kit, origin.rule(), origin.plan(), origin.silence()),
                                origin.group()),
                        Look.SMALL);
        var row = Kit.row(8, Kit.icon(own ? Feather.USER : Feather.USERS), words, Kit.spacer());
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(0, 0, 0, 18));
        if (own && model.mayChange()) {
            var withdraw =
                    kit.iconButton(
                            "right-withdraw-" + origin.rule().id().number(),
                            "rights.withdraw-action",
                            Feather.TRASH_2,
                            () -> model.withdraw(entry, origin.rule()));
            withdraw.getStyleClass().add("small");
            row.getChildren().add(withdraw);
        }
        return row;
    }
}
