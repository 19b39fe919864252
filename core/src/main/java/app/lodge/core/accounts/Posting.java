package app.lodge.core.accounts;

import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A movement of value that balances: one that does not cannot exist (requirements 0.3).
///
/// @param occurredAt when it happened, by the clock of whoever reports it
/// @param entries at least two, each account once, summing to zero in each currency; the account that
///     the posting is about comes first
/// @param device the payment point's number; 0 for none
/// @param capture the open hold that this posting ends
record Posting(
        PostingKind kind,
        Origin origin,
        Instant occurredAt,
        List<Entry> entries,
        Booking booking,
        long device,
        @Nullable Hold capture,
        boolean late,
        Particulars particulars) {

    Posting(
            PostingKind kind,
            Origin origin,
            Instant occurredAt,
            List<Entry> entries,
            Booking booking,
            long device,
            @Nullable Hold capture,
            boolean late) {
        this(kind, origin, occurredAt, entries, booking, device, capture, late, Particulars.NONE);
    }

    Posting {
        entries = List.copyOf(entries);
        if (entries.size() < 2) {
            throw new IllegalArgumentException(
                    "%s has %d entries: at least two are needed".formatted(origin, entries.size()));
        }
        Map<Currency, Long> sums = new HashMap<>();
        var seen = new HashSet<AccountId>();
        for (var entry : entries) {
            sums.merge(entry.amount().currency(), entry.amount().minor(), Math::addExact);
            if (!seen.add(entry.account())) {
                throw new IllegalArgumentException(
                        "%s moves account %d twice".formatted(origin, entry.account().number()));
            }
        }
        sums.forEach((currency, sum) -> {
            if (sum != 0) {
                throw new IllegalArgumentException(
                        "Entries of %s sum to %d minor units of %s instead of 0"
                                .formatted(origin, sum, currency));
            }
        });
    }
}
