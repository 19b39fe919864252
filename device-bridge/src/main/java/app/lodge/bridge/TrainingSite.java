package app.lodge.bridge;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Role;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.site.SiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// A site to train on: made-up people with money and cards, open for virtual devices, and thrown away
/// whole when nobody needs it any more.
public final class TrainingSite {

    private static final String MARK = "training-site";
    private static final Actor FOUNDING = new Actor(1, "training", Role.ADMINISTRATOR, "training");

    private TrainingSite() {}

    /// @param folder one that has no site
    /// @throws SiteException if it cannot be made there
    public static void found(
            Path folder,
            SiteSettings settings,
            String administrator,
            char[] password,
            int people,
            InstantSource clock,
            KdfCost cost)
            throws SiteException {
        var home = new Home(folder);
        Site.create(home, settings, administrator, password, clock, cost);
        try {
            Files.writeString(folder.resolve(MARK), "To be thrown away: lodge virtual discard\n");
            Files.writeString(folder.resolve("lodge.properties"), "virtual-site=yes\n");
        } catch (IOException e) {
            throw refused(folder, e);
        }
        try (var site = Site.open(home, clock, cost)) {
            MadeUpHolders.in(site, FOUNDING, settings.currency()).make(people);
        }
    }

    /// Deletes the whole home, if it is a training site's and no bridge runs on it.
    ///
    /// @throws SiteException if it is not, or one does, or it cannot be deleted
    public static void discard(Path folder) throws SiteException {
        if (!Files.exists(folder.resolve(MARK))) {
            throw new SiteException(Problem.of("home", folder, "virtual-site.not-for-training"));
        }
        try (var lock = new Home(folder).lock()) {
            if (lock == null) {
                throw new SiteException(Problem.of("home", folder, "bridge.already-running"));
            }
        } catch (IOException e) {
            throw refused(folder, e);
        }
        try {
            SimulatedSite.discard(folder);
        } catch (IOException e) {
            throw refused(folder, e);
        }
    }

    private static SiteException refused(Path folder, IOException e) {
        return new SiteException(
                Problem.of("home", folder, "virtual-site.folder", String.valueOf(e.getMessage())));
    }
}
