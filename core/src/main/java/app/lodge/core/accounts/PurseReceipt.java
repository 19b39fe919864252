package app.lodge.core.accounts;

import app.lodge.core.money.Money;
import java.time.Instant;

/// What the holder gets for value put on a purse, given back or paid out over the counter.
///
/// @param number gap-free in its series
/// @param amount above zero onto the purse, below zero out of it
/// @param balanceAfter stated value of the purse
/// @param journalNumber and `journalHash`: the row that an auditor finds in the journal
public record PurseReceipt(
        String series,
        long number,
        long posting,
        String site,
        Instant at,
        long medium,
        Money amount,
        Money balanceAfter,
        String operator,
        String workstation,
        long journalNumber,
        String journalHash) {}
