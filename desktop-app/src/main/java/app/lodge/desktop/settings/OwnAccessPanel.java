package app.lodge.desktop.settings;

import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// Everybody's own password, and the PIN of their card.
final class OwnAccessPanel {

    private final Kit kit;
    private final OwnAccessViewModel model;

    OwnAccessPanel(Kit kit, OwnAccessViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var password = new Form(kit, "own-password", model.problems());
        var change =
                kit.button(
                        "own-password-change",
                        "own-access.change-password",
                        Feather.LOCK,
                        model::changePassword);
        change.disableProperty().bind(model.busy());
        var pin = new Form(kit, "own-pin", model.pinProblems());
        var changePin =
                kit.button(
                        "own-pin-change",
                        "own-access.change-pin",
                        Feather.CREDIT_CARD,
                        model::changePin);
        changePin.disableProperty().bind(model.busy());
        var card =
                Kit.column(
                        14,
                        Form.row(
                                pin.password("present", model.presentPin()),
                                pin.password("next", model.nextPin()),
                                pin.password("repeated", model.repeatedPin())),
                        kit.message(model.refusal(), "banner", "tone-caution"),
                        Kit.row(0, changePin));
        return kit.panel(
                "own-access.title",
                Form.row(
                        password.password("present", model.present()),
                        password.password("next", model.next()),
                        password.password("repeated", model.repeated())),
                password.otherProblems(),
                Kit.row(0, change),
                Kit.showWhen(model.card().isNotNull(), card));
    }
}
