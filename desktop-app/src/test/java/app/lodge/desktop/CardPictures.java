package app.lodge.desktop;

import javafx.stage.Stage;

/// The card desk: people, media, keys and batches.
final class CardPictures extends Drawing {

    CardPictures(Stage stage, String name, Album album) {
        super(stage, name, album);
    }

    void cards() throws Exception {
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
        press("#batch-run");
        shoot("29g-batch-ended");
        press("#batch-order");
        shoot("29h-batch-new");
        press("#sheet-cancel");
        press("#sheet-close");
        press("#carddesk-nameless");
        shoot("29a-without-a-name");
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

    private void contactKeys() throws Exception {
        readAt(3);
        press("#carddesk-look");
        shoot("26-contact-key");
        scrollDown();
        shoot("27-contact-key-form");
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
