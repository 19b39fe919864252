package app.lodge.reports.rendering;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperPrintManager;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/// Pages, laid out and ready to leave as PDF or as pictures.
public final class Printed {

    private static final float POINTS_PER_INCH = 72;

    private final JasperReportsContext context;
    private final JasperPrint pages;
    private final Paper paper;

    Printed(JasperReportsContext context, JasperPrint pages, Paper paper) {
        this.context = context;
        this.pages = pages;
        this.paper = paper;
        numberPages();
    }

    public int pageCount() {
        return pages.getPages().size();
    }

    /// PDF with title, language and embedded fonts. The same paper gives the same bytes.
    public byte[] pdf() {
        var bytes = new ByteArrayOutputStream();
        var configuration = new SimplePdfExporterConfiguration();
        configuration.setMetadataTitle(paper.title());
        configuration.setMetadataAuthor(paper.author());
        configuration.setMetadataCreator("Lodge");
        configuration.setDisplayMetadataTitle(true);
        var exporter = new LanguagePdfExporter(context, paper.locale());
        exporter.setConfiguration(configuration);
        exporter.setExporterInput(new SimpleExporterInput(pages));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
        try {
            exporter.exportReport();
        } catch (JRException e) {
            throw new IllegalStateException("%s gives no PDF".formatted(paper.template()), e);
        }
        return StablePdf.of(bytes.toByteArray(), paper.at());
    }

    /// Pages as PNG, from page `first` (1 is the first), `count` at most.
    public List<byte[]> pictures(int dpi, int first, int count) {
        var pictures = new ArrayList<byte[]>();
        for (var page = first; page <= pageCount() && page < first + count; page++) {
            pictures.add(picture(page - 1, dpi));
        }
        return pictures;
    }

    private byte[] picture(int index, int dpi) {
        try {
            var image =
                    JasperPrintManager.getInstance(context)
                            .printToImage(pages, index, dpi / POINTS_PER_INCH);
            var png = new ByteArrayOutputStream();
            ImageIO.write((BufferedImage) image, "png", png);
            return png.toByteArray();
        } catch (JRException e) {
            throw new IllegalStateException(
                    "%s gives no picture of page %d".formatted(paper.template(), index + 1), e);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be written to memory", e);
        }
    }

    /// Templates cannot know how many pages there will be; their element `page` is filled afterwards.
    private void numberPages() {
        if (!(paper.length() instanceof Paper.Length.Sheets(var numbering))) {
            return;
        }
        for (var i = 0; i < pageCount(); i++) {
            for (var element : pages.getPages().get(i).getElements()) {
                if (element instanceof JRPrintText text && "page".equals(text.getKey())) {
                    text.setText(numbering.of(i + 1, pageCount()));
                }
            }
        }
    }
}
