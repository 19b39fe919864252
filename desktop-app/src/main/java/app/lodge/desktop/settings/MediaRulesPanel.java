package app.lodge.desktop.settings;

import app.lodge.core.media.MediaLife.AfterReturn;
import app.lodge.core.media.MediumKind;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// The site's rules for cards, fobs, contact keys and apps (ID-07, KEY-03).
final class MediaRulesPanel {

    private final Kit kit;
    private final MediaRulesViewModel model;

    MediaRulesPanel(Kit kit, MediaRulesViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var form = new Form(kit, "media-rules", model.problems());
        var save = kit.button("media-rules-save", "settings.save", Feather.CHECK, model::save);
        save.disableProperty().bind(model.busy());
        return kit.panel(
                "media-rules.title",
                Kit.paragraph(kit.text("media-rules.note"), Look.SMALL, Look.MUTED),
                Form.row(
                        form.text("card", model.most(MediumKind.CARD)),
                        form.text("fob", model.most(MediumKind.FOB)),
                        form.text("contactKey", model.most(MediumKind.CONTACT_KEY)),
                        form.text("app", model.most(MediumKind.APP))),
                Form.row(
                        form.choice(
                                "afterReturn",
                                List.of(AfterReturn.values()),
                                model.afterReturn(),
                                one -> Wording.of(kit.texts(), "media-rules.after-return", one)),
                        form.text("loansEnd", model.loansEnd())),
                form.text("highest", model.highest()),
                form.otherProblems(),
                Kit.row(0, Kit.spacer(), save));
    }
}
