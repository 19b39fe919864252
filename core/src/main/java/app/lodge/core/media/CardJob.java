package app.lodge.core.media;

import app.lodge.core.people.PersonId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One attempt to make one card, with what was seen on the way.
///
/// @param printer address such as `evolis:Primacy`, `os:Queue`, `file:/cards`
/// @param reader the PC/SC reader's name, or `in-process`
/// @param layout layout and revision, `staff@3`
/// @param workstation where the card physically is
/// @param evidence what was seen at each step (return codes, ribbon, image hashes); no personal data
public record CardJob(
        JobId id,
        PersonId person,
        MediumId medium,
        String cardNumber,
        int attempt,
        JobState state,
        String printer,
        String reader,
        String layout,
        String workstation,
        @Nullable Uid uid,
        Map<String, String> evidence,
        Instant changedAt) {

    public CardJob {
        evidence = Map.copyOf(evidence);
    }
}
