package app.lodge.desktop.carddesk;

import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PersonField;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/// Whom an unknown number is given to, and the button that gives it. Enter gives it from the form alone, so
/// that nobody gets a medium by one Enter too many.
final class GiveNumberView {

    private final Kit kit;
    private final GiveNumberViewModel model;
    private final Runnable give;

    /// @param give gives the number that is shown
    GiveNumberView(Kit kit, GiveNumberViewModel model, Runnable give) {
        this.kit = kit;
        this.model = model;
        this.give = give;
    }

    /// @param offered while there is a number to give
    Node form(ObservableValue<Boolean> offered) {
        var form = new Form(kit, "give", model.problems());
        var whole =
                Kit.column(
                        10,
                        Kit.paragraph(kit.text("give.advice"), Look.MUTED),
                        PersonField.in(
                                kit, form, "person", model.whom(), "keys.give-number", give));
        return Kit.showWhen(offered, whole);
    }

    Button button(String id, ObservableValue<Boolean> busy, ObservableValue<Boolean> offered) {
        var button = kit.button(id, "number.give", Feather.USER_PLUS, give);
        button.disableProperty().bind(busy);
        return Kit.showWhen(offered, button);
    }
}
