package app.lodge.desktop.people;

import app.lodge.core.people.ImportRuns.Did;
import app.lodge.core.people.ImportRuns.ImportRun;
import app.lodge.core.people.ImportRuns.UndoOutcome;
import app.lodge.core.people.ImportRuns.UndoPreview;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Undoes the newest import: shows what would happen, asks, does it (ID-04, ID-05).
public final class UndoImportViewModel {

    private final Session session;
    private final Runnable undone;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable ImportRun> newest = new SimpleObjectProperty<>();
    private final Once once = new Once();

    UndoImportViewModel(Session session, Runnable undone) {
        this.session = session;
        this.undone = undone;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// The newest import, if it stands and somebody may undo it; null otherwise.
    public ObjectProperty<@Nullable ImportRun> newest() {
        return newest;
    }

    /// Short, since it stands on a button: the time of today's import, the day of an older one.
    String when(ImportRun run, Locale habits) {
        var zone = session.site().zone();
        var at = run.begunAt().atZone(zone);
        var today = session.clock().instant().atZone(zone).toLocalDate();
        return at.toLocalDate().equals(today)
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(habits).format(at)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                        .withLocale(habits)
                        .format(at);
    }

    /// Looks which import is the newest.
    public void look() {
        session.background()
                .run(
                        "import.undo-looking",
                        busy,
                        () ->
                                session.doors().importRuns().runs(session.actor(), 1).stream()
                                        .filter(run -> run.undoneAt() == null)
                                        .toList(),
                        runs -> newest.set(runs.isEmpty() ? null : runs.getFirst()));
    }

    /// Shows what undoing would do, and asks.
    public void ask() {
        var run = newest.get();
        if (run == null) {
            return;
        }
        session.background()
                .run(
                        "import.undo-looking",
                        busy,
                        () ->
                                session
                                        .doors()
                                        .importRuns()
                                        .preview(session.actor(), run.number())
                                        .stream()
                                        .toList(),
                        found -> found.forEach(this::asked));
    }

    /// It is the undo itself, of many people, and none of it can be taken back: enrolled people are erased.
    private void asked(UndoPreview preview) {
        session.dialogs()
                .confirm(
                        Message.of("import.undo-asks"),
                        Message.of(
                                "import.undo-counts",
                                preview.count(Did.CHANGED),
                                preview.count(Did.BLOCKED),
                                preview.count(Did.ENROLLED),
                                preview.staying().size()),
                        "import.undo-now",
                        () -> undo(preview.run().number()));
    }

    private void undo(long run) {
        var request = once.request();
        session.background()
                .run(
                        "import.undoing",
                        busy,
                        () -> session.doors().importRuns().undo(session.actor(), request, run),
                        this::ended);
    }

    private void ended(UndoOutcome outcome) {
        once.answered();
        session.notices().done(message(outcome));
        undone.run();
        look();
    }

    private static Message message(UndoOutcome outcome) {
        return switch (outcome) {
            case UndoOutcome.Undone(long restored, long unblocked, long removed, var staying) ->
                    Message.of("import.undo-counts", restored, unblocked, removed, staying.size());
            case UndoOutcome.AlreadyUndone _, UndoOutcome.UnknownRun _ ->
                    Message.of("import.undone-before");
        };
    }
}
