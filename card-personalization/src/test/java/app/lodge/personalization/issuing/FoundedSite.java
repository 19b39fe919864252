package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.site.SiteException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;

/// A site of its own for a test, with one person to issue to.
public final class FoundedSite {

    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    private static final Actor CHIEF = new Actor(1, "chief", Role.ADMINISTRATOR, "desk-1");

    private FoundedSite() {}

    /// The caller closes it.
    public static Site in(Path folder, InstantSource clock) throws SiteException {
        var home = new Home(folder.resolve("home"));
        Site.create(
                home,
                SiteSettings.of(
                        "Hof", Currency.getInstance("EUR"), ZoneId.of("Europe/Vienna"), "de"),
                "chief",
                "correct horse".toCharArray(),
                clock,
                CHEAP);
        return again(folder, clock);
    }

    /// The site that was founded there. The caller closes it.
    static Site again(Path folder, InstantSource clock) throws SiteException {
        return Site.open(new Home(folder.resolve("home")), clock, CHEAP);
    }

    public static PersonId ana(Site site) {
        var enrolled =
                site.people()
                        .enrol(
                                CHIEF,
                                RequestId.fresh(),
                                PersonDetails.named("Ana", "Horvat"),
                                EnrolOutcome.Duplicates.ACCEPTED);
        return ((EnrolOutcome.Enrolled) enrolled).person().id();
    }
}
