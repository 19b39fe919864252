package app.lodge.core.rights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A grant or a refusal, as the books hold it. It is never changed: another one replaces it.
///
/// @param plan the weekly plan in whose windows it holds; null for at all times
/// @param from inclusive; null for since ever
/// @param until exclusive; null for ever
/// @param recordedAt from when on the books, and therefore the doors, knew it
/// @param endedAt when it was withdrawn; null while it stands
public record Rule(
        RuleId id,
        ResourceId resource,
        Holder holder,
        Effect effect,
        @Nullable PlanId plan,
        @Nullable Instant from,
        @Nullable Instant until,
        Instant recordedAt,
        @Nullable Instant endedAt) {

    /// What somebody wants a rule to say.
    public record Wanted(
            ResourceId resource,
            Holder holder,
            Effect effect,
            @Nullable PlanId plan,
            @Nullable Instant from,
            @Nullable Instant until) {}

    Wanted says() {
        return new Wanted(resource, holder, effect, plan, from, until);
    }
}
