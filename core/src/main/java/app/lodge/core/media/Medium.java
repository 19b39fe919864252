package app.lodge.core.media;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.people.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A card, fob, contact key or app that stands for one person's ID (ID-07).
///
/// @param issueNumber counts this person's media of this kind from 1 (ID-43)
/// @param uid bound when encoding begins; null before
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
        Instant changedAt) {

    /// What is printed on it and said on the phone: person and issue number, `0001234-02`.
    public String number() {
        return "%07d-%02d".formatted(holder.number(), issueNumber);
    }
}
