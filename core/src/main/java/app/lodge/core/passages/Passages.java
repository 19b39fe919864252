package app.lodge.core.passages;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.people.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Who passed which door when, told only for a stated purpose that is journalled (ID-55, ID-56); and opening
/// a door from the desk (ID-35).
public interface Passages {

    /// @param reach refuses those whom the actor does not reach
    static Passages in(Books books, BiConsumer<Actor, PersonId> reach) {
        return new BookedPassages(books, reach);
    }

    /// At one door, newest first; at most 1,000.
    ///
    /// @param until exclusive
    LookOutcome at(
            Actor actor,
            RequestId request,
            DeviceId door,
            Instant from,
            Instant until,
            Purpose purpose);

    /// Of one person, at all doors, newest first; at most 1,000.
    LookOutcome of(
            Actor actor,
            RequestId request,
            PersonId person,
            Instant from,
            Instant until,
            Purpose purpose);

    /// Opens a door now, for the time that it is set to. Whoever asks is journalled with the reason; a
    /// door that is away is not opened later.
    OpenOutcome open(Actor actor, RequestId request, DeviceId door, Reason reason);

    /// Why somebody looks.
    ///
    /// @param reference number of the case, at most 40 characters; may be empty
    record Purpose(Ground ground, String reference) {

        public enum Ground {
            INCIDENT,
            LOST_PROPERTY,
            HOLDER_REQUEST,
            AUTHORITY,
            FAULT
        }
    }

    /// Why a door is opened from the desk.
    enum Reason {
        VISITOR,
        FORGOTTEN_CARD,
        DELIVERY,
        EMERGENCY,
        TEST
    }

    /// @param person null if the card is nobody's
    /// @param what the event's kind: `passed`, `refused`
    /// @param why of a refusal, as the event has it; else empty
    /// @param late whether the door told it only afterwards
    record Passage(
            DeviceId door,
            String doorLabel,
            Instant at,
            @Nullable PersonId person,
            String what,
            String why,
            boolean late) {}

    sealed interface LookOutcome {
        record Seen(List<Passage> passages) implements LookOutcome {
            public Seen {
                passages = List.copyOf(passages);
            }
        }

        record Rejected(List<Problem> problems) implements LookOutcome {}
    }

    sealed interface OpenOutcome {
        record Sent() implements OpenOutcome {}

        /// The door cannot be reached.
        record Away() implements OpenOutcome {}

        record Rejected(List<Problem> problems) implements OpenOutcome {}
    }
}
