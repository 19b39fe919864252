package app.lodge.reports.privacy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.Privacy;
import app.lodge.core.privacy.Purpose;
import app.lodge.core.settings.Settings;
import app.lodge.reports.catalogue.ReportOutcome;
import java.time.InstantSource;

/// The certificate of an erasure (ID-57) and everything about one person (ID-58), as PDF and JSON.
public interface PrivacyPapers {

    static PrivacyPapers in(Privacy privacy, Settings settings, InstantSource clock) {
        return new DoorPapers(privacy, settings, clock);
    }

    /// @param language IETF tag; empty for the site's
    ReportOutcome certificate(Actor actor, long number, PaperFormat format, String language);

    /// Journalled with its purpose, and named in the certificate of a later erasure as handed out.
    ReportOutcome everything(
            Actor actor,
            RequestId request,
            PersonId person,
            Purpose purpose,
            String reference,
            PaperFormat format,
            String language);
}
