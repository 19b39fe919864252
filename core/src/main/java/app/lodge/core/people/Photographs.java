package app.lodge.core.people;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.settings.Documents;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Pictures of people, as far as whoever asks reaches the person: how they come in.
final class Photographs {

    static final String RULES = "photographs";

    private final Register register;
    private final Books books;
    private final PhotoStore store;

    Photographs(Register register) {
        this.register = register;
        this.books = register.books();
        this.store = new PhotoStore(books, register.seal());
    }

    /// The picture that is approved or proposed already is kept as it is: loading a folder twice
    /// changes nothing.
    PhotoOutcome take(
            Actor actor, RequestId request, PersonId id, PhotoSource source, byte[] jpeg) {
        register.reach().require(actor, id);
        var problems = PhotoCheck.problems(jpeg, rules().leastWidth());
        if (!problems.isEmpty()) {
            return new PhotoOutcome.Rejected(problems);
        }
        return books.once(
                actor,
                request,
                "people.photograph",
                List.of(id, source, HexFormat.of().formatHex(sha256(jpeg))),
                PhotoOutcome.class,
                tx ->
                        register.store()
                                .find(tx, id)
                                .map(person -> kept(tx, person, source, jpeg))
                                .orElseGet(
                                        () -> new PhotoOutcome.Rejected(BookedPeople.unknown(id))));
    }

    private PhotoOutcome kept(Tx tx, StoredPerson person, PhotoSource source, byte[] jpeg) {
        var state = rules(tx).first(source);
        var same = same(tx, person, PhotoState.APPROVED, jpeg);
        if (same.isEmpty() && state == PhotoState.PROPOSED) {
            same = same(tx, person, PhotoState.PROPOSED, jpeg);
        }
        if (same.isPresent()) {
            return new PhotoOutcome.Kept(same.get().number(), same.get().state());
        }
        if (state == PhotoState.PROPOSED
                && same(tx, person, PhotoState.REJECTED, jpeg).isPresent()) {
            return new PhotoOutcome.Rejected(
                    List.of(Problem.of("photo", jpeg.length, "people.photo-rejected-before")));
        }
        return new PhotoOutcome.Kept(inserted(tx, person, source, state, jpeg), state);
    }

    private Optional<PhotoStore.Pixels> same(
            Tx tx, StoredPerson person, PhotoState state, byte[] jpeg) {
        return store.in(tx.sql(), person.person().id(), person.key(), state)
                .filter(now -> Arrays.equals(now.jpeg(), jpeg));
    }

    private long inserted(
            Tx tx, StoredPerson person, PhotoSource source, PhotoState state, byte[] jpeg) {
        var id = person.person().id();
        store.settle(tx, id);
        var photo = store.insert(tx, id, person.key(), jpeg, source, state);
        store.replace(tx, id, PhotoState.PROPOSED, photo);
        var kind = "photo.proposed";
        if (state == PhotoState.APPROVED) {
            var replaced = store.replace(tx, id, PhotoState.APPROVED, photo);
            kind = replaced ? "photo.replaced" : "photo.taken";
        }
        tx.journal(kind, Register.subjectOf(id), Map.of("photo", photo, "source", source.name()));
        return photo;
    }

    /// Empty where there is none, or it is hidden from whoever asks.
    Optional<byte[]> current(Actor actor, PersonId id) {
        var reach = register.reach();
        return reach.reaches(actor, id) && !reach.hides(actor, Reach.PHOTO)
                ? register.store().find(id).flatMap(person -> store.current(id, person.key()))
                : Optional.empty();
    }

    PhotoRules rules() {
        return rules(Documents.find(books, RULES));
    }

    static PhotoRules rules(Tx tx) {
        return rules(Documents.find(tx, RULES));
    }

    private static PhotoRules rules(Optional<String> document) {
        return document.map(text -> Json.read(text, Kept.class).rules())
                .orElse(PhotoRules.STANDARD);
    }

    /// As it is kept; sites that changed their rules early have the sources only.
    private record Kept(
            Set<PhotoSource> atOnce,
            Optional<Integer> leastWidth,
            Optional<PhotoRules.WhereMissing> whereMissing) {

        PhotoRules rules() {
            var standard = PhotoRules.STANDARD;
            return new PhotoRules(
                    atOnce,
                    leastWidth.orElse(standard.leastWidth()),
                    whereMissing.orElse(standard.whereMissing()));
        }
    }

    PhotoRules change(Actor actor, RequestId request, PhotoRules wanted) {
        return books.once(
                actor,
                request,
                "portraits.rules",
                wanted,
                PhotoRules.class,
                tx -> {
                    var after = Json.text(wanted, PhotoRules.class);
                    var before = Json.text(rules(tx), PhotoRules.class);
                    Documents.put(tx, RULES, after);
                    tx.journal(
                            "photo-rules.changed",
                            "site",
                            Map.of("before", before, "after", after));
                    return wanted;
                });
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
