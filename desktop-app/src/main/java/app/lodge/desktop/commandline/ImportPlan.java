package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.encodingplans.EncodingPlans.SaveOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge plan import`: takes a plan from a file as a draft.
@Command(name = "import")
final class ImportPlan extends DoorCommand {

    private static final int LARGEST = 256_000;

    @Parameters(paramLabel = "FILE", descriptionKey = "argument.plan-file")
    Path file = Path.of("");

    ImportPlan(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var text =
                SmallFile.text(file, LARGEST)
                        .orElseThrow(() -> new WrongUsage("cli.file-unreadable", "FILE", file));
        var outcome = doors.door(EncodingPlans.class).take(doors.actor(), RequestId.fresh(), text);
        return switch (outcome) {
            case SaveOutcome.Saved(var draft, var findings) -> {
                var lines = new ArrayList<String>();
                lines.add(session.text("plans.drafted", draft.reference()));
                findings.forEach(finding -> lines.add(CheckPlan.words(session, finding)));
                yield new Answer.Done(draft, lines);
            }
            case SaveOutcome.NotSaved(var problems) -> new Answer.Faulty(problems);
        };
    }
}
