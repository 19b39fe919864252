package app.lodge.core.batches;

import app.lodge.core.media.JobId;
import app.lodge.core.people.PersonId;
import org.jspecify.annotations.Nullable;

/// One card of a batch.
///
/// @param number within the batch, from 1; stays the same wherever the card stands in the queue
/// @param job the newest that was begun for it; null before
/// @param verdict why no job could be begun; null unless the card is set aside
public record BatchCard(
        int number, PersonId person, State state, @Nullable JobId job, @Nullable Verdict verdict) {

    /// Where a card stands. Only its job says whether it was made, so that nothing has to be told twice.
    public enum State {
        WAITING,
        /// A printer has taken it on.
        MAKING,
        ISSUED,
        /// A blank was used for nothing.
        SPOILED,
        /// Its job waits for the clerk's word.
        UNSETTLED,
        /// No job could be begun.
        ASIDE,
        /// Somebody took it out of the queue.
        TAKEN_OUT;

        /// Whether somebody still has to do something about the card: the printer or the staff.
        public boolean open() {
            return this != ISSUED && this != TAKEN_OUT;
        }

        /// Whether the card may stand in the queue again.
        public boolean canBeTriedAgain() {
            return this == SPOILED || this == ASIDE || this == TAKEN_OUT;
        }
    }

    /// Why a card is set aside.
    public enum Verdict {
        PERSON_BLOCKED,
        PERSON_UNKNOWN,
        UNDER_WAY,
        TOO_MANY,
        NOT_COVERED,
        NOT_PRINTABLE,
        NO_LAYOUT,
        NO_PLAN,
        NO_STOCK
    }
}
