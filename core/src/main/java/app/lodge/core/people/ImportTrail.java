package app.lodge.core.people;

import app.lodge.core.books.Tx;
import app.lodge.core.people.ImportRunStore.Done;
import app.lodge.core.people.ImportRuns.Did;

/// What one import leaves behind of itself, so that it can be undone.
///
/// @param request the import's
/// @param fileHash hex SHA-256 of the file
record ImportTrail(ImportRunStore store, PersonSeal seal, String request, String fileHash) {

    void enrolled(Tx tx, Person person) {
        add(tx, new Done(person.id(), Did.ENROLLED, person.revision(), null));
    }

    void changed(Tx tx, StoredPerson before, Person after) {
        var id = after.id();
        add(
                tx,
                new Done(
                        id,
                        Did.CHANGED,
                        after.revision(),
                        seal.sealForUndo(
                                id, before.key(), after.revision(), before.person().details())));
    }

    void blocked(Tx tx, Person person) {
        add(tx, new Done(person.id(), Did.BLOCKED, person.revision(), null));
    }

    boolean undone(Tx tx) {
        return store.undone(tx, request);
    }

    void finish(Tx tx) {
        store.finish(tx, request);
    }

    private void add(Tx tx, Done done) {
        store.add(tx, store.runOf(tx, request, fileHash), done);
    }
}
