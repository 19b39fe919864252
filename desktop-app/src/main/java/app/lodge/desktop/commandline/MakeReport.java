package app.lodge.desktop.commandline;

import app.lodge.reports.catalogue.ReportFormat;
import app.lodge.reports.catalogue.ReportKind;
import app.lodge.reports.catalogue.ReportOrder;
import app.lodge.reports.catalogue.ReportOutcome;
import app.lodge.reports.catalogue.Reports;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge report`: any report as a file (ID-53).
@Command(name = "report")
final class MakeReport extends DoorCommand {

    @Parameters(index = "0", paramLabel = "KIND", descriptionKey = "report.kind")
    String kind = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NAME=VALUE",
            descriptionKey = "report.parameters")
    List<String> parameters = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "report.format")
    String format = "pdf";

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "report.out")
    @Nullable Path out;

    @Option(names = "--language", paramLabel = "TAG", descriptionKey = "report.language")
    String language = "";

    @Option(names = "--replace", descriptionKey = "option.replace")
    boolean replace;

    MakeReport(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var wanted = Values.choice("KIND", kind, ReportKind.class);
        var as = Values.choice("--format", format, ReportFormat.class);
        if (as == ReportFormat.PAGES) {
            throw new WrongUsage("cli.choice", "--format", format, "pdf, xlsx, csv, xml");
        }
        var order = ReportOrder.file(wanted, Values.pairs("NAME=VALUE", parameters), as, language);
        return switch (doors.door(Reports.class).render(doors.actor(), order)) {
            case ReportOutcome.Rendered rendered -> write(rendered);
            case ReportOutcome.PagesRendered pages ->
                    throw new IllegalStateException(
                            "Asked for %s and got %d pages".formatted(as, pages.pageCount()));
            case ReportOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
            case ReportOutcome.NothingFound(var missing) -> new Answer.Faulty(List.of(missing));
        };
    }

    private Answer write(ReportOutcome.Rendered rendered) {
        var target = out == null ? Path.of(rendered.fileName()) : out;
        if (Files.isDirectory(target)) {
            target = target.resolve(rendered.fileName());
        }
        try {
            if (replace) {
                Files.write(target, rendered.content());
            } else {
                Files.write(
                        target,
                        rendered.content(),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE);
            }
        } catch (FileAlreadyExistsException e) {
            return Answer.refused("cli.file-exists", "--out", target);
        } catch (IOException e) {
            return Answer.refused("cli.file-unwritable", "--out", target);
        }
        var facts = new LinkedHashMap<String, Object>();
        facts.put("file", target.toString());
        facts.put("rows", rendered.rows());
        facts.put("pages", rendered.pageCount());
        return new Answer.Done(
                Map.copyOf(facts),
                List.of(
                        session.text(
                                "cli.report.written",
                                target,
                                rendered.rows(),
                                rendered.pageCount())));
    }
}
