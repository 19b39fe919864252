package app.lodge.core.accounts;

import app.lodge.core.money.Money;
import java.time.Instant;

/// A counter receipt, printed identically however often.
///
/// @param number gap-free in its series
/// @param journalNumber and `journalHash`: the row that an auditor finds in the journal
/// @param copy 0 for the original, then counting copies
public record Receipt(
        String series,
        long number,
        long posting,
        String site,
        Instant at,
        AccountId account,
        long person,
        Money amount,
        Money balanceAfter,
        PaymentMeans means,
        String operator,
        String workstation,
        long journalNumber,
        String journalHash,
        int copy) {}
