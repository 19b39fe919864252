package app.lodge.core.media;

import java.util.EnumSet;
import java.util.Set;

/// Life of a medium (ID-12, ID-40…44).
///
/// ```
/// PREPARING → ACTIVE ⇄ BLOCKED → REPLACED → DESTROYED
///     │         ├→ EXPIRED → RETURNED ──────────┘
///     └→ SPOILED
/// ```
public enum MediumState {
    PREPARING,
    ACTIVE,
    BLOCKED,
    /// Lent for a day that is over, and not back yet.
    EXPIRED,
    /// Another one was made in its place: never valid again.
    REPLACED,
    RETURNED,
    /// Cut through, after it came back.
    DESTROYED,
    SPOILED;

    public boolean canBecome(MediumState next) {
        return successors().contains(next);
    }

    private Set<MediumState> successors() {
        return switch (this) {
            case PREPARING -> EnumSet.of(ACTIVE, SPOILED);
            case ACTIVE -> EnumSet.of(BLOCKED, EXPIRED, REPLACED, RETURNED);
            case BLOCKED -> EnumSet.of(ACTIVE, REPLACED, RETURNED);
            case EXPIRED -> EnumSet.of(RETURNED);
            case REPLACED, RETURNED -> EnumSet.of(DESTROYED);
            case DESTROYED, SPOILED -> EnumSet.noneOf(MediumState.class);
        };
    }
}
