package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.exports.Entity;
import app.lodge.core.exports.Exports;
import app.lodge.core.exports.Exports.Daily;
import app.lodge.core.exports.Exports.ScheduleOutcome;
import app.lodge.core.exports.Format;
import app.lodge.core.exports.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge export`: one kind of data as a table for another system, once or daily (ID-54).
@Command(name = "export")
final class ExportData extends DoorCommand {

    @Option(
            names = "--entity",
            required = true,
            paramLabel = "ENTITY",
            descriptionKey = "export.entity")
    String entity = "";

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "export.format")
    String format = "csv";

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "export.out")
    Path out = Path.of("");

    @Option(names = "--daily", paramLabel = "HH:MM", descriptionKey = "export.daily")
    String daily = "";

    ExportData(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var what = Values.choice("--entity", entity, Entity.class);
        var how = Values.choice("--format", format, Format.class);
        return daily.isEmpty() ? once(doors, what, how) : everyDay(doors, what, how);
    }

    private Answer once(Doors doors, Entity what, Format how) {
        var door = doors.door(Exports.class);
        var name = door.begin(doors.actor(), RequestId.fresh(), what) + "." + how.ending();
        var folder = out.toAbsolutePath();
        try {
            TableFile.write(
                    folder, name, what, how, after -> door.read(doors.actor(), what, after));
        } catch (IOException e) {
            return Answer.refused("cli.file-unwritable", "--out", folder.resolve(name));
        }
        var file = folder.resolve(name).toString();
        return new Answer.Done(
                Map.of("file", file, "entity", Values.kebab(what)),
                List.of(session.text("cli.exported", file)));
    }

    private Answer everyDay(Doors doors, Entity what, Format how) {
        var order = new Daily(what, how, out.toString(), at());
        return switch (doors.door(Exports.class)
                .schedule(doors.actor(), RequestId.fresh(), 0, order)) {
            case ScheduleOutcome.Kept(var schedule) ->
                    new Answer.Done(
                            Map.of("schedule", schedule),
                            List.of(
                                    session.text(
                                            "cli.export-scheduled",
                                            out.toString(),
                                            order.at().toString())));
            case ScheduleOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private LocalTime at() {
        try {
            return LocalTime.parse(daily);
        } catch (DateTimeParseException e) {
            throw new WrongUsage("cli.wrong-time", "--daily", Values.shown(daily));
        }
    }
}
