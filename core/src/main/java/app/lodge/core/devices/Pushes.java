package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Changes of settings for one device, a group or a template: shown before they are sent, undone with one
/// call, and settled with what is changed at the devices themselves (SAFE-50, SAFE-51, LOCK-08, CHAIN-25).
public interface Pushes {

    static Pushes in(Books books) {
        return new BookedPushes(books);
    }

    /// What would change where; nothing is sent.
    ///
    /// @param changes key → value
    PreviewOutcome preview(Actor actor, Aim aim, Map<String, String> changes);

    /// Sends exactly what was shown.
    ///
    /// @param seen of the preview; if it would be another one by now, nothing is sent
    PushOutcome push(
            Actor actor, RequestId request, Aim aim, Map<String, String> changes, String seen);

    /// What undoing a push would send: the values before, save where they were changed since.
    PreviewOutcome previewUndo(Actor actor, long push);

    /// Sends the values before as a new version of each device.
    PushOutcome undo(Actor actor, RequestId request, long push, String seen);

    /// Newest first.
    ///
    /// @param limit 1 to 500
    List<Push> list(Actor actor, int limit);

    /// Device by device, with whether it has confirmed.
    List<Sent> sent(Actor actor, long push);

    /// Where a device's panel and the desk changed the same setting, newest first, at most 500.
    List<Conflict> conflicts(Actor actor);

    /// Somebody has taken note of a conflict.
    Optional<Conflict> seen(Actor actor, RequestId request, long conflict);

    enum Kind {
        PUSH,
        /// A template's change.
        TEMPLATE,
        UNDO
    }

    /// Why a device in the aim stays as it is.
    enum Untouched {
        SAME,
        /// The setting is its own.
        OWN,
        /// Something else was sent or set since.
        CHANGED_SINCE,
        NO_SUCH_SETTING
    }

    enum Winner {
        DESK,
        PANEL
    }

    record Change(
            DeviceId device, String name, String label, String setting, String from, String to) {}

    record Left(DeviceId device, String name, String label, String setting, Untouched why) {}

    /// @param seen stands for exactly these changes
    record Preview(List<Change> changes, List<Left> untouched, String seen) {

        public Preview {
            changes = List.copyOf(changes);
            untouched = List.copyOf(untouched);
        }

        public long devices() {
            return changes.stream().map(Change::device).distinct().count();
        }
    }

    sealed interface PreviewOutcome {
        record Shown(Preview preview) implements PreviewOutcome {}

        record Rejected(List<Problem> problems) implements PreviewOutcome {}
    }

    sealed interface PushOutcome {
        record Pushed(Push push) implements PushOutcome {}

        /// Something changed since the preview; nothing was sent.
        record Overtaken(Preview now) implements PushOutcome {}

        record Rejected(List<Problem> problems) implements PushOutcome {}
    }

    /// @param aim as {@link Aim#code}
    /// @param settings that it changed
    /// @param confirmed devices that hold it, or something newer
    /// @param undoes the push that this one undid; null for none
    record Push(
            long number,
            Kind kind,
            String aim,
            List<String> settings,
            int devices,
            int confirmed,
            Instant at,
            @Nullable Long undoes,
            @Nullable Long undoneBy) {}

    record Sent(Change change, int version, boolean confirmed) {}

    /// @param panelAt by our clock
    /// @param seenAt null until somebody took note
    record Conflict(
            long number,
            DeviceId device,
            String label,
            String setting,
            String deskValue,
            Instant deskAt,
            String panelValue,
            Instant panelAt,
            Winner winner,
            @Nullable Instant seenAt) {}
}
