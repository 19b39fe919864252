package app.lodge.desktop.rollout;

import app.lodge.core.devices.DeviceKind;
import app.lodge.core.rollout.FieldPackage;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The library, the preview of an image or a message, and the sheet for another one.
final class PackagesPane {

    private final Kit kit;
    private final PackagesViewModel model;
    private final VBox preview = new VBox(8);

    PackagesPane(Kit kit, PackagesViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        preview.getStyleClass().add(Look.PANEL);
        Kit.showWhen(model.chosen().isNotNull(), preview);
        model.chosen().subscribe(_ -> show());
        model.content().subscribe(_ -> show());
        var buttons = Kit.row(10, Kit.spacer());
        if (model.mayAdd()) {
            buttons.getChildren()
                    .add(kit.primary("package-add", "packages.add", Feather.PLUS, model::begin));
        }
        return Kit.column(12, buttons, table, preview);
    }

    private TableView<FieldPackage> table() {
        var table =
                Tables.table(
                        "packages-table",
                        kit.text("rollout.packages"),
                        model.packages(),
                        kit.empty(Feather.PACKAGE, "packages.none", "packages.none-advice"));
        var columns = table.getColumns();
        columns.add(
                Tables.text(
                        kit.text("packages.column.kind"),
                        110,
                        one -> Wording.of(kit.texts(), "package-kind", one.kind())));
        columns.add(Tables.text(kit.text("packages.column.name"), 200, FieldPackage::name));
        columns.add(Tables.text(kit.text("packages.column.version"), 100, FieldPackage::version));
        columns.add(
                Tables.text(
                        kit.text("packages.column.for"),
                        150,
                        one -> Wording.of(kit.texts(), "device-kind", one.deviceKind())));
        columns.add(
                Tables.number(
                        kit.text("packages.column.size"),
                        100,
                        one -> kit.text("packages.kib", Math.ceilDiv(one.size(), 1024))));
        columns.add(Tables.time(kit.text("packages.column.added"), one -> kit.time(one.addedAt())));
        table.getSelectionModel().selectedItemProperty().subscribe(one -> model.chosen().set(one));
        return table;
    }

    private void show() {
        var one = model.chosen().get();
        preview.getChildren().clear();
        if (one == null) {
            return;
        }
        preview.getChildren()
                .addAll(
                        Kit.line(one.title(), Look.STRONG),
                        Kit.paragraph(
                                kit.text("packages.signed", one.sha256()), Look.SMALL, Look.MUTED));
        var bytes = model.content().get();
        if (bytes != null) {
            preview.getChildren().add(shown(one, bytes));
        }
    }

    private Node shown(FieldPackage one, byte[] bytes) {
        if (one.kind() == FieldPackage.Kind.MESSAGE) {
            return Kit.paragraph(new String(bytes, StandardCharsets.UTF_8));
        }
        var view = new ImageView(new Image(new ByteArrayInputStream(bytes)));
        view.setPreserveRatio(true);
        view.setFitHeight(160);
        view.setAccessibleText(one.title());
        return view;
    }

    Sheet sheet() {
        var form = new Form(kit, "package", model.problems());
        var chosen = Kit.line("", Look.MUTED);
        chosen.textProperty().bind(model.file());
        var choose = kit.button("package-file", "packages.choose", Feather.FILE, model::chooseFile);
        var body =
                Kit.column(
                        12,
                        Form.row(
                                form.choice(
                                        "kind",
                                        List.of(FieldPackage.Kind.values()),
                                        model.kind(),
                                        one -> Wording.of(kit.texts(), "package-kind", one)),
                                form.choice(
                                        "for",
                                        List.of(DeviceKind.values()),
                                        model.deviceKind(),
                                        one -> Wording.of(kit.texts(), "device-kind", one))),
                        Form.row(
                                form.text("name", model.name()),
                                form.text("version", model.version(), "2.4.1")),
                        Form.row(
                                form.text("language", model.language(), "de"),
                                form.text("client", model.client())),
                        Form.row(
                                day(form, "from", model.from()), day(form, "until", model.until())),
                        Kit.row(10, choose, chosen),
                        form.otherProblems());
        var add = kit.primary("package-add-do", "packages.add-do", Feather.CHECK, model::add);
        add.disableProperty().bind(model.busy());
        return new Sheet(kit, kit.text("packages.add-title"), 600, body, model.open()).primary(add);
    }

    private static VBox day(
            Form form,
            String field,
            javafx.beans.property.Property<java.time.@Nullable LocalDate> value) {
        var picker = new DatePicker();
        picker.valueProperty().bindBidirectional(value);
        return form.labelled(field, picker);
    }
}
