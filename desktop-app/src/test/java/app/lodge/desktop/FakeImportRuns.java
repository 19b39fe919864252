package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.ImportRuns;
import app.lodge.core.people.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One import of this morning that nobody has undone yet.
final class FakeImportRuns implements ImportRuns {

    private @Nullable ImportRun undone;

    private static final ImportRun RUN =
            new ImportRun(
                    3, FakePeople.NOW.minus(Duration.ofMinutes(40)), "Clara", 12, 4, 1, true, null);

    @Override
    public List<ImportRun> runs(Actor actor, int limit) {
        var now = undone;
        return List.of(now == null ? RUN : now);
    }

    @Override
    public Optional<ImportRun> ofRequest(Actor actor, RequestId request) {
        return Optional.of(RUN);
    }

    @Override
    public Optional<UndoPreview> preview(Actor actor, long run) {
        return Optional.of(
                new UndoPreview(
                        RUN,
                        List.of(
                                new UndoRow(new PersonId(3), "Ana Horvat", Did.CHANGED, null),
                                new UndoRow(
                                        new PersonId(4),
                                        "Ivo Novak",
                                        Did.ENROLLED,
                                        Left.HAS_POSTINGS))));
    }

    @Override
    public UndoOutcome undo(Actor actor, RequestId request, long run) {
        undone =
                new ImportRun(
                        RUN.number(),
                        RUN.begunAt(),
                        RUN.operator(),
                        RUN.enrolled(),
                        RUN.changed(),
                        RUN.blocked(),
                        true,
                        FakePeople.NOW);
        return new UndoOutcome.Undone(1, 0, 0, List.of());
    }
}
