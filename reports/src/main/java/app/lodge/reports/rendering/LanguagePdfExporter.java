package app.lodge.reports.rendering;

import java.io.OutputStream;
import java.util.Locale;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfDocumentWriter;
import net.sf.jasperreports.pdf.common.PdfProducer;

/// A PDF exporter that names the document's language (ISO 32000-1, 14.9.2), so that screen readers
/// speak it right. JasperReports does so only for tagged PDFs, which the published PDF library cannot
/// write.
final class LanguagePdfExporter extends JRPdfExporter {

    private final Locale language;

    LanguagePdfExporter(JasperReportsContext context, Locale language) {
        super(context);
        this.language = language;
    }

    @Override
    protected PdfProducer createPdfProducer() {
        return new ClassicPdfProducer(createPdfProducerContext()) {
            @Override
            public PdfDocumentWriter createWriter(OutputStream stream) throws JRException {
                var writer = super.createWriter(stream);
                writer.setLanguage(language.toLanguageTag());
                return writer;
            }
        };
    }
}
