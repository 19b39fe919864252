package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.privacy.Purpose;
import app.lodge.reports.catalogue.ReportOutcome;
import app.lodge.reports.privacy.PaperFormat;
import app.lodge.reports.privacy.PrivacyPapers;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge people export`: everything about one person in one file (ID-58).
@Command(name = "export")
final class ExportPerson extends DoorCommand {

    @Parameters(paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Option(
            names = "--purpose",
            paramLabel = "PURPOSE",
            required = true,
            descriptionKey = "people.export.purpose")
    String purpose = "";

    @Option(names = "--reference", paramLabel = "TEXT", descriptionKey = "people.reference")
    String reference = "";

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "people.export.format")
    String format = "pdf";

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "people.export.out")
    @Nullable Path out;

    ExportPerson(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var id = Values.person("PERSON", person);
        var why = Values.choice("--purpose", purpose, Purpose.class);
        var as = Values.choice("--format", format, PaperFormat.class);
        OutFile.requireFree("--out", out);
        var outcome =
                doors.door(PrivacyPapers.class)
                        .everything(
                                doors.actor(),
                                RequestId.fresh(),
                                id,
                                why,
                                reference,
                                as,
                                session.terminal().texts().locale().toLanguageTag());
        return switch (outcome) {
            case ReportOutcome.Rendered rendered -> write(rendered, id.number());
            case ReportOutcome.PagesRendered pages ->
                    throw new IllegalStateException(
                            "Asked for %s and got %d pages".formatted(as, pages.pageCount()));
            case ReportOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
            case ReportOutcome.NothingFound(var missing) -> new Answer.Faulty(List.of(missing));
        };
    }

    private Answer write(ReportOutcome.Rendered rendered, long number) {
        var target = out == null ? Path.of(rendered.fileName()) : out;
        if (Files.isDirectory(target)) {
            target = target.resolve(rendered.fileName());
        }
        try {
            Files.write(
                    target,
                    rendered.content(),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            return Answer.refused("cli.file-exists", "--out", target);
        } catch (IOException e) {
            return Answer.refused("cli.file-unwritable", "--out", target);
        }
        return Answer.done(
                Map.of("file", target.toString(), "person", number),
                session.text("cli.people.exported", ErasePerson.number(number), target));
    }
}
