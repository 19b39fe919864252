package app.lodge.core.selfservice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A self-service account. It may have no link at all, or several (ID-22, ID-25).
///
/// @param email by which it signs in; empty once it has ended
/// @param lockedUntil after too many wrong secrets; null for not at all
public record Login(
        LoginId id, State state, String email, Instant openedAt, @Nullable Instant lockedUntil) {

    public enum State {
        /// Nobody has shown yet that the address is theirs: there is no secret.
        OPENED,
        ACTIVE,
        BLOCKED,
        /// Address and secret are gone, and the key that sealed them.
        ENDED
    }
}
