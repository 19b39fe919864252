package app.lodge.desktop.settings;

import app.lodge.core.purse.PurseLaw.Loss;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// The site's rules for purses on cards.
final class PurseRulesPanel {

    private final Kit kit;
    private final PurseRulesViewModel model;

    PurseRulesPanel(Kit kit, PurseRulesViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var form = new Form(kit, "purse-rules", model.problems());
        var save = kit.button("purse-rules-save", "purse-rules.save", Feather.CHECK, model::save);
        save.disableProperty().bind(model.busy());
        return kit.panel(
                "purse-rules.title",
                Form.row(
                        form.text("maximum", model.maximum(), model.currency()),
                        form.text("validMonths", model.validMonths())),
                Form.row(
                        form.text("waitingDays", model.waitingDays()),
                        form.text("cardType", model.cardType())),
                Form.row(
                        form.text("country", model.country(), "DE"),
                        form.text("identifiedAbove", model.identifiedAbove(), model.currency())),
                form.choice(
                        "loss",
                        List.of(Loss.values()),
                        model.loss(),
                        one -> Wording.of(kit.texts(), "purse-rules.loss", one)),
                Kit.paragraph(kit.text("purse-rules.advice"), Look.SMALL, Look.MUTED),
                form.otherProblems(),
                Kit.row(0, Kit.spacer(), save));
    }
}
