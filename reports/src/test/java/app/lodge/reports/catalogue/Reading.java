package app.lodge.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.reports.catalogue.ReportOutcome.Rendered;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/// Reads files back with libraries that did not write them.
final class Reading {

    private Reading() {}

    static Rendered file(Reports reports, ReportKind kind, ReportFormat format, String... given) {
        return fileIn("en", reports, kind, format, given);
    }

    static Rendered fileIn(
            String language,
            Reports reports,
            ReportKind kind,
            ReportFormat format,
            String... given) {
        var outcome =
                reports.render(
                        FakeSite.CLERK,
                        ReportOrder.file(kind, parameters(given), format, language));
        assertThat(outcome).isInstanceOf(Rendered.class);
        return (Rendered) outcome;
    }

    static Map<String, String> parameters(String... given) {
        var parameters = new java.util.HashMap<String, String>();
        for (var i = 0; i < given.length; i += 2) {
            parameters.put(given[i], given[i + 1]);
        }
        return parameters;
    }

    static PDDocument pdf(Rendered rendered) throws IOException {
        assertThat(rendered.mediaType()).isEqualTo("application/pdf");
        return Loader.loadPDF(rendered.content());
    }

    /// All text in reading order; hard spaces become plain ones, lines are joined.
    static String text(Rendered rendered) throws IOException {
        try (var pdf = pdf(rendered)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return plain(stripper.getText(pdf));
        }
    }

    static String plain(String text) {
        return text.replaceAll("[\u00A0\u202F\\s]+", " ");
    }

    static List<PDFont> fonts(Rendered rendered) throws IOException {
        var fonts = new ArrayList<PDFont>();
        try (var pdf = pdf(rendered)) {
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
        }
        return fonts;
    }

    static List<Row> sheet(Rendered rendered, int index) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(rendered.content()))) {
            return book.getSheet(index).orElseThrow().read();
        }
    }
}
