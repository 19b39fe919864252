package app.lodge.core.people;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Pictures of people, as far as whoever asks reaches the person.
final class Photographs {

    private final Register register;
    private final Books books;
    private final PhotoStore store;

    Photographs(Register register) {
        this.register = register;
        this.books = register.books();
        this.store = new PhotoStore(books, register.seal());
    }

    /// The picture that is the current one already is kept as it is: loading a folder twice changes
    /// nothing.
    PhotoOutcome take(Actor actor, RequestId request, PersonId id, byte[] jpeg) {
        register.reach().require(actor, id);
        var problems = PhotoCheck.problems(jpeg);
        if (!problems.isEmpty()) {
            return new PhotoOutcome.Rejected(problems);
        }
        return books.once(
                actor,
                request,
                "people.photograph",
                List.of(id, sha256(jpeg)),
                PhotoOutcome.class,
                tx ->
                        register.store()
                                .find(tx, id)
                                .map(person -> kept(tx, person, jpeg))
                                .orElseGet(
                                        () -> new PhotoOutcome.Rejected(BookedPeople.unknown(id))));
    }

    private PhotoOutcome kept(Tx tx, StoredPerson person, byte[] jpeg) {
        var id = person.person().id();
        var same =
                store.current(tx, id, person.key()).filter(now -> Arrays.equals(now.jpeg(), jpeg));
        if (same.isPresent()) {
            return new PhotoOutcome.Kept(same.get().number());
        }
        var replaced = store.replaceCurrent(tx, id);
        var photo = store.insert(tx, id, person.key(), jpeg);
        tx.journal(
                replaced ? "photo.replaced" : "photo.taken",
                Register.subjectOf(id),
                Map.of("photo", photo));
        return new PhotoOutcome.Kept(photo);
    }

    /// Empty where there is none, or it is hidden from whoever asks.
    Optional<byte[]> current(Actor actor, PersonId id) {
        var reach = register.reach();
        return reach.reaches(actor, id) && !reach.hides(actor, Reach.PHOTO)
                ? register.store().find(id).flatMap(person -> store.current(id, person.key()))
                : Optional.empty();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
