package app.lodge.core.topups;

import app.lodge.core.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A file for the bank.
///
/// @param name without folder
/// @param dueOn when the bank is to carry it out
/// @param orders how many payments are in it
/// @param contentHash hex SHA-256 of the file as it was stored before it was written
/// @param writtenAt null as long as it is not in the folder
/// @param carriedOutAt when somebody confirmed that the bank has done it; null before
public record BankFile(
        long number,
        Kind kind,
        String name,
        LocalDate dueOn,
        int orders,
        Money amount,
        String contentHash,
        Instant createdAt,
        @Nullable Instant writtenAt,
        @Nullable Instant carriedOutAt) {

    /// Which way the money goes.
    public enum Kind {
        /// Direct debits: pain.008.001.08.
        COLLECTION,
        /// Credit transfers: pain.001.001.09.
        PAYOUT
    }

    /// How far a file has come.
    public enum State {
        /// Its content stands in the books, the file could not be written yet.
        STORED,
        WRITTEN,
        CARRIED_OUT
    }

    public State state() {
        if (carriedOutAt != null) {
            return State.CARRIED_OUT;
        }
        return writtenAt == null ? State.STORED : State.WRITTEN;
    }
}
