package app.lodge.core.media;

import java.util.EnumSet;
import java.util.Set;

/// Life of a medium (ID-40…44).
public enum MediumState {
    PREPARING,
    ACTIVE,
    BLOCKED,
    REPLACED,
    RETURNED,
    SPOILED;

    public boolean canBecome(MediumState next) {
        return successors().contains(next);
    }

    private Set<MediumState> successors() {
        return switch (this) {
            case PREPARING -> EnumSet.of(ACTIVE, SPOILED);
            case ACTIVE -> EnumSet.of(BLOCKED, REPLACED, RETURNED);
            case BLOCKED -> EnumSet.of(ACTIVE, REPLACED, RETURNED);
            case REPLACED, RETURNED, SPOILED -> EnumSet.noneOf(MediumState.class);
        };
    }
}
