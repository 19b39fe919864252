package app.lodge.desktop.devices;

import app.lodge.core.devices.DeviceDuty;
import app.lodge.core.devices.DeviceUsers.Known;
import app.lodge.core.devices.DeviceUsers.User;
import app.lodge.desktop.devices.DevicesViewModel.DeviceFile;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PersonField;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Who may deposit, open and service at a safe, and whether the safe goes by it (SAFE-63).
final class DeviceUsersPane extends EnteredPane<User> {

    DeviceUsersPane(Kit kit, DevicesViewModel model) {
        super(kit, model);
    }

    @Override
    List<User> entered(DeviceFile file) {
        return file.users();
    }

    @Override
    Node adding(DeviceFile file) {
        return kit.button(
                "device-user-add",
                "device-user.add",
                Feather.USER_PLUS,
                () -> model.user().begin(file.view().device().id()));
    }

    @Override
    Node none() {
        return kit.empty(Feather.USERS, "device-user.none", "device-user.none-advice");
    }

    @Override
    Node line(User user) {
        var name = Kit.line(user.name());
        name.setMinWidth(Region.USE_PREF_SIZE);
        var known =
                Kit.badge(
                        Wording.of(kit.texts(), "device-user-known", user.known()),
                        tone(user.known()));
        var top = Kit.row(12, name, Kit.spacer(), known);
        if (model.mayConfigure() && user.known() != Known.LEAVING) {
            top.getChildren()
                    .add(
                            kit.button(
                                    "device-user-remove-" + user.person().number(),
                                    "device-user.remove",
                                    Feather.USER_MINUS,
                                    () -> model.user().remove(user)));
        }
        var row = Kit.column(4, top, Kit.paragraph(right(user), Look.SMALL, Look.MUTED));
        row.getStyleClass().add("list-line");
        return row;
    }

    private String right(User user) {
        var may =
                user.right().may().stream()
                        .map(duty -> Wording.of(kit.texts(), "device-duty", duty))
                        .collect(Collectors.joining(", "));
        var from = user.right().from();
        var until = user.right().until();
        if (from.equals(Instant.EPOCH)) {
            return until == null ? may : kit.text("device-user.until-then", may, kit.time(until));
        }
        return until == null
                ? kit.text("device-user.from-then", may, kit.time(from))
                : kit.text("device-user.between", may, kit.time(from), kit.time(until));
    }

    private static Look.Tone tone(Known known) {
        return switch (known) {
            case CONFIRMED -> Look.Tone.GOOD;
            case ON_ITS_WAY, LEAVING -> Look.Tone.CAUTION;
            case NO_CARD -> Look.Tone.BAD;
        };
    }

    Sheet sheet() {
        var user = model.user();
        var form = new Form(kit, "device-user", user.problems());
        var from = new DatePicker();
        from.valueProperty().bindBidirectional(user.from());
        var until = new DatePicker();
        until.valueProperty().bindBidirectional(user.until());
        var duties = new HBox(18);
        Stream.of(DeviceDuty.values())
                .forEach(duty ->
                        duties.getChildren()
                                .add(form.toggle("may-" + duty.word(), user.may(duty))));
        var body =
                Kit.column(
                        14,
                        PersonField.in(kit, form, "person", user.person()),
                        duties,
                        Form.row(form.labelled("from", from), form.labelled("until", until)),
                        form.otherProblems());
        var save = kit.primary("device-user-save", "device-user.save", Feather.SEND, user::save);
        save.disableProperty().bind(user.busy());
        return new Sheet(kit, kit.text("device-user.title"), 560, body, user.open()).primary(save);
    }
}
