package app.lodge.bridge;

import app.lodge.bridge.FieldService.FieldOrder;
import app.lodge.bridge.certificates.Identity;
import app.lodge.bridge.certificates.SiteAuthority;
import app.lodge.bridge.link.FieldBroker;
import app.lodge.bridge.link.OutsideBroker;
import app.lodge.core.books.Actor;
import app.lodge.core.site.Site;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// How a site wants its field network: where it listens, as whom, and through which broker.
final class FieldOrders {

    private FieldOrders() {}

    static FieldOrder of(BridgeOrder order, Site site, SiteAuthority authority, Identity server)
            throws IOException {
        var home = site.homeSettings();
        return new FieldOrder(
                order.home().folder().resolve("broker"),
                home.listen(),
                home.mqttPort(),
                home.joinPort(),
                site.vault().siteId(),
                site.settings().site(Actor.system("bridge")).currency().getCurrencyCode(),
                site.settings().site(Actor.system("bridge")).language(),
                authority,
                server,
                order.clock(),
                outside(order, site, authority));
    }

    /// A broker outside gets what it needs to know this site by, whenever the bridge starts.
    private static @Nullable FieldBroker outside(
            BridgeOrder order, Site site, SiteAuthority authority) throws IOException {
        var address = site.homeSettings().broker();
        if (address == null) {
            return null;
        }
        new MosquittoFolder(order.home().folder().resolve(MosquittoFolder.NAME), order.clock())
                .write(authority, site.vault().siteId(), address.getHost(), address.getPort());
        return new OutsideBroker(address.getHost(), address.getPort());
    }
}
