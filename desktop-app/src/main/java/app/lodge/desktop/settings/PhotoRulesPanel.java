package app.lodge.desktop.settings;

import app.lodge.core.people.PhotoRules.WhereMissing;
import app.lodge.core.people.PhotoSource;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// The site's rules for photographs (ID-11).
final class PhotoRulesPanel {

    private final Kit kit;
    private final PhotoRulesViewModel model;

    PhotoRulesPanel(Kit kit, PhotoRulesViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var form = new Form(kit, "photo-rules", model.problems());
        var save = kit.button("photo-rules-save", "settings.save", Feather.CHECK, model::save);
        save.disableProperty().bind(model.busy());
        return kit.panel(
                "photo-rules.title",
                Kit.paragraph(kit.text("photo-rules.note"), Look.SMALL, Look.MUTED),
                form.toggle("desk", model.atOnce(PhotoSource.DESK)),
                form.toggle("folder", model.atOnce(PhotoSource.FOLDER)),
                form.text("leastWidth", model.leastWidth()),
                form.choice(
                        "whereMissing",
                        List.of(WhereMissing.values()),
                        model.whereMissing(),
                        one -> Wording.of(kit.texts(), "photo-rules.where-missing", one)),
                form.otherProblems(),
                Kit.row(0, Kit.spacer(), save));
    }
}
