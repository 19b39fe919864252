package app.lodge.core.selfservice;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.people.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A login's tie to an account (ID-23, ID-25).
///
/// @param owner whose account it is
/// @param own whether the login is the owner's: it then sees and changes the owner's data, too (ID-09)
/// @param until the last day that was agreed; null for good
/// @param atMajority whether it ends the day before the owner comes of age
/// @param lastDay what the two come to today; null for good
public record Link(
        long id,
        LoginId login,
        AccountId account,
        PersonId owner,
        State state,
        Set<LinkRight> rights,
        boolean own,
        @Nullable LocalDate until,
        boolean atMajority,
        @Nullable LocalDate lastDay,
        Proof proof,
        Instant askedAt,
        @Nullable Instant linkedAt,
        @Nullable Instant endedAt) {

    public Link {
        rights = Set.copyOf(rights);
    }

    public enum State {
        /// The code has not come back yet.
        ASKED,
        STANDS,
        /// Its last day is over, it was taken away, or the code never came back.
        ENDED
    }

    public boolean may(LinkRight right) {
        return state == State.STANDS && rights.contains(right);
    }

    /// What is asked for.
    public record Wanted(
            AccountId account,
            Set<LinkRight> rights,
            boolean own,
            @Nullable LocalDate until,
            boolean atMajority) {

        public Wanted {
            rights = Set.copyOf(rights);
        }
    }
}
