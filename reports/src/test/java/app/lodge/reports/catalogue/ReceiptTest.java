package app.lodge.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.journal.Seals.Proving;
import app.lodge.reports.catalogue.ReportOutcome.NothingFound;
import app.lodge.reports.catalogue.ReportOutcome.Rejected;
import app.lodge.reports.catalogue.ReportOutcome.Rendered;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("ID-21")
class ReceiptTest {

    private static final List<String> SAID =
            List.of(
                    "Stadtwerke Łódź & Söhne",
                    "TU-000012",
                    "25,00 €",
                    "42,50 €",
                    "22.11.2026, 07:30:00",
                    "anna",
                    "desk-1",
                    "4711",
                    "9F86D081 884C7D65 9A2FEAA0 C55AD015",
                    "A3BF4F1B 2B0B822C D15D6C15 B0F00A08");

    private final Reports reports = new FakeSite().reports();

    @ParameterizedTest
    @EnumSource
    void saysAllThatAnAuditorAsksFor(ReceiptFormat format) throws Exception {
        assertThat(said(format, 0)).contains(SAID).doesNotContain("Kopie");
        assertThat(said(format, 2)).contains(SAID).contains("Kopie 2");
    }

    @Test
    void theRollIs80MillimetresWideAndAsLongAsItsContent() throws Exception {
        try (var pdf = Reading.pdf(print(ReceiptFormat.ROLL, 0))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(226f, 228f);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isBetween(400f, 560f);
        }
        try (var pdf = Reading.pdf(print(ReceiptFormat.A4, 0))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isEqualTo(842f);
        }
    }

    @ParameterizedTest
    @CsvSource({"ROLL, 0", "ROLL, 2", "A4, 0", "A4, 2"})
    @Tag("ID-50")
    void aPhoneReadsTheCodeFromThePaper(ReceiptFormat format, int copy) throws Exception {
        try (var pdf = Reading.pdf(print(format, copy))) {
            var page =
                    new PDFRenderer(pdf)
                            .renderImageWithDPI(0, format == ReceiptFormat.A4 ? 300 : 203);
            ImageIO.write(page, "png", new File("target/receipt-" + format + copy + ".png"));
            var pixels =
                    page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            var read =
                    new QRCodeReader()
                            .decode(
                                    new BinaryBitmap(new HybridBinarizer(source)),
                                    Map.of(DecodeHintType.TRY_HARDER, true));
            assertThat(read.getText())
                    .isEqualTo(
                            FakeSite.proof(copy == 0 ? Proving.ROW_ONLY : Proving.UP_TO_THE_SEAL));
        }
    }

    @Test
    void noLineOfTheTextIsWiderThanTheRoll() {
        var text = new String(print(ReceiptFormat.TEXT, 2).content(), StandardCharsets.UTF_8);

        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isBetween(1, 42));
        assertThat(text).endsWith("\n").doesNotContain("\r");
    }

    @Test
    void aCopyIsFetchedByItsPosting() {
        var copy = (Rendered) reports.receiptCopy(FakeSite.CLERK, 1000, ReceiptFormat.ROLL, "");

        assertThat(copy.fileName()).isEqualTo("receipt-tu-000012-copy-2.pdf");
        assertThat(reports.receiptCopy(FakeSite.CLERK, 7, ReceiptFormat.ROLL, "en"))
                .isInstanceOf(NothingFound.class);
        assertThat(reports.receiptCopy(FakeSite.CLERK, 1000, ReceiptFormat.ROLL, "xx"))
                .isInstanceOf(Rejected.class);
    }

    private String said(ReceiptFormat format, int copy) throws Exception {
        var rendered = print(format, copy);
        return format == ReceiptFormat.TEXT
                ? Reading.plain(new String(rendered.content(), StandardCharsets.UTF_8))
                : Reading.text(rendered);
    }

    private Rendered print(ReceiptFormat format, int copy) {
        return (Rendered) reports.receipt(FakeSite.CLERK, FakeSite.receipt(copy), format, "de");
    }
}
