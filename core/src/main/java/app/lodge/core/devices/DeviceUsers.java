package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import java.util.List;

/// Who may deposit, open and service at a safe (SAFE-63): each change goes to the safe as its list `users`,
/// by whatever cards the person has, and is open until the safe has confirmed it.
public interface DeviceUsers {

    static DeviceUsers in(Books books, PersonNames names) {
        return new BookedDeviceUsers(books, names);
    }

    /// By person's number; one who was taken off is there until the safe has confirmed that.
    List<User> of(Actor actor, DeviceId safe);

    /// Lets somebody do these from now on, and nothing else.
    Outcome put(Actor actor, RequestId request, DeviceId safe, PersonId person, DeviceRight right);

    /// Somebody may do nothing there any more.
    Outcome remove(Actor actor, RequestId request, DeviceId safe, PersonId person);

    /// @param name empty for an actor who may not know it
    record User(DeviceId safe, PersonId person, String name, DeviceRight right, Known known) {}

    /// Whether the safe goes by it.
    enum Known {
        CONFIRMED,
        /// The safe does not know it yet.
        ON_ITS_WAY,
        /// The person has no card that the safe could know.
        NO_CARD,
        /// Taken off, which the safe does not know yet.
        LEAVING
    }

    sealed interface Outcome {
        record Done(User user) implements Outcome {}

        /// The safe has confirmed it already, or never knew of the person.
        record Gone(PersonId person) implements Outcome {}

        record Rejected(List<Problem> problems) implements Outcome {}
    }
}
