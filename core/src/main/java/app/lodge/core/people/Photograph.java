package app.lodge.core.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One photograph of a person, without its pixels.
///
/// @param takenBy the operator's name; empty where it was not kept, or the bridge did it
/// @param decidedBy who approved or rejected it last; empty where nobody did, as for those that were
///     approved as they were kept
/// @param decidedAt null likewise
/// @param reason null unless it is rejected
/// @param undoable whether the last decision on it can be taken back: nothing happened to the
///     person's photographs since
public record Photograph(
        long number,
        PersonId person,
        PhotoState state,
        PhotoSource source,
        Instant takenAt,
        String takenBy,
        @Nullable Instant decidedAt,
        String decidedBy,
        @Nullable PhotoReason reason,
        @Nullable Instant replacedAt,
        boolean undoable) {}
