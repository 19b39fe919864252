package app.lodge.desktop;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/// The designer of cards.
final class DesignPictures extends Drawing {

    DesignPictures(Stage stage, String name, Album album) {
        super(stage, name, album);
    }

    void design() throws Exception {
        go("design");
        shoot("80-layouts");
        press("#layouts-use");
        shoot("81-layouts-use");
        press("#sheet-close");
        press("#layout-copy-student");
        press("#layout-begin");
        shoot("82-layout-new");
        press("#sheet-cancel");
        press("#layout-edit-student");
        Toolkit.settle();
        shoot("83-design");
        select("#designer-layers", 6);
        shoot("84-design-text");
        type("#designer-width", "8");
        shoot("85-design-remarks");
        press("#designer-undo");
        Toolkit.run(() -> find("#card-canvas").requestFocus());
        strike(KeyCode.H);
        strike(KeyCode.ESCAPE);
        strike(KeyCode.V);
        shoot("85b-design-guides");
        press("#designer-turn-over");
        shoot("86-design-back");
        Toolkit.run(() -> {
            var add = (javafx.scene.control.MenuButton) find("#designer-add");
            add.getItems().stream()
                    .filter(item -> "designer-add-signature".equals(item.getId()))
                    .forEach(javafx.scene.control.MenuItem::fire);
        });
        Toolkit.settle();
        shoot("87-design-signature");
        press("#designer-back");
    }
}
