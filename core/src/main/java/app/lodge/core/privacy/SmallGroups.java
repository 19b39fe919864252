package app.lodge.core.privacy;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Counts of people over groups so small that a count tells on somebody are not shown (ID-56). The one
/// place for this rule: whatever aggregates people goes through here.
public final class SmallGroups {

    private SmallGroups() {}

    /// Empty where it must not be shown. Nobody at all may be shown.
    ///
    /// @param smallest a group of fewer is suppressed: the site's own setting
    public static Optional<Long> shown(long people, int smallest) {
        return people == 0 || people >= smallest ? Optional.of(people) : Optional.empty();
    }

    /// The groups that may be shown. If just one is too small, the next larger goes, too: otherwise
    /// total and remainder would tell the one that is missing.
    public static <K> Map<K, Long> shown(Map<K, Long> peopleByGroup, int smallest) {
        var small =
                peopleByGroup.values().stream().filter(n -> shown(n, smallest).isEmpty()).count();
        var least =
                small != 1
                        ? smallest
                        : peopleByGroup.values().stream()
                                        .filter(n -> n >= smallest)
                                        .mapToLong(Long::longValue)
                                        .min()
                                        .orElse(smallest)
                                + 1;
        return peopleByGroup.entrySet().stream()
                .filter(one -> one.getValue() == 0 || one.getValue() >= least)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
