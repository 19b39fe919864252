package app.lodge.core.accounts;

import app.lodge.core.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A posting as it stands in the books, for undoing it.
///
/// @param refunds the purchase that it gave back
/// @param reversedBy the posting that undid it
record PastPosting(
        long number,
        PostingKind kind,
        long device,
        List<Entry> entries,
        @Nullable Long refunds,
        @Nullable Long reversedBy) {

    AccountId account() {
        return entries.getFirst().account();
    }

    Money amount() {
        return entries.getFirst().amount();
    }

    List<Entry> opposite() {
        return entries.stream()
                .map(entry -> new Entry(entry.account(), entry.amount().negated()))
                .toList();
    }
}
