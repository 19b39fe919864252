package app.lodge.desktop.commandline;

import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.ImportRuns;
import app.lodge.core.people.PersonnelImport;
import app.lodge.core.people.PersonnelImport.Mapping;
import app.lodge.core.people.PersonnelImport.PersonnelFile;
import app.lodge.core.people.PersonnelImport.Preview;
import app.lodge.core.people.PersonnelImport.RowState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge people import`: shows what a personnel file would change, and writes it when told to
/// (ID-04, ID-05).
@Command(name = "import")
final class ImportPeople extends DoorCommand {

    /// As the door: a personnel file of a hundred thousand people is about 15 MB.
    private static final long LARGEST_FILE = 64L << 20;

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "people.import.file")
    Path file = Path.of("");

    @Option(names = "--undo", paramLabel = "RUN", descriptionKey = "people.import.undo")
    long undo;

    @Option(names = "--mapping", paramLabel = "NAME", descriptionKey = "people.import.mapping")
    String mappingName = "";

    @Option(names = "--write", descriptionKey = "people.import.write")
    boolean write;

    @Option(names = "--skip-faulty", descriptionKey = "people.import.skip-faulty")
    boolean skipFaulty;

    @Option(names = "--block-missing", descriptionKey = "people.import.block-missing")
    boolean blockMissing;

    ImportPeople(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        if (undo != 0) {
            return new UndoneImport(session, doors).answer(undo, write);
        }
        var read = read();
        var content = new PersonnelFile(file.getFileName().toString(), read);
        var imports = doors.door(PersonnelImport.class);
        var actor = doors.actor();
        var proposal = imports.open(actor, content);
        if (!proposal.problems().isEmpty()) {
            return new Answer.Faulty(proposal.problems());
        }
        Mapping mapping = proposal.mapping();
        if (!mappingName.isEmpty()) {
            var saved = imports.mappings(actor);
            var named = saved.stream().filter(each -> each.name().equals(mappingName)).findFirst();
            if (named.isEmpty()) {
                return Answer.refused(
                        "cli.people.no-such-mapping",
                        Values.shown(mappingName),
                        String.join(", ", saved.stream().map(Mapping::name).toList()));
            }
            mapping = named.get();
        }
        var preview = imports.preview(actor, content, mapping);
        if (!preview.problems().isEmpty()) {
            return new Answer.Faulty(preview.problems());
        }
        var lines = lines(preview);
        var facts = facts(preview);
        var faulty = preview.count(RowState.FAULTY);
        if (!write) {
            lines.add(session.text("cli.people.nothing-written"));
            return faulty == 0
                    ? new Answer.Done(facts, lines)
                    : new Answer.Refused("cli.people.faulty", List.of(faulty), facts, lines);
        }
        if (faulty > 0 && !skipFaulty) {
            return new Answer.Refused(
                    "cli.people.faulty-not-written", List.of(faulty), facts, lines);
        }
        var missing =
                blockMissing
                        ? preview.missing().stream().map(person -> person.id()).toList()
                        : List.<app.lodge.core.people.PersonId>of();
        var request = RequestId.fresh();
        var outcome = imports.apply(actor, request, content, mapping, missing);
        if (!outcome.problems().isEmpty()) {
            return new Answer.Faulty(outcome.problems());
        }
        facts.put("outcome", outcome);
        lines.add(
                session.text(
                        "cli.people.imported",
                        outcome.enrolled(),
                        outcome.changed(),
                        outcome.unchanged(),
                        outcome.faulty(),
                        outcome.blocked()));
        doors.door(ImportRuns.class)
                .ofRequest(actor, request)
                .ifPresent(run -> {
                    facts.put("run", run.number());
                    lines.add(session.text("cli.people.undo-with", Long.toString(run.number())));
                });
        return new Answer.Done(facts, lines);
    }

    private byte[] read() {
        try {
            if (!Files.isRegularFile(file)) {
                throw new WrongUsage("cli.file-unreadable", "FILE", file);
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new WrongUsage("cli.file-large", "FILE", file, LARGEST_FILE >> 20);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new WrongUsage("cli.file-unreadable", "FILE", file);
        }
    }

    private List<String> lines(Preview preview) {
        var lines = new ArrayList<String>();
        lines.add(
                session.text(
                        "cli.people.preview",
                        preview.count(RowState.NEW),
                        preview.count(RowState.CHANGED),
                        preview.count(RowState.UNCHANGED),
                        preview.missing().size(),
                        preview.count(RowState.FAULTY)));
        for (var row : preview.rows()) {
            for (Problem fault : row.faults()) {
                lines.add(
                        session.text(
                                "cli.people.fault",
                                row.row(),
                                fault.field(),
                                session.texts().problem(fault)));
            }
        }
        return lines;
    }

    private Map<String, Object> facts(Preview preview) {
        var facts = new LinkedHashMap<String, Object>();
        for (var state : RowState.values()) {
            facts.put(Values.kebab(state), preview.count(state));
        }
        facts.put("missing", preview.missing().stream().map(person -> person.id()).toList());
        var faults = new ArrayList<Map<String, Object>>();
        for (var row : preview.rows()) {
            for (var fault : row.faults()) {
                faults.add(
                        Map.of(
                                "row", row.row(),
                                "column", fault.field(),
                                "value", fault.value(),
                                "message", session.texts().problem(fault)));
            }
        }
        facts.put("faults", faults);
        return facts;
    }
}
