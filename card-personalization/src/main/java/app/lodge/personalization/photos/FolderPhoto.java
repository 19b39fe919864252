package app.lodge.personalization.photos;

import app.lodge.core.books.Problem;
import app.lodge.core.people.Person;
import app.lodge.personalization.layouts.PhotoFraming;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One file of a folder of photographs, and what would become of it (ID-11).
///
/// @param person whose it is, once that is certain
/// @param framing what would be cut out; there for READY only
/// @param thumbnail JPEG of that part; empty unless READY
/// @param notes why it is left, or what is remarkable about a READY one; the weightiest first
public record FolderPhoto(
        Path file,
        State state,
        Optional<Person> person,
        Optional<PhotoFraming> framing,
        byte[] thumbnail,
        List<Problem> notes) {

    public FolderPhoto {
        notes = List.copyOf(notes);
        if ((state == State.READY) != framing.isPresent()
                || (state == State.READY && person.isEmpty())) {
            throw new IllegalArgumentException(
                    "%s is %s, person %s, framing %s".formatted(file, state, person, framing));
        }
    }

    public enum State {
        /// Fits one person and is good enough: would be kept.
        READY,
        KEPT,
        /// Kept, and waits for somebody who may approve it.
        PROPOSED,
        /// The person has this very photograph already, approved or waiting.
        UNCHANGED,
        /// Fits several people, or shares its person with another file.
        AMBIGUOUS,
        NOBODY,
        /// No picture, torn, or too small.
        UNUSABLE
    }

    public String name() {
        return String.valueOf(file.getFileName());
    }

    static FolderPhoto left(Path file, State state, Optional<Person> person, List<Problem> notes) {
        return new FolderPhoto(file, state, person, Optional.empty(), new byte[0], notes);
    }

    FolderPhoto become(State now, List<Problem> why) {
        return left(file, now, person, why);
    }
}
