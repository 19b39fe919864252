package app.lodge.desktop;

import app.lodge.core.devices.DeviceKind;
import javafx.stage.Stage;

/// Devices, roll-outs, the watch, the virtual site and rights.
final class FieldPictures extends Drawing {

    FieldPictures(Stage stage, String name, Album album) {
        super(stage, name, album);
    }

    void devices() throws Exception {
        go("devices");
        select("#devices-list", 1);
        shoot("35-device");
        select("#devices-list", 3);
        shoot("35a-payment-point");
        select("#devices-list", 1);
        for (int tab = 1; tab < 3; tab++) {
            int chosen = tab;
            select("#device-tabs", chosen);
            shoot(tab == 1 ? "36-compartments" : "37-events");
        }
        select("#device-tabs", 3);
        press("#device-locate");
        shoot("37a-from-afar");
        press("#device-revoke");
        shoot("37b-revoke");
        press("#sheet-cancel");
        press("#device-refused");
        shoot("37c-refused");
        press("#refusals-done");
        press("#device-configure");
        shoot("38-configure");
        press("#sheet-cancel");
        press("#device-add");
        type("#device-name", "gate-1");
        press("#device-add-do");
        shoot("39-join-code");
        press("#join-done");
        press("#device-add");
        select("#device-kind", DeviceKind.SAFE.ordinal());
        type("#device-name", "safe-1");
        press("#device-add-do");
        press("#join-done");
        select("#devices-list", 6);
        select("#device-tabs", 1);
        shoot("39a-safe-users");
        press("#device-user-add");
        shoot("39b-safe-user");
        press("#sheet-cancel");
    }

    void rollouts() throws Exception {
        go("rollout");
        select("#rollouts-table", 0);
        shoot("82-rollouts");
        press("#rollout-new");
        press("#rollout-look");
        shoot("83-new-rollout");
        press("#sheet-cancel");
        select("#rollout-tabs", 1);
        select("#packages-table", 1);
        shoot("84-packages");
        press("#package-add");
        press("#package-add-do");
        shoot("85-add-package");
        press("#sheet-cancel");
        select("#rollout-tabs", 2);
        select("#pushes-table", 0);
        shoot("86-pushes");
        press("#push-new");
        press("#push-look");
        shoot("87-push");
        press("#sheet-cancel");
        select("#rollout-tabs", 3);
        shoot("88-conflicts");
        select("#rollout-tabs", 4);
        select("#templates-table", 0);
        shoot("89-templates");
        press("#template-make");
        shoot("90-template");
        press("#sheet-cancel");
    }

    void watch() throws Exception {
        go("watch");
        select("#board-table", 3);
        shoot("75-board");
        select("#watch-tabs", 1);
        selectAll("#alerts-table");
        shoot("76b-alerts-several");
        select("#alerts-table", 0);
        shoot("76-alerts");
        select("#watch-tabs", 2);
        select("#ahead-table", 7);
        shoot("77-ahead");
        press("#provision-change");
        shoot("77a-provision");
        press("#sheet-cancel");
        select("#watch-tabs", 3);
        select("#rules-table", 1);
        shoot("78-rules");
        press("#rule-change");
        shoot("79-rule");
        press("#sheet-cancel");
        press("#mail-set-up");
        shoot("80-mail");
        press("#sheet-cancel");
        press("#hook-set-up");
        shoot("81-webhook");
        press("#sheet-cancel");
        select("#watch-tabs", 4);
        select("#parties-table", 2);
        shoot("81a-parties");
        press("#party-change");
        shoot("81b-party");
        press("#sheet-cancel");
        press("#sights-cit");
        shoot("81c-sights");
        press("#sheet-cancel");
        virtual();
    }

    private void virtual() throws Exception {
        select("#watch-tabs", 5);
        shoot("82-virtual");
        select("#virtual-table", 3);
        press("#virtual-tap");
        press("#crowd-send");
        shoot("83-virtual-crowd");
    }

    void rights() throws Exception {
        go("rights");
        shoot("76-rights");
        press("#rule-add");
        shoot("76a-rule-for-a-group");
        press("#sheet-close");
        select("#rights-tabs", 1);
        select("#drafts-table", 0);
        shoot("77-rights-draft");
        select("#rights-tabs", 2);
        shoot("78-rights-calendar");
        go("people");
        select("#people-table", 1);
        press("#person-rights");
        press("#right-why-1");
        shoot("79-person-rights");
        press("#sheet-close");
    }
}
