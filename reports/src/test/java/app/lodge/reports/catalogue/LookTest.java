package app.lodge.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.reports.catalogue.ReportOutcome.PagesRendered;
import app.lodge.reports.catalogue.ReportOutcome.Rendered;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Leaves every report and receipt in `target/reports-gallery`, as PDF and as pictures, for people to
/// look at.
@Tag("ID-53")
class LookTest {

    private static final Path GALLERY = Path.of("target", "reports-gallery");

    private final FakeSite site = new FakeSite().withMovements(90).withEvents(70).withMedia(70);

    @Test
    void drawsEveryReportInBothLanguages() throws Exception {
        var orders =
                Map.of(
                        ReportKind.ACCOUNT_STATEMENT,
                        Map.of("account", "17"),
                        ReportKind.CASH_CLOSING,
                        Map.of("shift", "3"),
                        ReportKind.KIOSK_CASH,
                        Map.<String, String>of(),
                        ReportKind.KIOSK_EMPTYINGS,
                        Map.<String, String>of(),
                        ReportKind.DEVICE_JOURNAL,
                        Map.of("device", "till-1"),
                        ReportKind.ISSUED_CARDS,
                        Map.of("from", "2026-11-01"));
        for (var language : List.of("en", "de")) {
            for (var order : orders.entrySet()) {
                draw(order.getKey(), order.getValue(), language, "");
            }
        }
        draw(
                ReportKind.ACCOUNT_STATEMENT,
                Map.of("account", "17", "from", "2027-01-01"),
                "en",
                "-empty");
    }

    private void draw(
            ReportKind kind, Map<String, String> parameters, String language, String suffix)
            throws Exception {
        var name = kind.name().toLowerCase() + "-" + language + suffix;
        var pdf =
                (Rendered)
                        site.reports()
                                .render(
                                        FakeSite.CLERK,
                                        ReportOrder.file(
                                                kind, parameters, ReportFormat.PDF, language));
        var screen =
                (PagesRendered)
                        site.reports()
                                .render(
                                        FakeSite.CLERK,
                                        ReportOrder.screen(kind, parameters, language, 96, 1, 2));
        assertThat(screen.pageCount()).isEqualTo(pdf.pageCount());
        save(name + ".pdf", pdf.content());
        for (var i = 0; i < screen.pages().size(); i++) {
            save(name + "-" + (i + 1) + ".png", screen.pages().get(i));
            var image = ImageIO.read(new ByteArrayInputStream(screen.pages().get(i)));
            assertThat(Math.max(image.getWidth(), image.getHeight())).isBetween(1120, 1124);
        }
    }

    @Test
    @Tag("ID-21")
    void drawsReceipts() throws Exception {
        for (var format : ReceiptFormat.values()) {
            for (var copy : List.of(0, 2)) {
                var rendered =
                        (Rendered)
                                site.reports()
                                        .receipt(
                                                FakeSite.CLERK,
                                                FakeSite.receipt(copy),
                                                format,
                                                copy == 0 ? "en" : "de");
                save(format.name().toLowerCase() + "-" + rendered.fileName(), rendered.content());
                assertThat(rendered.content()).isNotEmpty();
            }
        }
    }

    private static void save(String name, byte[] content) throws Exception {
        Files.createDirectories(GALLERY);
        Files.write(GALLERY.resolve(name), content);
    }
}
