package app.lodge.desktop;

import javafx.scene.control.TextField;
import javafx.stage.Stage;

/// People, what they may see themselves, and the protection of their data.
final class PeoplePictures extends Drawing {

    PeoplePictures(Stage stage, String name, Album album) {
        super(stage, name, album);
    }

    void people() throws Exception {
        go("people");
        shoot("10-people");
        select("#people-table", 3);
        shoot("11-person");
        selfService();
        press("#person-privacy");
        shoot("15-privacy");
        scrollDown();
        shoot("16-privacy-erase");
        type("#privacy-erase-typed", "14");
        press("#privacy-erase-do");
        shoot("17-erased");
        press("#sheet-cancel");
        protection();
        press("#people-enrol");
        press("#person-save");
        shoot("12-enrol-problem");
        Toolkit.run(() -> {
            ((TextField) find("#person-given-name")).setText("Ana");
            ((TextField) find("#person-family-name")).setText("Kovačić");
        });
        press("#person-save");
        shoot("13-duplicate");
        press("#sheet-cancel");
        press("#people-import");
        shoot("14-import");
        press("#sheet-cancel");
    }

    private void selfService() throws Exception {
        go("people");
        select("#people-table", 3);
        press("#person-self-service");
        shoot("18-self-service");
        scrollDown();
        var view = (javafx.scene.control.CheckBox) find("#self-service-right-view");
        Toolkit.run(view::fire);
        press("#self-service-link");
        shoot("19-self-service-form");
        Toolkit.run(view::fire);
        press("#self-service-release");
        shoot("19-self-service-barred");
        press("#sheet-close");
    }

    private void protection() throws Exception {
        press("#people-protection");
        for (var tab = 0; tab < 4; tab++) {
            var chosen = tab;
            select("#data-protection-tabs", chosen);
            if (tab == 2) {
                select("#certificates-table", 0);
            }
            if (tab == 3) {
                select("#retention-table", 0);
                press("#retention-look");
            }
            shoot("18-protection-" + (tab + 1));
        }
        press("#data-protection-close");
    }
}
