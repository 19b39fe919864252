package app.lodge.core.media;

import java.util.EnumSet;
import java.util.Set;

/// Where a card job stands. Each state is stored before the irreversible step that it announces.
///
/// ```
/// QUEUED → FED → ENCODING → ENCODED → VERIFIED → PRINTING → PRINTED → ISSUED
///    │       └──────┴─────────┴──────────┴───────────┴─────────┴→ REJECTED
///    └→ CANCELLED                       PRINTING, PRINTED and anything after a crash → UNKNOWN → ISSUED | REJECTED
/// ```
public enum JobState {
    QUEUED,
    FED,
    ENCODING,
    ENCODED,
    VERIFIED,
    PRINTING,
    PRINTED,
    ISSUED,
    REJECTED,
    CANCELLED,
    /// Only the clerk knows what became of the card.
    UNKNOWN;

    public boolean canBecome(JobState next) {
        return successors().contains(next);
    }

    public boolean open() {
        return !EnumSet.of(ISSUED, REJECTED, CANCELLED).contains(this);
    }

    private Set<JobState> successors() {
        return switch (this) {
            case QUEUED -> EnumSet.of(FED, CANCELLED);
            case FED -> EnumSet.of(ENCODING, REJECTED, UNKNOWN);
            case ENCODING -> EnumSet.of(ENCODED, REJECTED, UNKNOWN);
            case ENCODED -> EnumSet.of(VERIFIED, REJECTED, UNKNOWN);
            case VERIFIED -> EnumSet.of(PRINTING, REJECTED, UNKNOWN);
            case PRINTING -> EnumSet.of(PRINTED, REJECTED, UNKNOWN);
            case PRINTED -> EnumSet.of(ISSUED, REJECTED, UNKNOWN);
            case UNKNOWN -> EnumSet.of(ISSUED, REJECTED);
            case ISSUED, REJECTED, CANCELLED -> EnumSet.noneOf(JobState.class);
        };
    }
}
