package app.lodge.core.cashdesk;

import app.lodge.core.accounts.PostingKind;
import app.lodge.core.money.Money;
import java.time.Instant;

/// A posting that moved the cash of a shift.
///
/// @param intoDrawer below zero for money that left it
/// @param inDrawerAfter running from what was carried over
/// @param receipt `R2026-17`; empty for none
public record CashMovement(
        long posting,
        Instant at,
        PostingKind kind,
        Money intoDrawer,
        Money inDrawerAfter,
        String operator,
        String receipt) {}
