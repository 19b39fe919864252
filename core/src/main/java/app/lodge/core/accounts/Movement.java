package app.lodge.core.accounts;

import app.lodge.core.money.Money;
import java.time.Instant;

/// One line of an account's history (ID-21).
///
/// @param posting the posting's gap-free number
/// @param amount positive raises the account
/// @param place the payment point's label, or the workstation
/// @param operator the clerk's name; empty for a device
/// @param late booked after the device's own offline log arrived
public record Movement(
        long posting,
        PostingKind kind,
        Instant occurredAt,
        Instant bookedAt,
        Money amount,
        Money balanceAfter,
        String place,
        String operator,
        boolean late) {}
