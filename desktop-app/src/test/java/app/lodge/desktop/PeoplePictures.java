package app.lodge.desktop;

import app.lodge.desktop.shell.FileDrop;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

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
        select("#people-table", 12);
        shoot("11-member");
        select("#people-table", 3);
        several();
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
        photographs();
    }

    /// Several of them at once.
    private void several() throws Exception {
        Toolkit.run(() ->
                ((javafx.scene.control.TableView<?>) find("#people-table"))
                        .getSelectionModel()
                        .selectRange(3, 7));
        Toolkit.settle();
        shoot("11b-people-several");
        press("#people-group");
        select("#people-group-form-group", 1);
        press("#people-group-save");
        shoot("11c-people-grouped");
        press("#many-close");
        select("#people-table", 3);
    }

    private void photographs() throws Exception {
        press("#people-photos");
        shoot("19-photo-folder");
        press("#sheet-cancel");
        var pictures = Files.createTempDirectory("pictures");
        for (var name : List.of("Ana_Kovačić", "Jonas Weber", "Ben", "Mar", "holiday 2026")) {
            ImageIO.write(portrait(), "png", pictures.resolve(name + ".png").toFile());
        }
        Files.writeString(pictures.resolve("0000009.jpg"), "no picture");
        Toolkit.run(() -> FileDrop.drop(find("#people-place"), List.of(pictures)));
        Toolkit.settle();
        select("#photo-folder-rows", 1);
        shoot("19-photo-folder-looked");
        press("#photo-folder-adjust");
        shoot("19-photo-cut");
        press("#photo-keep");
        press("#photo-folder-keep");
        shoot("19-photo-folder-kept");
        press("#sheet-close");
        press("#people-photo-review");
        shoot("19-photo-review");
        press("#photo-reject");
        shoot("19-photo-review-rejected");
        press("#photo-approve");
        press("#sheet-close");
        select("#people-table", 0);
        press("#person-photos");
        shoot("19-photo-history-none");
        press("#sheet-close");
        select("#people-table", 12);
        press("#person-photos");
        shoot("19-photo-history");
        press("#sheet-close");
        signature();
        camera();
    }

    private void signature() throws Exception {
        select("#people-table", 12);
        press("#person-signature");
        shoot("19-signature");
        press("#signature-keep");
        shoot("19-signature-nothing-written");
        var scan = Files.createTempDirectory("scan").resolve("signature.png");
        Files.write(scan, app.lodge.desktop.demo.DemoSignature.png());
        Toolkit.run(() -> FileDrop.drop(find("#signature-pad"), List.of(scan)));
        Toolkit.settle();
        shoot("19-signature-scan");
        press("#signature-keep");
        shoot("19-signature-kept");
        press("#signature-take-away");
        shoot("19-signature-taken-away");
        press("#sheet-close");
    }

    /// While the camera is on, the work beside the screen does not end.
    private void camera() throws Exception {
        fire("#person-camera");
        OnScreen.until(() -> !find("#camera-take").isDisabled());
        shoot("19-camera");
        fire("#camera-take");
        OnScreen.until(() -> stage.getScene().getRoot().lookup("#photo-area") != null);
        shoot("19-camera-taken");
        fire("#photo-again");
        fire("#sheet-cancel");
        Toolkit.settle();
    }

    private void fire(String id) throws Exception {
        Toolkit.run(() -> ((Button) find(id)).fire());
    }

    /// Somebody before a wall that is brighter on one side.
    static BufferedImage portrait() {
        var picture = new BufferedImage(640, 640, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setPaint(
                new GradientPaint(0, 0, new Color(232, 234, 236), 640, 0, new Color(96, 102, 110)));
        graphics.fillRect(0, 0, 640, 640);
        graphics.setColor(new Color(52, 66, 96));
        graphics.fillOval(120, 460, 400, 400);
        graphics.setColor(new Color(208, 166, 142));
        graphics.fillOval(220, 140, 200, 280);
        graphics.dispose();
        return picture;
    }

    private void pin() throws Exception {
        press("#person-pin");
        type("#holder-pin-pin", "258");
        type("#holder-pin-repeated", "258");
        press("#holder-pin-set");
        shoot("19-holder-pin");
        press("#sheet-close");
    }

    private void selfService() throws Exception {
        go("people");
        select("#people-table", 3);
        pin();
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
