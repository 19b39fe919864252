package app.lodge.core.people;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.ImportRunStore.Done;
import app.lodge.core.people.ImportRuns.UndoOutcome.AlreadyUndone;
import app.lodge.core.people.ImportRuns.UndoOutcome.Undone;
import app.lodge.core.people.ImportRuns.UndoOutcome.UnknownRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Undoes imports in units of {@link #PEOPLE_A_UNIT}: each marks whom it has looked at, so that what
/// was cut off goes on where it stopped, whoever asks again.
final class BookedImportRuns implements ImportRuns {

    static final String UNDONE = "UNDONE";

    /// Small: taking somebody out looks through all kept answers, and payments wait meanwhile.
    private static final int PEOPLE_A_UNIT = 10;

    private static final int LONGEST_LIST = 100;

    private final Register register;
    private final Books books;
    private final PersonRemoval removal;
    private final ImportRunStore store;

    BookedImportRuns(Register register, PersonRemoval removal) {
        this.register = register;
        this.books = register.books();
        this.removal = removal;
        this.store = new ImportRunStore(books);
    }

    @Override
    public List<ImportRun> runs(Actor actor, int limit) {
        actor.require(Permission.IMPORT_PEOPLE);
        return store.newest(Math.clamp(limit, 1, LONGEST_LIST));
    }

    @Override
    public Optional<ImportRun> ofRequest(Actor actor, RequestId request) {
        actor.require(Permission.IMPORT_PEOPLE);
        return store.ofRequest(request.value());
    }

    @Override
    public Optional<UndoPreview> preview(Actor actor, long run) {
        actor.require(Permission.IMPORT_PEOPLE);
        return store.find(run).map(found -> new UndoPreview(found, previewed(run)));
    }

    private List<UndoRow> previewed(long run) {
        var done = store.all(run);
        var known = new HashMap<Long, StoredPerson>();
        for (var from = 0; from < done.size(); from += 1_000) {
            known.putAll(
                    register.store()
                            .find(
                                    done.subList(from, Math.min(from + 1_000, done.size())).stream()
                                            .map(one -> one.person().number())
                                            .toList()));
        }
        return done.stream()
                .map(one -> {
                    var person = known.get(one.person().number());
                    var left = overtaken(one, person);
                    if (left == null && one.did() == Did.ENROLLED) {
                        left = removal.obstacle(one.person()).orElse(null);
                    }
                    return new UndoRow(one.person(), name(person), one.did(), left);
                })
                .toList();
    }

    @Override
    public UndoOutcome undo(Actor actor, RequestId request, long run) {
        actor.require(Permission.IMPORT_PEOPLE);
        var found = store.find(run);
        if (found.isEmpty()) {
            return new UnknownRun();
        }
        if (found.get().undoneAt() == null) {
            while (books.write(actor, tx -> unit(tx, run))) {
                // the next people
            }
        }
        var outcome =
                books.once(
                        actor,
                        request,
                        "people.undo-import",
                        List.of(run),
                        Counted.class,
                        tx -> ended(tx, run));
        removal.complete(actor);
        return switch (outcome) {
            case Counted(_, _, _, var staying, var before) when before != null ->
                    new AlreadyUndone(before);
            case Counted(var restored, var unblocked, var removed, var staying, _) ->
                    new Undone(restored, unblocked, removed, named(staying));
        };
    }

    /// @return whether there may be more
    private boolean unit(Tx tx, long run) {
        var some = store.open(tx, run, PEOPLE_A_UNIT);
        var known =
                register.store().find(tx, some.stream().map(one -> one.person().number()).toList());
        var touched = new ArrayList<Person>();
        for (var one : some) {
            var left = undo(tx, run, one, known, touched);
            store.close(tx, run, one.person(), left == null ? UNDONE : left.name());
        }
        register.indexAfter(tx, touched);
        return some.size() == PEOPLE_A_UNIT;
    }

    private @Nullable Left undo(
            Tx tx, long run, Done done, Map<Long, StoredPerson> known, List<Person> touched) {
        var person = known.get(done.person().number());
        var left = overtaken(done, person);
        if (left != null || person == null) {
            return left;
        }
        return switch (done.did()) {
            case ENROLLED -> removal.remove(tx, done.person(), "import-" + run).orElse(null);
            case CHANGED -> {
                touched.add(register.changes().change(tx, person, before(done, person)));
                yield null;
            }
            case BLOCKED -> {
                register.changes().unblock(tx, person);
                yield null;
            }
        };
    }

    private PersonDetails before(Done done, StoredPerson person) {
        var sealed = done.before();
        if (sealed == null) {
            throw new IllegalStateException(
                    "Nothing is kept of person %d before import".formatted(done.person().number()));
        }
        return register.seal().openForUndo(done.person(), person.key(), done.revision(), sealed);
    }

    private static @Nullable Left overtaken(Done done, @Nullable StoredPerson person) {
        if (person == null) {
            return Left.ERASED;
        }
        return person.person().revision() == done.revision() ? null : Left.CHANGED_SINCE;
    }

    private Counted ended(Tx tx, long run) {
        var before = store.find(run).map(ImportRun::undoneAt).orElse(null);
        if (before != null || !store.undo(tx, run)) {
            return new Counted(0, 0, 0, List.of(), before);
        }
        var staying = new ArrayList<Staying>();
        var counts = new HashMap<Did, Long>();
        for (var one : store.ended(tx, run)) {
            if (one.how().equals(UNDONE)) {
                counts.merge(one.did(), 1L, Long::sum);
            } else {
                staying.add(new Staying(one.person(), one.did(), Left.valueOf(one.how())));
            }
        }
        var counted =
                new Counted(
                        counts.getOrDefault(Did.CHANGED, 0L),
                        counts.getOrDefault(Did.BLOCKED, 0L),
                        counts.getOrDefault(Did.ENROLLED, 0L),
                        List.copyOf(staying),
                        null);
        tx.journal(
                "people.import-undone",
                "import-run:" + run,
                Map.of(
                        "restored", counted.restored(),
                        "unblocked", counted.unblocked(),
                        "removed", counted.removed(),
                        "staying", staying.size()));
        return counted;
    }

    private List<UndoRow> named(List<Staying> staying) {
        var known =
                register.store().find(staying.stream().map(one -> one.person().number()).toList());
        return staying.stream()
                .map(one ->
                        new UndoRow(
                                one.person(),
                                name(known.get(one.person().number())),
                                one.did(),
                                one.left()))
                .toList();
    }

    private static String name(@Nullable StoredPerson person) {
        return person == null ? "" : person.person().details().fullName();
    }

    /// The kept answer: numbers only, so that it names nobody.
    ///
    /// @param before when it had been undone already
    private record Counted(
            long restored,
            long unblocked,
            long removed,
            List<Staying> staying,
            java.time.@Nullable Instant before) {}

    private record Staying(PersonId person, Did did, Left left) {}
}
