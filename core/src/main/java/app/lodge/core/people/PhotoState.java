package app.lodge.core.people;

import java.util.Map;
import java.util.Set;

/// Where a photograph of a person stands (ID-11). At most one is approved, at most one proposed; only
/// the approved one is printed and shown.
public enum PhotoState {
    /// Waits for somebody who may approve it.
    PROPOSED,
    APPROVED,
    REJECTED,
    /// A newer one took its place; kept until the person is erased.
    REPLACED;

    private static final Map<PhotoState, Set<PhotoState>> NEXT =
            Map.of(
                    PROPOSED, Set.of(APPROVED, REJECTED, REPLACED),
                    APPROVED, Set.of(REJECTED, REPLACED),
                    REJECTED, Set.of(APPROVED),
                    REPLACED, Set.of(APPROVED));

    /// By a decision or a newer photograph; taking a decision back is another matter.
    public boolean canBecome(PhotoState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
