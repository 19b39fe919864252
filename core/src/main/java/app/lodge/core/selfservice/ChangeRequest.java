package app.lodge.core.selfservice;

import app.lodge.core.people.PersonField;
import app.lodge.core.people.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something about themselves that a holder asks staff to change (ID-09).
///
/// @param present what stands in the field now; empty where the reader does not see it
/// @param wanted what shall stand there
/// @param decidedAt null while it is open
public record ChangeRequest(
        long id,
        PersonId person,
        String name,
        PersonField field,
        String present,
        String wanted,
        State state,
        Instant askedAt,
        @Nullable Instant decidedAt) {

    public enum State {
        /// The new address has not been confirmed by the code that was sent to it (ID-24).
        CODE,
        OPEN,
        ACCEPTED,
        REFUSED,
        /// A newer one took its place, or the code never came back.
        DROPPED
    }
}
