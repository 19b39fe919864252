package app.lodge.core.media;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.people.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A card, fob, contact key or app that stands for one person's ID (ID-07).
///
/// @param issueNumber counts this person's media of this kind from 1 (ID-43)
/// @param uid bound when encoding begins; null before
/// @param loanUntil a medium lent for a day expires then; null for the holder's own
/// @param keyVersion version of the site's card keys on the chip, 1 to 255; 0 before encoding
public record Medium(
        MediumId id,
        MediumKind kind,
        PersonId holder,
        int issueNumber,
        MediumState state,
        @Nullable Uid uid,
        String chip,
        int keyVersion,
        @Nullable BlockReason blockReason,
        Instant changedAt,
        @Nullable Instant loanUntil) {

    /// A medium that is not lent but its holder's own.
    public Medium(
            MediumId id,
            MediumKind kind,
            PersonId holder,
            int issueNumber,
            MediumState state,
            @Nullable Uid uid,
            String chip,
            int keyVersion,
            @Nullable BlockReason blockReason,
            Instant changedAt) {
        this(
                id,
                kind,
                holder,
                issueNumber,
                state,
                uid,
                chip,
                keyVersion,
                blockReason,
                changedAt,
                null);
    }

    /// Whether it is lent for a day, beside the holder's own (ID-07).
    public boolean loan() {
        return loanUntil != null;
    }

    /// What is printed on it and said on the phone: person and issue number, `0001234-02`.
    public String number() {
        return "%07d-%02d".formatted(holder.number(), issueNumber);
    }
}
