package app.lodge.desktop.commandline;

import app.lodge.core.keyversions.Ceremonies;
import app.lodge.reports.catalogue.ReportOutcome;
import app.lodge.reports.ceremonies.CeremonyPapers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge keys ceremony transcript`: who did what, when, with which check values; as a file with `--out`.
@Command(name = "transcript")
final class PrintTranscript extends DoorCommand {

    @Parameters(paramLabel = "CEREMONY", descriptionKey = "ceremony.id")
    String id = "";

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "ceremony.transcript-out")
    @Nullable Path out;

    PrintTranscript(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var entries = doors.door(Ceremonies.class).transcript(doors.actor(), id);
        if (entries.isEmpty()) {
            return Answer.refused("reports.ceremony.none", id);
        }
        var lines = new ArrayList<String>();
        for (var entry : entries) {
            lines.add(
                    session.texts().time(entry.at(), java.time.ZoneId.systemDefault())
                            + "  "
                            + session.text("reports.ceremony.step." + entry.step())
                            + "  "
                            + entry.who());
        }
        if (out != null
                && doors.door(CeremonyPapers.class)
                                .transcript(
                                        doors.actor(), id, session.texts().locale().toLanguageTag())
                        instanceof ReportOutcome.Rendered paper) {
            OutFile.closed("--out", out, paper.content());
        }
        return new Answer.Done(entries, List.copyOf(lines));
    }
}
