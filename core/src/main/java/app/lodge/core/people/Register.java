package app.lodge.core.people;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.AccountOpening;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Tx;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.people.EnrolOutcome.Likeness;
import app.lodge.core.people.index.IndexedPerson;
import app.lodge.core.people.index.PeopleIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everybody of the site: the rows, and what memory knows of them. One for each open {@link Books};
/// {@link People}, {@link PersonnelImport} and the search work on it.
public final class Register {

    /// What stands in place of a state where a person was erased: the number is taken for ever (ID-02).
    public static final String ERASED = "ERASED";

    private final Books books;
    private final AccountOpening accounts;
    private final RandomGenerator random;
    private final PersonSeal seal;
    private final PersonStore store;
    private final PeopleIndex index = new PeopleIndex();
    private final Likenesses likenesses = new Likenesses();
    private final Reach reach = new Reach();
    private final PersonChanges changes;

    private Register(Books books, KeyVault vault, AccountOpening accounts, RandomGenerator random) {
        this.books = books;
        this.accounts = accounts;
        this.random = random;
        this.seal = new PersonSeal(vault);
        this.store = new PersonStore(books, seal);
        this.changes = new PersonChanges(store, seal, likenesses);
    }

    /// Deciphers everybody once, with all processors.
    ///
    /// @param random unpredictable: gives the numbers by which the ledger knows people
    public static Register open(
            Books books, KeyVault vault, AccountOpening accounts, RandomGenerator random) {
        var register = new Register(books, vault, accounts, random);
        register.eachPage(page -> {
            register.index.put(page.parallelStream().map(one -> indexed(one.person())).toList());
            page.forEach(one -> {
                register.likenesses.add(one.person());
                register.reach.put(one.person());
            });
        });
        return register;
    }

    /// People found by any part of their names and numbers, the closest first.
    ///
    /// @param limit 1 to 500
    public List<Person> best(Actor actor, String text, int limit) {
        actor.require(Permission.SEE_PEOPLE);
        return inOrder(index.best(text, limit, reach.within(actor), reach.hiddenParts(actor)))
                .stream()
                .map(person -> reach.seenBy(actor, person))
                .toList();
    }

    /// Who has this ID, for lines that name a holder.
    public Optional<Person> find(Actor actor, PersonId id) {
        actor.require(Permission.SEE_PEOPLE);
        return reach.reaches(actor, id)
                ? store.find(id).map(found -> reach.seenBy(actor, found.person()))
                : Optional.empty();
    }

    /// Whose data an operator works with.
    public Reach reach() {
        return reach;
    }

    /// Before anybody is changed.
    public void tell(AddressChanges follower) {
        changes.tell(follower);
    }

    Books books() {
        return books;
    }

    PeopleIndex index() {
        return index;
    }

    PersonChanges changes() {
        return changes;
    }

    PersonStore store() {
        return store;
    }

    PersonSeal seal() {
        return seal;
    }

    List<Person> inOrder(List<Long> numbers) {
        var found = store.find(numbers);
        return numbers.stream()
                .flatMap(number -> Stream.ofNullable(found.get(number)))
                .map(StoredPerson::person)
                .toList();
    }

    void eachPage(Consumer<List<StoredPerson>> use) {
        var after = 0L;
        while (true) {
            var page = store.page(after);
            if (page.isEmpty()) {
                return;
            }
            use.accept(page);
            after = page.getLast().person().id().number();
        }
    }

    /// Numbers of those who may be like any of these.
    Set<Long> candidates(Collection<PersonDetails> details) {
        return details.stream()
                .flatMap(one -> likenesses.candidates(one).stream())
                .collect(Collectors.toSet());
    }

    List<Likeness> likenesses(Tx tx, PersonDetails details) {
        var found = new ArrayList<Likeness>();
        for (var other : store.find(tx, likenesses.candidates(details)).values()) {
            for (var why : Likenesses.alike(details, other.person().details())) {
                found.add(new Likeness(other.person(), why));
            }
        }
        return found;
    }

    EnrolOutcome.Enrolled enrol(Tx tx, PersonDetails details) {
        return enrol(tx, _ -> details);
    }

    /// @param named what is kept of whoever gets this number
    EnrolOutcome.Enrolled enrol(Tx tx, Function<PersonId, PersonDetails> named) {
        var id = store.nextNumber(tx);
        var details = named.apply(id);
        var key = seal.newKey();
        var person = new Person(id, PersonState.ACTIVE, 1, details, tx.now());
        var subject = subject(tx, random);
        store.insert(tx, new StoredPerson(person, key), subject);
        AccountId account = accounts.open(tx, id, subject);
        tx.journal(
                "person.enrolled",
                subjectOf(id),
                Map.of(
                        "revision",
                        1,
                        "account",
                        account.number(),
                        "sealed",
                        seal.forJournal(id, key, "enrolled", 1, details)));
        likenesses.add(person);
        tx.onRollback(() -> likenesses.remove(person));
        return new EnrolOutcome.Enrolled(person, account);
    }

    /// What is known about a person, within a unit of writing.
    public Optional<Person> known(Tx tx, PersonId id) {
        return store.find(tx, id).map(StoredPerson::person);
    }

    /// Key, photographs, details, and whatever memory knows of a person (ID-57).
    ///
    /// @return how many photographs went
    public int erase(Tx tx, Person person) {
        var photos = eraseRows(tx, person.id(), random);
        likenesses.remove(person);
        tx.onRollback(() -> likenesses.add(person));
        tx.afterCommit(() -> {
            index.remove(List.of(person.id().number()));
            reach.remove(person.id());
        });
        return photos;
    }

    /// The same before memory knows anybody: for books that come from a backup.
    public static int eraseRows(Tx tx, PersonId id, RandomGenerator random) {
        return PersonStore.erase(tx, id.number(), subject(tx, random));
    }

    /// What is known about a person, for a file about them (ID-58), but for what the role hides.
    public Optional<Person> whole(Actor actor, PersonId id) {
        actor.require(Permission.EXPORT_PEOPLE);
        return store.find(id).map(found -> reach.seenBy(actor, found.person()));
    }

    /// The photographs that are kept of a person, the newest first (ID-58); none for a role that hides
    /// them.
    public List<KeptPhoto> photographs(Actor actor, PersonId id) {
        actor.require(Permission.EXPORT_PEOPLE);
        if (reach.hides(actor, Reach.PHOTO)) {
            return List.of();
        }
        return store.find(id)
                .map(person -> new PhotoStore(books, seal).all(id, person.key()))
                .orElse(List.of());
    }

    /// The signatures that are kept of a person, the newest first (ID-58); none for a role that hides them.
    public List<SignatureOnFile> signatures(Actor actor, PersonId id) {
        actor.require(Permission.EXPORT_PEOPLE);
        if (reach.hides(actor, Reach.SIGNATURE)) {
            return List.of();
        }
        var signatures = new SignatureStore(seal);
        return store.find(id)
                .map(person ->
                        books.read(sql ->
                                signatures.history(sql, id).stream()
                                        .flatMap(one ->
                                                signatures.picture(sql, one, person.key()).stream()
                                                        .map(pixels ->
                                                                new SignatureOnFile(
                                                                        one, pixels.image())))
                                        .toList()))
                .orElse(List.of());
    }

    /// A signature with its pixels.
    ///
    /// @param image PNG or JPEG, as it was taken in
    public record SignatureOnFile(KeptSignature signature, byte[] image) {}

    /// Enciphers something else that is kept of a person, such as bank details, under the person's key.
    ///
    /// @param place table, column and row, so that no sealed value stands in for another one
    /// @return empty if there is no such person
    public Optional<byte[]> seal(Tx tx, PersonId id, String place, byte[] plain) {
        return store.find(tx, id).map(person -> seal.sealExtra(id, person.key(), place, plain));
    }

    /// @return empty if the person was erased
    public Optional<byte[]> open(PersonId id, String place, byte[] sealed) {
        return store.find(id).map(person -> seal.openExtra(id, person.key(), place, sealed));
    }

    /// The next people in order of number, for whole tables (ID-54), but for what the role hides.
    ///
    /// @param afterNumber 0 for the first
    public List<Person> page(Actor actor, long afterNumber) {
        actor.require(Permission.EXPORT_PEOPLE);
        return store.page(afterNumber).stream()
                .map(found -> reach.seenBy(actor, found.person()))
                .toList();
    }

    /// What the journal says of a person's details, deciphered (ID-58), but for what the role hides.
    ///
    /// @param kind `enrolled`, `before` or `after`
    public Optional<PersonDetails> fromJournal(
            Actor actor, PersonId id, String kind, int revision, String sealed) {
        actor.require(Permission.EXPORT_PEOPLE);
        return store.find(id)
                .map(person -> seal.fromJournal(id, person.key(), kind, revision, sealed))
                .map(details -> reach.seenOf(actor, details));
    }

    /// A photograph with its pixels.
    ///
    /// @param jpeg as it was taken in
    public record KeptPhoto(Photograph photograph, byte[] jpeg) {}

    /// Makes people findable once they are in the books.
    void indexAfter(Tx tx, Collection<Person> people) {
        var indexed = people.stream().map(Register::indexed).toList();
        tx.afterCommit(() -> {
            people.forEach(reach::put);
            index.put(indexed);
        });
    }

    static String subjectOf(PersonId id) {
        return "person:" + id.number();
    }

    private static long subject(Tx tx, RandomGenerator random) {
        long subject;
        do {
            subject = random.nextLong();
        } while (subject == 0 || PersonStore.subjectTaken(tx, subject));
        return subject;
    }

    private static IndexedPerson indexed(Person person) {
        var details = person.details();
        return IndexedPerson.of(
                person.id().number(),
                details.givenName(),
                details.familyName(),
                details.personnelNumber(),
                details.email(),
                details.group(),
                details.branch());
    }
}
