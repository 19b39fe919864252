package app.lodge.reports.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.renderers.SimpleDataRenderer;

/// Lays papers out into pages with the templates that the build compiled. Safe for several threads.
public final class Press {

    private final JasperReportsContext context =
            new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
    private final Map<String, JasperReport> templates = new ConcurrentHashMap<>();

    public Printed print(Paper paper) {
        var laidOut = laidOut(paper);
        for (var next : paper.following()) {
            laidOut(next).getPages().forEach(laidOut::addPage);
        }
        return new Printed(context, laidOut, paper);
    }

    private JasperPrint laidOut(Paper paper) {
        var words = new HashMap<String, Object>(paper.words());
        paper.codes()
                .forEach((name, text) ->
                        words.put(name, SimpleDataRenderer.getInstance(QrCode.png(text))));
        words.put(JRParameter.REPORT_LOCALE, paper.locale());
        words.put(JRParameter.IS_IGNORE_PAGINATION, paper.length() instanceof Paper.Length.Endless);
        try {
            return JasperFillManager.getInstance(context)
                    .fill(
                            template(paper.template()),
                            words,
                            new JRMapCollectionDataSource(
                                    paper.rows().stream().<Map<String, ?>>map(r -> r).toList()));
        } catch (JRException e) {
            throw new IllegalStateException(
                    "Template %s could not be filled with %d rows"
                            .formatted(paper.template(), paper.rows().size()),
                    e);
        }
    }

    private JasperReport template(String name) {
        return templates.computeIfAbsent(name, Press::load);
    }

    private static JasperReport load(String name) {
        try (InputStream stream = Press.class.getResourceAsStream("/" + name + ".jasper")) {
            if (stream == null) {
                throw new IllegalStateException("Template %s is missing".formatted(name));
            }
            return (JasperReport) JRLoader.loadObject(stream);
        } catch (IOException | JRException e) {
            throw new IllegalStateException("Template %s cannot be loaded".formatted(name), e);
        }
    }
}
