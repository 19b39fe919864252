package app.lodge.reports.privacy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.doors.Json;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.Certificate;
import app.lodge.core.privacy.Dossier;
import app.lodge.core.privacy.Privacy;
import app.lodge.core.privacy.Privacy.DossierOutcome;
import app.lodge.core.privacy.Purpose;
import app.lodge.core.settings.Settings;
import app.lodge.core.texts.Texts;
import app.lodge.reports.catalogue.ReportOutcome;
import app.lodge.reports.catalogue.ReportOutcome.NothingFound;
import app.lodge.reports.catalogue.ReportOutcome.Rejected;
import app.lodge.reports.catalogue.ReportOutcome.Rendered;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Paper;
import app.lodge.reports.rendering.Press;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Supplier;

/// Papers drawn from what the privacy door tells the caller.
final class DoorPapers implements PrivacyPapers {

    private final Privacy privacy;
    private final Settings settings;
    private final InstantSource clock;
    private final Press press = new Press();

    DoorPapers(Privacy privacy, Settings settings, InstantSource clock) {
        this.privacy = privacy;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public ReportOutcome certificate(
            Actor actor, long number, PaperFormat format, String language) {
        var found = privacy.certificate(actor, number);
        if (found.isEmpty()) {
            return new NothingFound(Problem.of("number", number, "privacy.no-certificate"));
        }
        var head = head(actor, language);
        return give(
                "erasure-certificate-" + number,
                format,
                found.get(),
                Certificate.class,
                () -> new CertificateSheet(found.get(), head).paper());
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
        return switch (privacy.everything(actor, request, person, purpose, reference)) {
            case DossierOutcome.Rejected(var problems) -> new Rejected(problems);
            case DossierOutcome.Gathered(var dossier) -> {
                var head = head(actor, language);
                yield give(
                        "person-dossier-" + person.number(),
                        format,
                        dossier,
                        Dossier.class,
                        () -> new DossierSheet(dossier, head).paper());
            }
        };
    }

    private ReportOutcome give(
            String stem, PaperFormat format, Object value, Type type, Supplier<Paper> paper) {
        return switch (format) {
            case PDF -> {
                var printed = press.print(paper.get());
                yield new Rendered(
                        stem + ".pdf", "application/pdf", printed.pdf(), printed.pageCount(), 1);
            }
            case JSON ->
                    new Rendered(
                            stem + ".json",
                            "application/json",
                            (Json.pretty(value, type) + "\n").getBytes(StandardCharsets.UTF_8),
                            0,
                            1);
        };
    }

    private Letterhead head(Actor actor, String language) {
        var site = settings.site(actor);
        return new Letterhead(
                site,
                new Texts(Locale.forLanguageTag(language.isBlank() ? site.language() : language)),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                actor);
    }
}
