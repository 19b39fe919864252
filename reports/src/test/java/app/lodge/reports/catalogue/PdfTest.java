package app.lodge.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.people.PersonDetails;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ID-53")
class PdfTest {

    private final FakeSite site = new FakeSite().withEvents(40).withMedia(40);

    @BeforeAll
    static void warm() {
        Reports.warmUp();
    }

    @Test
    void namesOfManyScriptsComeOutAndAreEmbedded() throws Exception {
        var rendered =
                Reading.fileIn("de", site.reports(), ReportKind.ISSUED_CARDS, ReportFormat.PDF);

        var text = Reading.text(rendered);
        for (var name : site.names) {
            assertThat(text).contains(name.fullName());
        }
        for (var medium : site.media) {
            assertThat(text).contains(medium.number());
        }
        assertThat(text).contains("40 Medien");
        assertThat(Reading.fonts(rendered))
                .isNotEmpty()
                .allSatisfy(font -> assertThat(font.isEmbedded()).isTrue())
                .extracting(font -> font.getName().substring(7))
                .contains("NotoSans-Regular", "NotoSans-Bold", "NotoSansSC-Regular");
    }

    @Test
    void carriesItsTitleAndLanguage() throws Exception {
        try (var pdf =
                Reading.pdf(
                        Reading.fileIn(
                                "de",
                                site.reports(),
                                ReportKind.DEVICE_JOURNAL,
                                ReportFormat.PDF,
                                "device",
                                "till-1"))) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Gerätejournal");
            assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo(site.siteName);
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo("2026-11-22T06:35:12Z");
        }
    }

    @Test
    void theDeviceJournalShowsEveryEventAndCountsWhatIsMissing() throws Exception {
        site.events.remove(10);

        var text =
                Reading.text(
                        Reading.file(
                                site.reports(),
                                ReportKind.DEVICE_JOURNAL,
                                ReportFormat.PDF,
                                "device",
                                "till-1"));

        for (var event : site.events) {
            assertThat(text).contains(" " + event.seq() + " 1 Nov 2026");
        }
        assertThat(text).contains("39 events").contains("39 3 14 1"); // the four figures
    }

    @Test
    void aVeryLongNameIsWrappedAndNotCut() throws Exception {
        var family = "Wolfeschlegelsteinhausenbergerdorff ".repeat(5).strip();
        site.names = List.of(PersonDetails.named("Hubert", family));

        var text =
                Reading.text(
                        Reading.file(site.reports(), ReportKind.ISSUED_CARDS, ReportFormat.PDF));

        // five times for each of 40 cards, wherever the lines break
        assertThat(text.split("Wolfeschlegel", -1).length - 1).isEqualTo(5 * 40);
    }
}
