package app.lodge.core.stock;

import java.util.EnumSet;
import java.util.Set;

/// What a blank is counted as (CHAIN-52). All of them together are what was received.
public enum StockState {
    /// As it came from the maker.
    BLANK,
    /// The enterprise control key is on it (CHAIN-06).
    PREPARED,
    /// In a holder's hands.
    ISSUED,
    /// Given back by its holder.
    RETURNED,
    SPOILED,
    LOST,
    DESTROYED,
    /// What a count found too few, less what it found too many: the only one that can be below zero.
    DIFFERENCE;

    public boolean canBecome(StockState next) {
        return successors().contains(next);
    }

    /// Whether pieces in this state lie at their place and can be counted there.
    public boolean lies() {
        return this == BLANK || this == PREPARED || this == RETURNED;
    }

    private Set<StockState> successors() {
        return switch (this) {
            case BLANK -> EnumSet.of(PREPARED, ISSUED, SPOILED, LOST, DIFFERENCE);
            case PREPARED -> EnumSet.of(ISSUED, SPOILED, LOST, DIFFERENCE);
            case ISSUED -> EnumSet.of(PREPARED, RETURNED, LOST, DESTROYED);
            case LOST -> EnumSet.of(PREPARED, ISSUED, RETURNED, DESTROYED);
            case RETURNED -> EnumSet.of(PREPARED, SPOILED, LOST, DESTROYED, DIFFERENCE);
            case SPOILED -> EnumSet.of(DESTROYED);
            case DIFFERENCE -> EnumSet.of(BLANK, PREPARED, RETURNED, ISSUED, SPOILED, LOST);
            case DESTROYED -> EnumSet.noneOf(StockState.class);
        };
    }
}
