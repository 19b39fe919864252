package app.lodge.desktop.devices;

import app.lodge.core.devices.ConfigField;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceTemplates.Template;
import app.lodge.core.people.Person;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The sheets over a device: add, join code, configure, assign.
final class DeviceSheets {

    private final Kit kit;
    private final DevicesViewModel model;

    DeviceSheets(Kit kit, DevicesViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet add() {
        var add = model.add();
        var form = new Form(kit, "device", add.problems());
        var body =
                Kit.column(
                        14,
                        form.optionalChoice(
                                "template", add.templates(), add.template(), Template::name),
                        Kit.showWhen(
                                add.template().isNull(),
                                form.choice(
                                        "kind",
                                        List.of(DeviceKind.values()),
                                        add.kind(),
                                        value -> Wording.of(kit.texts(), "device-kind", value))),
                        form.text("label", add.label(), kit.text("device.label-prompt")),
                        form.text("place", add.place(), kit.text("device.place-prompt")),
                        form.text("name", add.name(), kit.text("device.name-prompt")),
                        form.otherProblems());
        var button = kit.primary("device-add-do", "devices.add-do", Feather.CHECK, add::add);
        button.disableProperty().bind(add.busy());
        return new Sheet(kit, kit.text("devices.add-title"), 520, body, add.open()).primary(button);
    }

    Sheet join() {
        var code = model.joinCode().get();
        var shown = Kit.line(code == null ? "" : code.code(), Look.MONO, "join-code");
        shown.setId("join-code");
        var until = code == null ? "" : kit.time(code.validUntil());
        var device = code == null ? "" : code.device();
        var body =
                Kit.column(
                        14,
                        Kit.paragraph(kit.text("devices.join-advice", device)),
                        shown,
                        Kit.paragraph(kit.text("devices.join-until", until), Look.MUTED));
        var done =
                kit.primary(
                        "join-done",
                        "action.done",
                        Feather.CHECK,
                        () -> model.joinOpen().set(false));
        return new Sheet(kit, kit.text("devices.join-title"), 520, body, model.joinOpen())
                .informing()
                .primary(done);
    }

    Sheet configure() {
        var configure = model.configure();
        var form = new Form(kit, "config", configure.problems());
        var body = new VBox(14);
        for (var field : configure.fields()) {
            body.getChildren().add(field(form, field));
        }
        body.getChildren().add(form.otherProblems());
        var save =
                kit.primary("config-save", "devices.configure-do", Feather.SEND, configure::save);
        save.disableProperty().bind(configure.busy());
        var title = kit.text("devices.configure-title", configure.deviceLabel());
        return new Sheet(kit, title, 560, body, configure.open()).primary(save);
    }

    private Node field(Form form, ConfigField field) {
        var value = model.configure().value(field.key());
        var label = kit.text("config." + field.key());
        return switch (field.type()) {
            case TEXT, NUMBER -> {
                var control = new TextField();
                control.textProperty().bindBidirectional(value);
                var unit = unit(kit, field);
                yield form.labelledAs(
                        field.key(),
                        unit.isEmpty() ? label : kit.text("config.with-unit", label, unit),
                        control);
            }
            case CHOICE -> {
                var control =
                        new ComboBox<String>(FXCollections.observableArrayList(field.choices()));
                control.setConverter(
                        new StringConverter<>() {
                            @Override
                            public String toString(@Nullable String item) {
                                return item == null ? "" : choice(kit, field, item);
                            }

                            @Override
                            public String fromString(String text) {
                                throw new UnsupportedOperationException("Chosen: " + text);
                            }
                        });
                control.valueProperty().bindBidirectional(value);
                yield form.labelledAs(field.key(), label, control);
            }
            case SWITCH -> {
                var control = new CheckBox(label);
                control.setId("config-" + field.key());
                control.setSelected(Boolean.parseBoolean(value.get()));
                control.selectedProperty().subscribe(on -> value.set(on.toString()));
                yield control;
            }
        };
    }

    static String unit(Kit kit, ConfigField field) {
        return field.unit().isEmpty() || field.unit().equals("count")
                ? ""
                : kit.text("config.unit." + field.unit());
    }

    static String withUnit(Kit kit, ConfigField field, String value) {
        var unit = unit(kit, field);
        return unit.isEmpty() ? value : value + "\u00a0" + unit;
    }

    /// A choice's word, or the choice itself where no bundle has one.
    static String choice(Kit kit, ConfigField field, String value) {
        var key = "config." + field.key() + "." + value;
        return kit.texts().has(key) ? kit.text(key) : value;
    }

    Sheet assign() {
        var assign = model.assign();
        var form = new Form(kit, "assign", assign.problems());
        var list = new ListView<Person>(assign.people().rows());
        list.setPrefHeight(220);
        list.setCellFactory(_ -> new NameCell());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(person -> assign.person().set(person));
        var body =
                Kit.column(
                        14,
                        kit.message(assign.refusal(), "banner", "tone-caution"),
                        form.text("compartment", assign.compartment()),
                        form.text("query", assign.query()),
                        form.labelled("person", list),
                        form.otherProblems());
        var button = kit.primary("assign-do", "devices.assign-do", Feather.CHECK, assign::assign);
        button.disableProperty().bind(assign.busy());
        return new Sheet(kit, kit.text("devices.assign-title"), 520, body, assign.open())
                .primary(button);
    }

    private static final class NameCell extends ListCell<Person> {
        @Override
        protected void updateItem(@Nullable Person person, boolean empty) {
            super.updateItem(person, empty);
            setText(
                    empty || person == null
                            ? null
                            : person.details().listName()
                                    + " · %07d".formatted(person.id().number()));
        }
    }
}
