package app.lodge.core.purse;

import java.time.Instant;

/// A change to be made on a card, decided before the card is touched.
///
/// @param terminal 0 for the back office
/// @param sequence the terminal's own count, or the back office's number of the order; names the
///     change, so that a second try finds the first
/// @param points added, or below zero taken
/// @param amount above zero, minor units
public record PurseChange(
        PurseKind kind,
        long terminal,
        long sequence,
        long operator,
        Instant at,
        long amount,
        long points,
        int currency) {}
