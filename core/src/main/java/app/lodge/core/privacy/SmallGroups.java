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

    /// The groups that may be shown. Together those that are not are again no small group, nor one alone:
    /// otherwise total and remainder would tell them. So the next larger ones go with them, all of one size.
    public static <K> Map<K, Long> shown(Map<K, Long> peopleByGroup, int smallest) {
        var sizes = peopleByGroup.values().stream().filter(n -> n > 0).sorted().toList();
        long hidden = 0;
        int groups = 0;
        for (long size : sizes) {
            boolean tells = groups == 1 || hidden < smallest;
            boolean asLast = groups > 0 && size == sizes.get(groups - 1);
            if (size >= smallest && !asLast && (groups == 0 || !tells)) {
                break;
            }
            hidden += size;
            groups++;
        }
        var least = groups == 0 ? 0 : sizes.get(groups - 1) + 1;
        return peopleByGroup.entrySet().stream()
                .filter(one -> one.getValue() == 0 || one.getValue() >= least)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
