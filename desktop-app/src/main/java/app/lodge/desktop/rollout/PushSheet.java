package app.lodge.desktop.rollout;

import app.lodge.core.devices.ConfigField;
import app.lodge.core.devices.Pushes.Preview;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A push before it is sent: which devices, which setting, and what exactly changes where.
final class PushSheet {

    private final Kit kit;
    private final PushesViewModel model;

    PushSheet(Kit kit, PushesViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet sheet() {
        var form = new Form(kit, "push", model.problems());
        var body = Kit.column(14);
        if (model.undoes()) {
            body.getChildren().add(Kit.paragraph(kit.text("pushes.undo-advice"), Look.MUTED));
        } else {
            var settings = new ComboBox<ConfigField>(model.fields());
            settings.setConverter(new Words());
            settings.valueProperty().bindBidirectional(model.field());
            body.getChildren()
                    .addAll(
                            form.optionalChoice(
                                    "aim",
                                    model.targets(),
                                    model.target(),
                                    target -> target.words(kit)),
                            form.labelled("setting", settings),
                            form.text("value", model.value()),
                            Kit.row(
                                    10,
                                    Kit.spacer(),
                                    kit.button(
                                            "push-look", "pushes.look", Feather.EYE, model::look)));
        }
        var lines = new ListView<String>(FXCollections.observableArrayList());
        lines.setId("push-preview");
        lines.setAccessibleText(kit.text("pushes.preview"));
        lines.setPrefHeight(200);
        lines.setPlaceholder(Kit.paragraph(kit.text("pushes.preview-advice"), Look.MUTED));
        model.preview().subscribe(preview -> lines.getItems().setAll(lines(preview)));
        body.getChildren().addAll(lines, form.otherProblems());
        var send =
                kit.primary(
                        "push-send",
                        model.undoes() ? "pushes.undo-do" : "pushes.send",
                        Feather.SEND,
                        model::send);
        send.disableProperty().bind(model.busy().or(model.preview().isNull()));
        var title = kit.text(model.undoes() ? "pushes.undo-title" : "pushes.new-title");
        return new Sheet(kit, title, 640, body, model.open()).primary(send);
    }

    private List<String> lines(@Nullable Preview preview) {
        var lines = new ArrayList<String>();
        if (preview == null) {
            return lines;
        }
        preview.changes()
                .forEach(change ->
                        lines.add(
                                kit.text(
                                        "pushes.line",
                                        change.label(),
                                        kit.text("config." + change.setting()),
                                        change.from(),
                                        change.to())));
        preview.untouched()
                .forEach(left ->
                        lines.add(
                                kit.text(
                                        "pushes.left",
                                        left.label(),
                                        kit.text("config." + left.setting()),
                                        Wording.of(kit.texts(), "push-untouched", left.why()))));
        return lines;
    }

    private final class Words extends StringConverter<ConfigField> {
        @Override
        public String toString(@Nullable ConfigField field) {
            return field == null ? "" : kit.text("config." + field.key());
        }

        @Override
        public ConfigField fromString(String text) {
            throw new UnsupportedOperationException("Chosen: " + text);
        }
    }
}
