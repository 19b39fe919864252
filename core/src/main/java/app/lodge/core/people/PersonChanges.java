package app.lodge.core.people;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Tx;
import java.util.Map;

/// Changes to somebody who is in the register: the row, the journal, and what memory knows of likenesses.
final class PersonChanges {

    private final PersonStore store;
    private final PersonSeal seal;
    private final Likenesses likenesses;
    private AddressChanges followers = (_, _, _) -> {};

    PersonChanges(PersonStore store, PersonSeal seal, Likenesses likenesses) {
        this.store = store;
        this.seal = seal;
        this.likenesses = likenesses;
    }

    void tell(AddressChanges follower) {
        followers = follower;
    }

    Person change(Tx tx, StoredPerson before, PersonDetails details) {
        var old = before.person();
        var person = new Person(old.id(), old.state(), old.revision() + 1, details, tx.now());
        store.update(tx, new StoredPerson(person, before.key()));
        tx.journal(
                "person.changed",
                Register.subjectOf(old.id()),
                Map.of(
                        "revision",
                        person.revision(),
                        "fields",
                        PersonField.differing(old.details(), details).stream()
                                .map(PersonField::key)
                                .toList(),
                        "before",
                        seal.forJournal(
                                old.id(), before.key(), "before", person.revision(), old.details()),
                        "after",
                        seal.forJournal(
                                old.id(), before.key(), "after", person.revision(), details)));
        if (!old.details().email().equalsIgnoreCase(details.email())) {
            followers.changed(tx, old, person);
        }
        likenesses.remove(old);
        likenesses.add(person);
        tx.onRollback(() -> {
            likenesses.remove(person);
            likenesses.add(old);
        });
        return person;
    }

    Person block(Tx tx, StoredPerson before, BlockReason reason) {
        return restate(
                tx, before, PersonState.BLOCKED, "person.blocked", Map.of("reason", reason.name()));
    }

    Person unblock(Tx tx, StoredPerson before) {
        return restate(tx, before, PersonState.ACTIVE, "person.unblocked", Map.of());
    }

    private Person restate(
            Tx tx,
            StoredPerson before,
            PersonState state,
            String kind,
            Map<String, String> content) {
        var old = before.person();
        if (old.state() == state) {
            return old;
        }
        var person = new Person(old.id(), state, old.revision() + 1, old.details(), tx.now());
        store.update(tx, new StoredPerson(person, before.key()));
        tx.journal(kind, Register.subjectOf(old.id()), content);
        return person;
    }
}
