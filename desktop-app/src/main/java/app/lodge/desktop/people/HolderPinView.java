package app.lodge.desktop.people;

import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import org.kordamp.ikonli.feather.Feather;

/// The sheet on which a holder types a PIN for locker terminals, twice, unseen.
public final class HolderPinView {

    private static final double WIDTH = 560;

    private final Kit kit;
    private final HolderPinViewModel model;

    public HolderPinView(Kit kit, HolderPinViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    public Sheet sheet() {
        var form = new Form(kit, "holder-pin", model.problems());
        var body =
                Kit.column(
                        16,
                        kit.message(model.stands()),
                        Form.row(
                                form.password("pin", model.pin()),
                                form.password("repeated", model.repeated())),
                        kit.message(model.form(), Look.SMALL, Look.MUTED),
                        form.otherProblems());
        var remove =
                kit.button(
                        "holder-pin-remove", "holder-pin.remove", Feather.TRASH_2, model::remove);
        remove.disableProperty().bind(model.busy());
        Kit.showWhen(model.has(), remove);
        var set = kit.primary("holder-pin-set", "holder-pin.set", Feather.CHECK, model::set);
        set.disableProperty().bind(model.busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("holder-pin.title", model.name()), WIDTH, body, model.open())
                .action(remove)
                .primary(set);
    }
}
