package app.lodge.desktop.rollout;

import app.lodge.core.rollout.Rollouts.OnDevice;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A roll-out before it begins: what, for whom, in which steps, and who is in which.
final class RolloutSheet {

    private final Kit kit;
    private final NewRolloutViewModel model;

    RolloutSheet(Kit kit, NewRolloutViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet sheet() {
        var form = new Form(kit, "rollout", model.problems());
        var devices = new ListView<OnDevice>(model.preview());
        devices.setId("rollout-preview");
        devices.setAccessibleText(kit.text("pushes.preview"));
        devices.setPrefHeight(150);
        devices.setPlaceholder(Kit.paragraph(kit.text("rollouts.preview-advice"), Look.MUTED));
        devices.setCellFactory(_ -> new Line());
        var prompt = kit.text("rollouts.time-prompt");
        var body =
                Kit.column(
                        12,
                        form.optionalChoice(
                                "package", model.packages(), model.what(), one -> one.title()),
                        form.optionalChoice(
                                "aim",
                                model.targets(),
                                model.target(),
                                target -> target.words(kit)),
                        Form.row(
                                form.text("canaries", model.canaries()),
                                form.text("share", model.share()),
                                form.text("stop", model.stop())),
                        Form.row(
                                form.text("from", model.from(), prompt),
                                form.text("until", model.until(), prompt)),
                        form.toggle("onRequest", model.onRequest()),
                        Kit.row(
                                10,
                                Kit.spacer(),
                                kit.button(
                                        "rollout-look", "pushes.look", Feather.EYE, model::look)),
                        devices,
                        form.otherProblems());
        var start = kit.primary("rollout-start", "rollouts.start", Feather.SEND, model::start);
        start.disableProperty().bind(model.busy().or(Bindings.isEmpty(model.preview())));
        return new Sheet(kit, kit.text("rollouts.new-title"), 660, body, model.open())
                .primary(start);
    }

    private final class Line extends ListCell<OnDevice> {
        @Override
        protected void updateItem(@Nullable OnDevice one, boolean empty) {
            super.updateItem(one, empty);
            setText(
                    empty || one == null
                            ? null
                            : kit.text(
                                    "rollouts.preview-line",
                                    one.stage(),
                                    one.label(),
                                    one.versionBefore().isEmpty() ? "–" : one.versionBefore(),
                                    kit.text(one.online() ? "devices.online" : "devices.offline")));
        }
    }
}
