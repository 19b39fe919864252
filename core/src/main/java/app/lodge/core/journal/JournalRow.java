package app.lodge.core.journal;

import java.time.Instant;

/// One row of the append-only journal.
///
/// @param content canonical JSON without personal data in plain
/// @param hash upper-case hex of SHA-256 over the row before and this one
public record JournalRow(
        long number,
        Instant at,
        String kind,
        String actor,
        String workstation,
        String subject,
        String content,
        String hash) {}
