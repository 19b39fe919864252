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

    /// What the card opens (CHAIN-09). Its place in this list, counted from 1, stands on the card.
    public enum Level {
        ADMINISTRATOR,
        CLERK,
        /// Terminals only, no desk.
        TERMINAL,
        /// Of the site as a whole: desk and every terminal.
        HEAD_OFFICE,
        /// Of one branch: desk, and the terminals there.
        BRANCH_MANAGER
    }

    /// Whether the card is for a terminal that stands in this place.
    public boolean opensAt(String terminal) {
        return switch (level) {
            case ADMINISTRATOR, CLERK, HEAD_OFFICE -> true;
            case TERMINAL, BRANCH_MANAGER -> place.isBlank() || place.equalsIgnoreCase(terminal);
        };
    }

    public enum State {
        ACTIVE,
        /// Too many wrong PINs.
        LOCKED,
        /// Lost or taken back.
        REVOKED
    }
}
