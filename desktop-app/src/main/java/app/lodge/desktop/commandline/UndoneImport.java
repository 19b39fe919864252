package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.people.ImportRuns;
import app.lodge.core.people.ImportRuns.Did;
import app.lodge.core.people.ImportRuns.UndoOutcome;
import app.lodge.core.people.ImportRuns.UndoRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `lodge people import --undo RUN`: shows what undoing would do; does it with `--write`.
final class UndoneImport {

    private final Session session;
    private final Doors doors;

    UndoneImport(Session session, Doors doors) {
        this.session = session;
        this.doors = doors;
    }

    Answer answer(long run, boolean write) {
        var door = doors.door(ImportRuns.class);
        if (write) {
            return switch (door.undo(doors.actor(), RequestId.fresh(), run)) {
                case UndoOutcome.Undone(long restored, long unblocked, long removed, var staying) ->
                        done("cli.people.undone", restored, unblocked, removed, staying);
                case UndoOutcome.AlreadyUndone(var at) ->
                        Answer.refused("cli.people.undone-before", at);
                case UndoOutcome.UnknownRun() -> unknown(run);
            };
        }
        return door.preview(doors.actor(), run)
                .map(preview ->
                        done(
                                "cli.people.would-undo",
                                preview.count(Did.CHANGED),
                                preview.count(Did.BLOCKED),
                                preview.count(Did.ENROLLED),
                                preview.staying()))
                .orElseGet(() -> unknown(run));
    }

    private static Answer unknown(long run) {
        return Answer.refused("cli.people.no-such-run", Long.toString(run));
    }

    private Answer done(
            String key, long restored, long unblocked, long removed, List<UndoRow> staying) {
        var lines = new ArrayList<String>();
        lines.add(session.text(key, restored, unblocked, removed, staying.size()));
        for (var row : staying) {
            var left = row.left();
            lines.add(
                    "%07d  %-30s  %s"
                            .formatted(
                                    row.person().number(),
                                    Values.shown(row.fullName()),
                                    left == null ? "" : Values.kebab(left)));
        }
        return new Answer.Done(
                Map.of(
                        "restored", restored,
                        "unblocked", unblocked,
                        "removed", removed,
                        "staying", staying),
                lines);
    }
}
