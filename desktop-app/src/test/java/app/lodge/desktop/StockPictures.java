package app.lodge.desktop;

import javafx.scene.control.Button;
import javafx.stage.Stage;

/// Blanks, their orders, and purses on cards.
final class StockPictures extends Drawing {

    StockPictures(Stage stage, String name, Album album) {
        super(stage, name, album);
    }

    void stock() throws Exception {
        go("stock");
        select("#stock-table", 0);
        shoot("s1-stock");
        sheet("#stock-receive", "s2-receive", "#receive-do");
        sheet("#stock-prepare", "s3-prepare", "#prepare-start");
        sheet("#stock-hand-over", "s4-hand-over", "");
        sheet("#stock-write-off", "s5-write-off", "");
        sheet("#stock-count", "s6-count", "");
        sheet("#stock-order", "s7-order", "#order-save");
        select("#stock-tabs", 1);
        select("#stock-orders", 0);
        shoot("s8-orders");
        sheet("#order-stage", "s9-stage", "");
        sheet("#order-rules", "sa-rules", "");
        select("#stock-tabs", 2);
        shoot("sb-bad");
        select("#stock-tabs", 3);
        shoot("sc-movements");
        select("#stock-tabs", 4);
        shoot("sd-kinds");
        sheet("#place-add", "se-place", "#place-save");
        sheet("#blank-add", "sf-blank", "");
    }

    /// @param also pressed in the sheet before the picture; empty for nothing
    private void sheet(String button, String picture, String also) throws Exception {
        press(button);
        if (!also.isEmpty()) {
            press(also);
        }
        shoot(picture);
        Toolkit.run(() -> {
            if (stage.getScene().getRoot().lookup("#sheet-close") instanceof Button still) {
                still.fire();
            }
        });
        Toolkit.settle();
    }

    void purses(FakeSite site) throws Exception {
        go("card_desk");
        var before = site.station.lying;
        site.station.lying = PurseAtTheDeskTest.anas();
        var uid = site.station.lying.seen().uid().orElseThrow();
        site.station.purse = site.purses.look(uid);
        site.station.visit = site.purses.done(uid, 500);
        press("#carddesk-look");
        shoot("29a-purse");
        press("#purse-give-back-3");
        shoot("29b-purse-refund");
        press("#purse-refund-cancel");
        type("#purse-amount", "5");
        press("#purse-load-cash");
        shoot("29c-purse-receipt");
        press("#sheet-close");
        site.station.lying = before;
        site.station.purse = null;
        press("#carddesk-purse-alarms");
        shoot("29d-purse-alarms");
        press("#sheet-close");
        type("#carddesk-query", "ana");
        select("#carddesk-people", 0);
        press("#purse-11");
        shoot("29e-purse-file");
        press("#sheet-close");
        type("#carddesk-query", "");
    }
}
