package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.Purpose;
import app.lodge.reports.catalogue.ReportOutcome;
import app.lodge.reports.privacy.PaperFormat;
import app.lodge.reports.privacy.PrivacyPapers;

/// Papers of a few bytes.
final class FakePapers implements PrivacyPapers {

    @Override
    public ReportOutcome certificate(
            Actor actor, long number, PaperFormat format, String language) {
        return new ReportOutcome.Rendered(
                "certificate-" + number + ".pdf", "application/pdf", new byte[] {1, 2, 3}, 1, 0);
    }

    @Override
    public ReportOutcome everything(
            Actor actor,
            RequestId request,
            PersonId person,
            Purpose purpose,
            String reference,
            PaperFormat format,
            String language) {
        return certificate(actor, person.number(), format, language);
    }
}
