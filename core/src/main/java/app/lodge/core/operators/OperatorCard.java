package app.lodge.core.operators;

import app.lodge.core.media.Uid;
import java.time.Instant;
import java.time.LocalDate;

/// A member of staff's own card.
///
/// @param number stands on the card too
/// @param place branch or site that it is for, as the site calls it; may be empty
/// @param validUntil last day
public record OperatorCard(
        long number,
        long operator,
        String name,
        Uid uid,
        Level level,
        String place,
        LocalDate validUntil,
        State state,
        Instant issuedAt) {

    /// What the card opens (CHAIN-09).
    public enum Level {
        ADMINISTRATOR,
        CLERK,
        /// Terminals only, no desk.
        TERMINAL
    }

    public enum State {
        ACTIVE,
        /// Too many wrong PINs.
        LOCKED,
        /// Lost or taken back.
        REVOKED
    }
}
