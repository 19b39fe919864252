package app.lodge.core.privacy;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Counts of people over groups so small that a count tells on somebody are not shown (ID-56). The one
/// place for this rule: whatever aggregates people goes through here.
public final class SmallGroups {

    /// A group of fewer is suppressed.
    public static final int SMALLEST = 5;

    private SmallGroups() {}

    /// Empty where it must not be shown. Nobody at all may be shown.
    public static Optional<Long> shown(long people) {
        return people == 0 || people >= SMALLEST ? Optional.of(people) : Optional.empty();
    }

    /// The groups that may be shown. If just one is too small, the next larger goes, too: otherwise
    /// total and remainder would tell the one that is missing.
    public static <K> Map<K, Long> shown(Map<K, Long> peopleByGroup) {
        var small = peopleByGroup.values().stream().filter(n -> shown(n).isEmpty()).count();
        var least =
                small != 1
                        ? SMALLEST
                        : peopleByGroup.values().stream()
                                        .filter(n -> n >= SMALLEST)
                                        .mapToLong(Long::longValue)
                                        .min()
                                        .orElse(SMALLEST)
                                + 1;
        return peopleByGroup.entrySet().stream()
                .filter(one -> one.getValue() == 0 || one.getValue() >= least)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
