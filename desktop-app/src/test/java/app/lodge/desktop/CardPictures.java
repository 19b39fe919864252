package app.lodge.desktop;

import app.lodge.core.devices.DeviceFault;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.carddesk.QueueRow;
import app.lodge.desktop.carddesk.QueueRow.Standing;
import app.lodge.personalization.issuing.BatchLook;
import app.lodge.personalization.issuing.IssueStep;
import app.lodge.personalization.issuing.Lacking;
import app.lodge.personalization.printers.Supplies;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/// The card desk: people, media, keys and batches.
final class CardPictures extends Drawing {

    CardPictures(Stage stage, String name, Album album) {
        super(stage, name, album);
    }

    void cards(FakeSite site) throws Exception {
        go("card_desk");
        shoot("20-card-desk");
        select("#carddesk-people", 9);
        shoot("21-card");
        press("#issue-card");
        shoot("22-issued");
        var lock =
                all(stage.getScene().getRoot()).stream()
                        .filter(n -> n.getId() != null && n.getId().startsWith("medium-"))
                        .findFirst()
                        .orElseThrow();
        press("#" + lock.getId());
        shoot("23-block");
        press("#block-do");
        shoot("24-blocked");
        press("#sheet-cancel");
        press("#carddesk-look");
        shoot("25-what-is-this-card");
        press("#sheet-close");
        byNumber();
        contactKeys();
        phone();
        press("#flow-lost");
        shoot("26-lost");
        press("#flow-next");
        shoot("27-replaced");
        press("#flow-next");
        press("#flow-returned");
        shoot("28-returned");
        press("#flow-next");
        press("#flow-lend");
        shoot("29-lent");
        press("#flow-next");
        press("#carddesk-batches");
        shoot("29f-batches");
        press("#batch-prices");
        shoot("29j-batch-prices");
        press("#sheet-cancel");
        missing(site);
        press("#batch-run");
        shoot("29g-batch-ended");
        press("#batch-order");
        shoot("29h-batch-new");
        press("#sheet-cancel");
        press("#sheet-close");
        press("#carddesk-nameless");
        shoot("29a-without-a-name");
    }

    /// Term start: one card in the making, one that failed, others that wait.
    void queue(FakeSite site) throws Exception {
        go("card_desk");
        press("#carddesk-queue");
        shoot("29n-queue-empty");
        site.batches.queue.failed(new PersonId(3));
        site.station.fault = new DeviceFault.OutOfRibbon("evolis:Primacy 2");
        for (int place : List.of(9, 6, 4)) {
            select("#carddesk-people", place);
            press("#queue-up");
        }
        select("#carddesk-people", 2);
        shoot("29o-queue-stands-still");
        press("#queue-enrol");
        shoot("29p-queue-enrol");
        press("#sheet-cancel");
        printing(site);
        shoot("29r-queue-done");
        press("#carddesk-queue");
        shoot("29s-queue-left");
        levels(site);
    }

    /// A network printer that tells hundredths; one of them is low.
    private void levels(FakeSite site) throws Exception {
        var counted = site.station.look;
        site.station.look =
                new BatchLook(
                        counted.cards(),
                        counted.sides(),
                        null,
                        new Supplies(
                                "",
                                null,
                                null,
                                List.of(
                                        new Supplies.Level("YMCKO ribbon", 8),
                                        new Supplies.Level("Transfer film", 64),
                                        new Supplies.Level("Cleaning roller", 71))),
                        null,
                        counted.blanks(),
                        counted.cost(),
                        null);
        press("#carddesk-queue");
        shoot("29t-desk-line-levels");
        press("#carddesk-queue");
        site.station.look = counted;
    }

    /// While a card is made, nothing here waits for the end of it.
    private void printing(FakeSite site) throws Exception {
        site.station.fault = null;
        site.station.mayGo = new CountDownLatch(1);
        site.station.holdAt = IssueStep.PRINTING;
        Toolkit.run(() -> ((Button) find("#queue-pause")).fire());
        OnScreen.until(() -> shows(Standing.PRINTING));
        shoot("29q-queue");
        site.station.mayGo.countDown();
        Toolkit.settle();
    }

    private boolean shows(Standing standing) {
        return find("#queue-cards") instanceof TableView<?> table
                && table.getItems().stream()
                        .anyMatch(row -> row instanceof QueueRow one && one.standing() == standing);
    }

    private void missing(FakeSite site) throws Exception {
        site.station.lacking =
                List.of(
                        new Lacking(
                                new PersonId(3), "Abendroth-Weissenfels, Maximiliane", true, true),
                        new Lacking(new PersonId(5), "Kovačić, Ana", false, true));
        press("#batch-run");
        shoot("29k-batch-missing");
        press("#sheet-close");
        site.station.lacking = List.of();
    }

    private void byNumber() throws Exception {
        press("#carddesk-number");
        type("#number-text", "040B0203040506");
        press("#number-look");
        shoot("25-card-by-number");
        type("#number-text", "0044151491");
        press("#number-look");
        shoot("25-number-unknown");
        press("#sheet-close");
    }

    private void phone() throws Exception {
        press("#carddesk-app");
        shoot("28p-phone");
        press("#sheet-close");
    }

    private void contactKeys() throws Exception {
        readAt(3);
        press("#carddesk-look");
        shoot("26-contact-key");
        scrollDown();
        shoot("27-contact-key-form");
        press("#key-file-open");
        shoot("27-contact-key-stations");
        press("#sheet-close");
        readAt(4);
        press("#carddesk-look");
        shoot("28-station-log");
        press("#sheet-close");
        readAt(0);
    }

    private void readAt(int reader) throws Exception {
        select("#station-reader", reader);
    }

    /// A medium of each family as *What is this card?* tells it.
    void media(FakeSite site) throws Exception {
        go("card_desk");
        var before = site.station.lying;
        for (var seen : LookedAtMedia.all().entrySet()) {
            site.station.lying = seen.getValue();
            press("#carddesk-look");
            shoot("25-what-is-" + seen.getKey());
            press("#sheet-close");
        }
        site.station.lying = before;
    }
}
