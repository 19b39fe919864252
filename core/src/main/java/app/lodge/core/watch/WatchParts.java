package app.lodge.core.watch;

import app.lodge.core.books.Books;
import app.lodge.core.books.Sealing;
import app.lodge.core.devices.DeviceBoard;
import app.lodge.core.journal.Seals;
import app.lodge.core.keyversions.KeyVersions;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.watch.parties.DeviceMoney;
import app.lodge.core.watch.parties.PartyPost;
import java.util.function.Supplier;

/// What the watch is made of.
///
/// @param sealing of passwords and secrets, by the vault
/// @param siteId stands in the keys of messages
/// @param outlets asked anew for each message
/// @param money what parties may be told of cash
public record WatchParts(
        Books books,
        DeviceBoard board,
        SiteGauges gauges,
        Seals seals,
        KeyVersions keys,
        Supplier<SiteSettings> settings,
        Sealing sealing,
        String siteId,
        Supplier<Outlets> outlets,
        DeviceMoney money) {

    Watch wired() {
        var outgoing = new Outgoing(books, sealing, siteId, outlets);
        return new BookedWatch(
                books,
                settings,
                outgoing,
                new Rounds(
                        books,
                        board,
                        gauges,
                        settings,
                        outgoing,
                        new PartyPost(
                                books,
                                settings,
                                outgoing,
                                sealing,
                                siteId,
                                outlets,
                                money,
                                gauges,
                                new AlertBook(books))),
                new LookingAhead(books, board, gauges, seals, keys, settings));
    }
}
