package app.lodge.core.approvals;

import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One movement of money laid before a second person.
///
/// @param reason and `reference`: the grounds that the clerk gave
/// @param askedBy the operator's number, `askedByName` his name
/// @param workstation where the clerk sits
/// @param expiresAt from then on it is neither decided nor used
/// @param decidedByName null while nobody has decided
public record Approval(
        long number,
        Matter matter,
        Reason reason,
        String reference,
        ApprovalState state,
        long askedBy,
        String askedByName,
        Instant askedAt,
        String workstation,
        Instant expiresAt,
        @Nullable String decidedByName,
        Remark remark,
        String remarkReference) {}
