package app.lodge.desktop.settings;

import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// The site's rules for PINs at locker terminals (LOCK-29).
final class PinRulesPanel {

    private final Kit kit;
    private final PinRulesViewModel model;

    PinRulesPanel(Kit kit, PinRulesViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var form = new Form(kit, "pin-rules", model.problems());
        var save = kit.button("pin-rules-save", "settings.save", Feather.CHECK, model::save);
        save.disableProperty().bind(model.busy());
        return kit.panel(
                "pin-rules.title",
                Kit.paragraph(kit.text("pin-rules.note"), Look.SMALL, Look.MUTED),
                Form.row(
                        form.text("shortest", model.shortest()),
                        form.text("longest", model.longest())),
                form.toggle("refuseTrivial", model.refuseTrivial()),
                form.otherProblems(),
                Kit.row(0, Kit.spacer(), save));
    }
}
