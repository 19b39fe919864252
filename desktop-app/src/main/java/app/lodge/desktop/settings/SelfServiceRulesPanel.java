package app.lodge.desktop.settings;

import app.lodge.core.people.PersonField;
import app.lodge.core.selfservice.SelfServiceRules.Access;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The site's rules for holders' self-service (ID-09, ID-22 to ID-25).
final class SelfServiceRulesPanel {

    private static final int IN_A_ROW = 2;

    private final Kit kit;
    private final SelfServiceRulesViewModel model;

    SelfServiceRulesPanel(Kit kit, SelfServiceRulesViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var form = new Form(kit, "self-service-rules", model.problems());
        var save =
                kit.button("self-service-rules-save", "settings.save", Feather.CHECK, model::save);
        save.disableProperty().bind(model.busy());
        var panel =
                kit.panel(
                        "self-service-rules.title",
                        Form.row(
                                form.text("codeHours", model.codeHours()),
                                form.text("wrongTries", model.wrongTries())),
                        form.text("barredHours", model.barredHours()),
                        form.text("majorityYears", model.majorityYears()),
                        Kit.paragraph(
                                kit.text("self-service-rules.fields-note"),
                                Look.SMALL,
                                Look.MUTED));
        panel.getChildren().addAll(fields(form));
        panel.getChildren().addAll(form.otherProblems(), Kit.row(0, Kit.spacer(), save));
        return panel;
    }

    private List<Node> fields(Form form) {
        var rows = new ArrayList<Node>();
        var row = new ArrayList<VBox>();
        for (var field : PersonField.values()) {
            row.add(
                    form.choice(
                            field.key(),
                            List.of(Access.values()),
                            model.access(field),
                            one -> Wording.of(kit.texts(), "self-service-access", one)));
            if (row.size() == IN_A_ROW) {
                rows.add(Form.row(row.toArray(VBox[]::new)));
                row.clear();
            }
        }
        if (!row.isEmpty()) {
            rows.add(Form.row(row.toArray(VBox[]::new)));
        }
        return rows;
    }
}
