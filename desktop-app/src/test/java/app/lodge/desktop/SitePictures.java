package app.lodge.desktop;

import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/// Settings, encoding plans, ceremonies.
final class SitePictures extends Drawing {

    SitePictures(Stage stage, String name, Album album) {
        super(stage, name, album);
    }

    void whole() throws Exception {
        settings();
        pointTypes();
        operators();
    }

    private void settings() throws Exception {
        go("settings");
        shoot("60-settings");
        Toolkit.run(() -> {
            var save = find("#purse-rules-save");
            for (var up = save.getParent(); up != null; up = up.getParent()) {
                if (up instanceof ScrollPane body) {
                    body.setVvalue(0.45);
                    return;
                }
            }
        });
        Toolkit.settle();
        shoot("60a-settings-purses");
        Toolkit.run(() -> {
            var save = find("#photo-rules-save");
            for (var up = save.getParent(); up != null; up = up.getParent()) {
                if (up instanceof ScrollPane body) {
                    body.setVvalue(0.68);
                    return;
                }
            }
        });
        Toolkit.settle();
        shoot("60c-settings-photographs");
        Toolkit.run(() -> {
            var save = find("#pin-rules-save");
            for (var up = save.getParent(); up != null; up = up.getParent()) {
                if (up instanceof ScrollPane body) {
                    body.setVvalue(1);
                    return;
                }
            }
        });
        type("#pin-rules-shortest", "3");
        press("#pin-rules-save");
        shoot("60d-settings-pins");
        Toolkit.run(() -> {
            var save = find("#self-service-rules-save");
            for (var up = save.getParent(); up != null; up = up.getParent()) {
                if (up instanceof ScrollPane body) {
                    body.setVvalue(1);
                    return;
                }
            }
        });
        type("#self-service-rules-code-hours", "9000");
        press("#self-service-rules-save");
        shoot("60b-settings-self-service");
    }

    /// The editor of encoding plans: a node with a problem, then each tab.
    void plans() throws Exception {
        go("settings");
        press("#plans-edit");
        Toolkit.run(() -> {
            ((ComboBox<?>) find("#plans-plan")).getSelectionModel().select(4);
            ((ComboBox<?>) find("#plans-compare")).getSelectionModel().select(3);
        });
        Toolkit.settle();
        shoot("68-plans");
        Toolkit.run(() -> {
            ((javafx.scene.control.TreeView<?>) find("#plan-tree")).getSelectionModel().select(6);
        });
        Toolkit.settle();
        type("#plan-size", "20");
        shoot("68-plans-problem");
        for (int tab = 1; tab < 4; tab++) {
            select("#plan-tabs", tab);
            shoot("68-plans-tab-" + tab);
        }
        press("#plan-undo");
        Toolkit.run(() -> ((TabPane) find("#plan-tabs")).getSelectionModel().select(0));
        begun(3, 1);
        shoot("68-plans-counter");
        begun(4, 0);
        shoot("68-plans-button-file");
        press("#plans-back");
    }

    /// A new plan for a medium, with one element.
    private void begun(int medium, int element) throws Exception {
        Toolkit.run(() -> ((MenuButton) find("#plans-new")).getItems().get(medium).fire());
        Toolkit.settle();
        Toolkit.run(() -> ((TreeView<?>) find("#plan-tree")).getSelectionModel().select(1));
        Toolkit.settle();
        Toolkit.run(() -> ((MenuButton) find("#plan-add")).getItems().get(element).fire());
        Toolkit.settle();
    }

    /// A ceremony from its first page to its transcript.
    private void ceremony() throws Exception {
        press("#card-keys-ceremony");
        shoot("63-ceremony-custodians");
        press("#ceremony-begin");
        press("#ceremony-show");
        shoot("64-ceremony-share");
        for (int share = 1; share < 3; share++) {
            press("#ceremony-hide");
            press("#ceremony-show");
        }
        press("#ceremony-hide");
        press("#ceremony-type");
        shoot("65-ceremony-typed");
        press("#ceremony-type");
        press("#ceremony-rehearse");
        shoot("66-ceremony-rehearsed");
        press("#ceremony-finish");
        shoot("67-ceremony-finished");
        press("#sheet-close");
    }

    /// Operators and their roles, on the page of settings.
    private void pointTypes() throws Exception {
        Toolkit.run(() -> {
            var add = find("#point-type-add");
            for (var up = add.getParent(); up != null; up = up.getParent()) {
                if (up instanceof ScrollPane body) {
                    body.setVvalue(1);
                    return;
                }
            }
        });
        Toolkit.settle();
        shoot("60e-settings-point-types");
        press("#point-type-edit-salad-bar");
        type("#point-type-form-name", "");
        press("#point-type-save");
        shoot("60f-point-type");
        press("#sheet-cancel");
        press("#point-type-add");
        type("#point-type-form-code", "till");
        press("#point-type-save");
        shoot("60g-point-type-new");
        press("#sheet-cancel");
    }

    private void operators() throws Exception {
        press("#operator-assign-2");
        shoot("61-settings-assign");
        press("#sheet-cancel");
        ceremony();
        press("#role-edit-1");
        shoot("62-settings-role");
        press("#sheet-cancel");
        press("#operator-add");
        shoot("61-operator");
        press("#sheet-cancel");
    }

    void search() throws Exception {
        press("#search-open");
        type("#search-text", "an");
        shoot("70-search");
        strike(KeyCode.ESCAPE);
        strike(KeyCode.F1);
        shoot("71-keys");
        strike(KeyCode.ESCAPE);
    }
}
