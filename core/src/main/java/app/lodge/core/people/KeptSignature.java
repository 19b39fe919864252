package app.lodge.core.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One signature of a person, without its pixels.
///
/// @param takenBy the operator's name; empty where the bridge did it
/// @param replacedAt when another took its place or it was taken away; null for the one that is printed
public record KeptSignature(
        long number,
        PersonId person,
        SignatureSource source,
        Instant takenAt,
        String takenBy,
        @Nullable Instant replacedAt) {

    public boolean printed() {
        return replacedAt == null;
    }
}
