package app.lodge.core.keys;

import java.time.Instant;

/// An entry of the erasure list, which lies beside the keys and not in the books, so that restoring
/// the books cannot lose it (ID-57). No personal data.
///
/// @param person the number, never given again (ID-02)
/// @param certificate the erasure's number in the books
public record ErasedPerson(long person, Instant at, long certificate) {}
