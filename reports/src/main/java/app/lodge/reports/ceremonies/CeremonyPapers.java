package app.lodge.reports.ceremonies;

import app.lodge.core.books.Actor;
import app.lodge.core.keyversions.Ceremonies;
import app.lodge.core.settings.Settings;
import app.lodge.reports.catalogue.ReportOutcome;
import java.time.InstantSource;

/// The papers of a key ceremony, as PDF (CHAIN-07).
public interface CeremonyPapers {

    static CeremonyPapers in(Ceremonies ceremonies, Settings settings, InstantSource clock) {
        return new DrawnPapers(ceremonies, settings, clock);
    }

    /// One share's sheet, for its custodian alone; counts as handed out.
    ///
    /// @param language IETF tag; empty for the site's
    ReportOutcome share(Actor actor, String ceremony, int number, String language);

    ReportOutcome transcript(Actor actor, String ceremony, String language);
}
