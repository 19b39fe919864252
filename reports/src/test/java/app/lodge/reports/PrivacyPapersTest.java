package app.lodge.reports;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.ErasureGround;
import app.lodge.core.privacy.HoldGround;
import app.lodge.core.privacy.Privacy.EraseOutcome;
import app.lodge.core.privacy.Purpose;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.reports.catalogue.ReportOutcome;
import app.lodge.reports.catalogue.ReportOutcome.Rendered;
import app.lodge.reports.privacy.PaperFormat;
import app.lodge.reports.privacy.PrivacyPapers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The papers are left in `target/reports-gallery`: look at them.
final class PrivacyPapersTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));
    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    private static final Actor CHIEF = Actor.system("desk-1");
    private static final Path GALLERY = Path.of("target", "reports-gallery");

    @TempDir Path folder;
    private Site site;
    private PrivacyPapers papers;
    private PersonId person;

    @BeforeEach
    void open() throws Exception {
        var home = new Home(folder.resolve("home"));
        Site.create(
                home,
                SiteSettings.of(
                        "Hof", Currency.getInstance("EUR"), ZoneId.of("Europe/Vienna"), "de"),
                "chief",
                "correct horse".toCharArray(),
                CLOCK,
                CHEAP);
        site = Site.open(home, CLOCK, CHEAP);
        papers = PrivacyPapers.in(site.privacy(), site.settings(), CLOCK);
        var enrolled =
                site.people()
                        .enrol(
                                CHIEF,
                                RequestId.fresh(),
                                new PersonDetails(
                                        "Zoë",
                                        "Żółkiewska 王",
                                        LocalDate.parse("1990-01-02"),
                                        "P-1",
                                        "zoe@example.test",
                                        "",
                                        "Küche",
                                        "Gasse",
                                        "1",
                                        "1010",
                                        "Wien",
                                        "AT",
                                        "Filiale Mitte"),
                                EnrolOutcome.Duplicates.ACCEPTED);
        person = ((EnrolOutcome.Enrolled) enrolled).person().id();
        site.people().photograph(CHIEF, RequestId.fresh(), person, photo());
        Files.createDirectories(GALLERY);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "hr", "pl", "zh"})
    @Tag("ID-57")
    void aCertificateExistsInEveryLanguageAndNamesNobody(String language) throws Exception {
        site.privacy().everything(CHIEF, RequestId.fresh(), person, Purpose.ASKED_BY_PERSON, "A-1");
        var erased =
                (EraseOutcome.Erased)
                        site.privacy()
                                .erase(
                                        CHIEF,
                                        RequestId.fresh(),
                                        person,
                                        ErasureGround.ASKED_BY_PERSON,
                                        "A-2");
        assertThat(erased.certificate().handedOut()).hasSize(1);
        var pdf = rendered(papers.certificate(CHIEF, 1, PaperFormat.PDF, language));
        Files.write(GALLERY.resolve("certificate-" + language + ".pdf"), pdf.content());
        assertThat(pdf.pageCount()).isEqualTo(1);
        var json =
                new String(
                        rendered(papers.certificate(CHIEF, 1, PaperFormat.JSON, language))
                                .content(),
                        StandardCharsets.UTF_8);
        assertThat(json).contains("\"KEY\"", "ASKED_BY_PERSON").doesNotContain("Zoë", "zoe@");
        assertThat(papers.certificate(CHIEF, 2, PaperFormat.PDF, language))
                .isInstanceOf(ReportOutcome.NothingFound.class);
    }

    @Test
    @Tag("ID-58")
    void everythingAboutAPersonIsReadableAndMachineReadable() throws Exception {
        site.privacy()
                .hold(
                        CHIEF,
                        RequestId.fresh(),
                        person,
                        HoldGround.COURT,
                        LocalDate.parse("2027-01-01"),
                        "");
        var json =
                new String(
                        rendered(everything(PaperFormat.JSON)).content(), StandardCharsets.UTF_8);
        assertThat(json)
                .contains("Żółkiewska 王", "zoe@example.test", "person.enrolled", "COURT", "jpeg");
        var pdf = rendered(everything(PaperFormat.PDF));
        Files.write(GALLERY.resolve("dossier.pdf"), pdf.content());
        assertThat(pdf.pageCount()).isPositive();
        assertThat(
                        site.journal()
                                .page(
                                        CHIEF,
                                        new app.lodge.core.journal.Journal.Filter(
                                                "person.exported", "", null, null),
                                        null,
                                        9)
                                .rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.content()).contains("ASKED_BY_PERSON"));
    }

    private ReportOutcome everything(PaperFormat format) {
        return papers.everything(
                CHIEF, RequestId.fresh(), person, Purpose.ASKED_BY_PERSON, "A-1", format, "de");
    }

    private static Rendered rendered(ReportOutcome outcome) {
        assertThat(outcome).isInstanceOf(Rendered.class);
        return (Rendered) outcome;
    }

    private static byte[] photo() throws Exception {
        var out = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(
                new BufferedImage(120, 160, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }
}
