package app.lodge.core.topups;

import app.lodge.core.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A file for the bank.
///
/// @param name without folder
/// @param dueOn when the accounts are charged
/// @param contentHash hex SHA-256 of the file as it was stored before it was written
/// @param writtenAt null as long as it is not in the folder
public record BankFile(
        long number,
        String name,
        LocalDate dueOn,
        int orders,
        Money amount,
        String contentHash,
        Instant createdAt,
        @Nullable Instant writtenAt) {}
