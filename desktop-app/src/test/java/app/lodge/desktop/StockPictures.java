package app.lodge.desktop;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.FourEyes.Verb;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.purse.PurseDesk.Visit;
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
        site.station.visit =
                new Visit.NeedsApproval(
                        new Matter(
                                Verb.PURSE_PAY_OUT, new AccountId(71), FakePurses.euro(30_000), 0),
                        FakePurses.euro(20_000));
        type("#purse-amount", "300");
        press("#purse-pay-out");
        shoot("29c2-purse-second-person");
        press("#sheet-close");
        shoot("29c3-purse-needs-approval");
        press("#sheet-close");
        site.station.purse = null;
        press("#carddesk-look");
        shoot("29c4-no-purse-account");
        press("#sheet-close");
        site.station.purseFault = new DeviceFault.VerifyMismatch("purse-state");
        press("#carddesk-look");
        shoot("29c5-purse-unread");
        press("#sheet-close");
        site.station.purseFault = null;
        site.station.lying = before;
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
