package app.lodge.core.operators;

import app.lodge.core.books.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A member of staff who signs in to Lodge.
public record Operator(
        long id, String name, Role role, boolean active, @Nullable Instant lockedUntil) {}
