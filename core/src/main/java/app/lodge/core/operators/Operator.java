package app.lodge.core.operators;

import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A member of staff who signs in to Lodge.
///
/// @param role the shipped role, or the one that the site's own role was made from
/// @param ownRole the site's own role; null for a shipped one
/// @param scope whose data the operator works with
public record Operator(
        long id,
        String name,
        Role role,
        @Nullable StaffRole ownRole,
        Scope scope,
        boolean active,
        @Nullable Instant lockedUntil) {

    /// An operator with a shipped role, for the whole site.
    public Operator(
            long id, String name, Role role, boolean active, @Nullable Instant lockedUntil) {
        this(id, name, role, null, Scope.SITE, active, lockedUntil);
    }

    StaffRole staffRole() {
        return ownRole == null ? StaffRole.shipped(role) : ownRole;
    }
}
