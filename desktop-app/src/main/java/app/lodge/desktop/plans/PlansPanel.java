package app.lodge.desktop.plans;

import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The site's plans on the page of settings, and the way into their editor.
public final class PlansPanel {

    private final Kit kit;
    private final PlansViewModel model;

    public PlansPanel(Kit kit, PlansViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    public Node node() {
        var list = new VBox(4);
        list.setId("plans-list");
        InvalidationListener fill =
                _ ->
                        list.getChildren()
                                .setAll(
                                        model.plans().stream()
                                                .map(line -> Kit.paragraph(words(line), Look.SMALL))
                                                .toList());
        model.plans().addListener(fill);
        fill.invalidated(model.plans());
        var edit =
                kit.button(
                        "plans-edit", "plans.edit", Feather.EDIT_2, () -> model.open().set(true));
        return kit.panel("plans.title", list, Kit.row(8, Kit.spacer(), edit));
    }

    private String words(app.lodge.core.encodingplans.EncodingPlans.Line line) {
        var words =
                line.plan().reference()
                        + " · "
                        + Wording.of(kit.texts(), "plans.state", line.state());
        return line.uses().isEmpty()
                ? words
                : kit.text(
                        "plans.line-used",
                        words,
                        line.uses().stream()
                                .map(kind -> Wording.of(kit.texts(), "medium.kind", kind))
                                .collect(Collectors.joining(", ")));
    }
}
