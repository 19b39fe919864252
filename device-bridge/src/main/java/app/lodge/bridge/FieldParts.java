package app.lodge.bridge;

import app.lodge.bridge.authorising.TerminalKeySets;
import app.lodge.bridge.kiosks.KioskCash;
import app.lodge.core.accounts.Payments;
import app.lodge.core.devices.FieldAccess;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.media.Apps;
import app.lodge.core.operators.TerminalEntrance;
import app.lodge.core.purse.Purses;
import app.lodge.core.rollout.FieldFiles;
import app.lodge.core.site.Site;
import java.util.Currency;
import java.util.function.Supplier;

/// What the field network reads from the site's books and writes into them.
record FieldParts(
        FieldBooks books,
        Apps apps,
        Payments payments,
        Purses purses,
        KioskCash cash,
        TerminalKeySets keySets,
        TerminalEntrance entrance,
        FieldAccess access,
        FieldFiles packages) {

    /// @param currency of what kiosks hold
    static FieldParts of(Site site, Supplier<Currency> currency) {
        return new FieldParts(
                site.field(),
                site.apps(),
                site.payments(),
                site.purses(),
                new KioskCash(site.kioskTraffic(), currency),
                new VaultKeySets(site),
                site.terminalEntrance(),
                FieldAccess.in(site.books()),
                FieldFiles.in(site.books()));
    }
}
