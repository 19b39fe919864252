package app.lodge.desktop;

import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/// Accounts and the cash desk.
final class AccountPictures extends Drawing {

    AccountPictures(Stage stage, String name, Album album) {
        super(stage, name, album);
    }

    void standing() throws Exception {
        accounts();
        cash();
    }

    private void accounts() throws Exception {
        go("accounts");
        select("#accounts-hits", 2);
        shoot("30-account");
        press("#account-top-up");
        type("#top-up-amount", "zwölf");
        press("#top-up-take");
        shoot("31-top-up");
        type("#top-up-amount", "12,50");
        press("#top-up-take");
        shoot("32-receipt");
        press("#receipt-done");
    }

    void money() throws Exception {
        go("accounts");
        select("#accounts-hits", 3);
        Toolkit.run(() -> ((javafx.scene.control.ToggleButton) find("#movements-filter")).fire());
        Toolkit.settle();
        shoot("90-movements-filtered");
        Toolkit.run(() -> ((javafx.scene.control.ToggleButton) find("#movements-filter")).fire());
        select("#account-tabs", 1);
        shoot("90-account-holds");
        press("#hold-9006");
        shoot("90-hold-release");
        press("#sheet-cancel");
        select("#account-tabs", 0);
        openMovement(6);
        shoot("91-posting-top-up");
        press("#posting-done");
        openMovement(2);
        shoot("92-posting-purchase");
        press("#posting-refund");
        shoot("93-refund");
        press("#sheet-cancel");
        choose("account-transfer");
        Toolkit.run(() -> {
            ((TextField) find("#move-to")).setText("9");
            ((TextField) find("#move-amount")).setText("30");
        });
        press("#move-do");
        press("#move-do");
        shoot("94-transfer");
        press("#sheet-cancel");
        choose("account-correct");
        shoot("95-correction");
        press("#sheet-cancel");
        choose("account-close");
        shoot("96-close-account");
        press("#sheet-cancel");
        choose("account-limits");
        shoot("97-limits");
        press("#sheet-cancel");
        go("bookkeeping");
        select("#months-table", 1);
        shoot("98-months");
        for (int tab = 1; tab < 4; tab++) {
            int chosen = tab;
            select("#bookkeeping-tabs", chosen);
            shoot("99-bookkeeping-" + tab);
        }
    }

    private void openMovement(int row) throws Exception {
        var movements = (TableView<?>) find("#account-movements");
        Toolkit.run(() -> {
            movements.getSelectionModel().clearAndSelect(row);
            movements.fireEvent(
                    new javafx.scene.input.KeyEvent(
                            javafx.scene.input.KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            javafx.scene.input.KeyCode.ENTER,
                            false,
                            false,
                            false,
                            false));
        });
        Toolkit.settle();
    }

    /// From the account's menu.
    private void choose(String id) throws Exception {
        Toolkit.run(() ->
                ((javafx.scene.control.MenuButton) find("#account-more"))
                        .getItems().stream()
                                .filter(item -> id.equals(item.getId()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        Toolkit.settle();
    }

    private void cash() throws Exception {
        press("#account-pay-out");
        type("#pay-out-amount", "250");
        shoot("33-pay-out");
        press("#pay-out-do");
        Toolkit.run(() -> {
            ((TextField) find("#second-person-name")).setText("Jonas");
            ((TextField) find("#second-person-password")).setText("wrong password");
        });
        press("#second-person-approve");
        press("#second-person-ask");
        shoot("34-second-person");
        Toolkit.run(() -> {
            ((TextField) find("#second-person-password")).setText(FakeSite.PASSWORD);
        });
        press("#second-person-approve");
        go("cash_desk");
        shoot("80-cash-desk-none");
        press("#cash-desk-open");
        type("#cash-count-5000", "3");
        shoot("81-cash-count");
        press("#cash-count-do");
        shoot("82-cash-desk");
        press("#cash-desk-transit");
        type("#cash-transit-amount", "900");
        press("#cash-transit-do");
        shoot("83-cash-transit");
        press("#sheet-cancel");
        press("#cash-desk-close");
        type("#cash-count-10000", "2");
        press("#cash-count-do");
        shoot("84-cash-close");
        Toolkit.run(() ->
                ((javafx.scene.control.ComboBox<?>) find("#cash-count-cause"))
                        .getSelectionModel()
                        .select(1));
        press("#cash-count-do");
        shoot("85-cash-closed");
        press("#cash-closing-done");
        go("approvals");
        select("#approvals-table", 0);
        shoot("86-approvals");
        press("#approvals-approve");
    }
}
