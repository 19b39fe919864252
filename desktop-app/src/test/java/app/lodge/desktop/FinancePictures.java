package app.lodge.desktop;

import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/// Finance: cost centres, products, kiosks.
final class FinancePictures extends Drawing {

    FinancePictures(Stage stage, String name, Album album) {
        super(stage, name, album);
    }

    void finance() throws Exception {
        go("finance");
        shoot("90-cost-centres");
        press("#centre-add");
        press("#centre-save");
        shoot("91-cost-centre");
        press("#sheet-cancel");
        press("#budget-add");
        type("#budget-form-person", "an");
        press("#budget-save");
        shoot("92-budget");
        press("#sheet-cancel");
        press("#link-add");
        shoot("93-who-may-charge");
        press("#sheet-cancel");
        select("#finance-tabs", 1);
        select("#groups-table", 0);
        shoot("94-groups");
        select("#finance-tabs", 2);
        Toolkit.run(() -> {
            ((TableView<?>) find("#orders-table")).getSelectionModel().select(0);
            ((TextField) find("#mandate-of-holder-of")).setText("Kova");
        });
        Toolkit.settle();
        Toolkit.run(() -> {
            var found = (ListView<?>) find("#found-holderOf");
            found.getSelectionModel().select(0);
            found.getOnMouseClicked().handle(null);
        });
        Toolkit.settle();
        shoot("95-top-ups");
        press("#order-return");
        press("#order-return-do");
        shoot("96-return");
        press("#sheet-cancel");
        press("#rule-edit-3");
        shoot("97-rule");
        press("#sheet-cancel");
        press("#mandate-add");
        press("#mandate-save");
        shoot("98-mandate");
        press("#sheet-cancel");
        select("#finance-tabs", 3);
        shoot("99-bank-files");
        press("#bank-run-1");
        shoot("99a-payout");
        press("#sheet-cancel");
        press("#bank-details");
        shoot("99b-bank-details");
        press("#sheet-cancel");
        kiosks();
    }

    private void kiosks() throws Exception {
        select("#finance-tabs", 4);
        select("#emptyings-table", 0);
        shoot("99c-kiosks");
        press("#kiosk-count");
        type("#cash-count-5000", "16");
        press("#bag-count-do");
        shoot("99d-bag-count");
        press("#sheet-cancel");
        press("#kiosk-rules");
        shoot("99e-pay-out-rules");
        press("#sheet-cancel");
        products();
    }

    private void products() throws Exception {
        go("finance");
        select("#finance-tabs", 5);
        select("#products-table", 0);
        shoot("99g-products");
        press("#product-add");
        press("#product-save");
        shoot("99h-product");
        press("#sheet-cancel");
        press("#price-put");
        press("#price-save");
        shoot("99i-price");
        press("#sheet-cancel");
        press("#price-history-open");
        shoot("99l-price-history");
        press("#sheet-close");
        press("#price-lists-open");
        press("#price-list-change");
        shoot("99m-price-list-changed");
        press("#price-list-save");
        select("#price-lists", 2);
        press("#price-list-end");
        shoot("99n-price-list-ended");
        press("#price-list-end-do");
        shoot("99o-price-lists");
        press("#price-list-add");
        press("#price-list-form-hours");
        shoot("99j-price-list");
        press("#sheet-cancel");
        press("#sheet-close");
    }
}
