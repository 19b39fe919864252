package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What staff do to a device from afar: orders, revocation; and what the field network refused
/// (SAFE-59, SAFE-64, ID-49).
public interface DeviceCare {

    /// An order that is not answered by then is not carried out any more.
    Duration ORDER_LIFE = Duration.ofMinutes(5);

    static DeviceCare in(Books books) {
        return new BookedCare(books);
    }

    /// Orders a device to do something; it hears it at once, or when it comes within five minutes.
    ///
    /// @return empty if there is no such device
    Optional<Command> order(Actor actor, RequestId request, DeviceId id, Verb verb);

    /// A second person lets an order go out that waits for one (SAFE-64); from then on it lives five minutes.
    Confirmation confirm(Actor actor, RequestId request, long command);

    /// What a device was ordered, newest first, at most fifty.
    List<Command> commands(Actor actor, DeviceId id);

    /// Makes the device's certificate void: its connection ends, and it comes back only by joining anew.
    Revocation revoke(Actor actor, RequestId request, DeviceId id);

    /// What the network refused, newest first: strangers, void certificates, others' topics, nonsense.
    ///
    /// @param limit 1 to 500
    List<Refusal> refusals(Actor actor, int limit);

    enum Verb {
        /// Shows itself, by light or sound.
        LOCATE,
        /// Starts anew.
        RESTART,
        /// Has its certificate renewed over its own topic.
        RENEW,
        /// Serves nobody until it is unlocked.
        LOCK,
        /// Serves again; takes a second person.
        UNLOCK,
        /// Tells its last events.
        LOG,
        /// Tells how many events there are.
        TOTALS;

        boolean takesTwo() {
            return this == UNLOCK;
        }
    }

    enum Confirmation {
        SENT,
        /// Four eyes are those of two people.
        YOURSELF,
        /// Nothing of that number waits for anybody, or its time is over.
        NOT_ASKED
    }

    enum State {
        /// For a second person.
        ASKED,
        WAITING,
        DONE,
        FAILED,
        EXPIRED
    }

    enum Revocation {
        REVOKED,
        /// It has no certificate, or there is no such device.
        NOTHING_TO_REVOKE
    }

    enum Refused {
        CONNECT,
        PUBLISH,
        SUBSCRIBE,
        JOIN,
        MESSAGE,
        RENEW,
        /// The same event number with other content.
        CONTRADICTION
    }

    /// @param detail the device's own word
    /// @param answeredAt null before the answer
    record Command(
            long number,
            Verb verb,
            State state,
            String detail,
            Instant orderedAt,
            Instant expiresAt,
            @Nullable Instant answeredAt) {}

    /// @param name as whoever came called itself
    /// @param detail a word of the network, or the topic
    record Refusal(Instant at, Refused what, String name, String detail) {}
}
