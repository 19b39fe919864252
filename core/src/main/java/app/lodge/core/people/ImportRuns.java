package app.lodge.core.people;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Imports that were written, and their undoing as a whole (ID-04, ID-05).
///
/// Whom the import changed gets the details of before, unless they were changed since; whom it blocked
/// is unblocked, unless touched since; whom it enrolled is erased with a certificate, unless changed
/// since or in use. Whoever stays is listed with the reason.
public interface ImportRuns {

    /// @param removal takes out whom an import enrolled
    static ImportRuns in(Register register, PersonRemoval removal) {
        return new BookedImportRuns(register, removal);
    }

    /// Newest first.
    ///
    /// @param limit 1 to 100
    List<ImportRun> runs(Actor actor, int limit);

    /// What an import of this request wrote; empty if it wrote nothing.
    Optional<ImportRun> ofRequest(Actor actor, RequestId request);

    /// What undoing would do to each person; writes nothing. Empty if there is no such run.
    Optional<UndoPreview> preview(Actor actor, long run);

    /// Undoes a run, once, in small units, so that others can work meanwhile. Cut off, the next call
    /// goes on.
    UndoOutcome undo(Actor actor, RequestId request, long run);

    /// @param begunAt when its first row was written
    /// @param finished whether it came to its end
    /// @param undoneAt null as long as it stands
    record ImportRun(
            long number,
            Instant begunAt,
            String operator,
            long enrolled,
            long changed,
            long blocked,
            boolean finished,
            @Nullable Instant undoneAt) {}

    record UndoPreview(ImportRun run, List<UndoRow> rows) {

        public long count(Did did) {
            return rows.stream().filter(row -> row.did() == did && row.left() == null).count();
        }

        /// Who would stay as they are.
        public List<UndoRow> staying() {
            return rows.stream().filter(row -> row.left() != null).toList();
        }
    }

    /// @param did what the import did
    /// @param fullName empty for somebody erased
    /// @param left why this person stays; null if undone
    record UndoRow(PersonId person, String fullName, Did did, @Nullable Left left) {}

    enum Did {
        ENROLLED,
        CHANGED,
        BLOCKED
    }

    /// Why undoing leaves a person as they are.
    enum Left {
        CHANGED_SINCE,
        HAS_POSTINGS,
        HAS_MEDIA,
        /// Legal hold, a reserved payment, or a retention rule.
        MUST_BE_KEPT,
        ERASED
    }

    /// What became of it.
    sealed interface UndoOutcome {

        /// @param staying who stays as they are, with the reason
        record Undone(long restored, long unblocked, long removed, List<UndoRow> staying)
                implements UndoOutcome {}

        record AlreadyUndone(Instant at) implements UndoOutcome {}

        record UnknownRun() implements UndoOutcome {}
    }
}
