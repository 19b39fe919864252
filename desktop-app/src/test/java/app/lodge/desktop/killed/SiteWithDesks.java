package app.lodge.desktop.killed;

import app.lodge.bridge.Bridge;
import app.lodge.bridge.BridgeOrder;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.operators.Operators;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PhotoOutcome;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import javax.imageio.ImageIO;

/// A site with its encrypted books in a file, its bridge on free ports, and a clerk.
final class SiteWithDesks implements AutoCloseable {

    static final Actor ADMIN = new Actor(1, "admin", Role.ADMINISTRATOR, "office");
    private static final KdfCost CHEAP = new KdfCost(8, 1, 1);

    final Path home;
    private Bridge bridge;

    SiteWithDesks(Path home) throws Exception {
        this.home = home;
        Site.create(
                new Home(home),
                SiteSettings.of(
                        "Test site", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), "en"),
                "admin",
                Desk.PASSWORD.toCharArray(),
                Clock.systemUTC(),
                CHEAP);
        startBridge();
        var added =
                site().operators()
                        .add(
                                ADMIN,
                                RequestId.fresh(),
                                Desk.CLERK,
                                Role.CLERK,
                                Desk.PASSWORD.toCharArray());
        if (!(added instanceof Operators.AddOutcome.Done)) {
            throw new IllegalStateException("Adding the clerk answered " + added);
        }
    }

    /// At another port than before.
    void startBridge() throws Exception {
        bridge = Bridge.start(new BridgeOrder(new Home(home), Clock.systemUTC(), CHEAP));
    }

    void stopBridge() {
        bridge.close();
    }

    Site site() {
        return bridge.site();
    }

    /// Somebody with a photograph, so that nobody asks whether to print without.
    PersonId person(String familyName) throws IOException {
        var outcome =
                site().people()
                        .enrol(
                                ADMIN,
                                RequestId.fresh(),
                                PersonDetails.named("Vera", familyName),
                                EnrolOutcome.Duplicates.ACCEPTED);
        if (!(outcome instanceof EnrolOutcome.Enrolled enrolled)) {
            throw new IllegalStateException("Enrolling answered " + outcome);
        }
        var id = enrolled.person().id();
        var kept = site().people().photograph(ADMIN, RequestId.fresh(), id, portrait());
        if (!(kept instanceof PhotoOutcome.Kept)) {
            throw new IllegalStateException("Photographing answered " + kept);
        }
        return id;
    }

    private static byte[] portrait() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(480, 600, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        bridge.close();
    }
}
