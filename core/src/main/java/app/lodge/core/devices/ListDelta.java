package app.lodge.core.devices;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What leads from one version of a device's list to a newer one.
///
/// A device that holds any version from `base` to `version` may apply it; with `base` 0 it replaces
/// the whole list.
///
/// @param name `block`, `allow` or `users`
/// @param remove credentials
public record ListDelta(
        String name, long version, long base, List<Entry> add, List<String> remove) {

    public ListDelta {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
    }

    /// @param credential upper-case hex
    /// @param compartments that it opens; empty at payment points
    /// @param groups of its holder that prices depend on; empty at cabinets
    /// @param user what its holder may do at a safe; null elsewhere
    public record Entry(
            String credential,
            List<Integer> compartments,
            List<Long> groups,
            @Nullable DeviceRight user) {
        public Entry {
            compartments = List.copyOf(compartments);
            groups = List.copyOf(groups);
        }

        public Entry(String credential, List<Integer> compartments, List<Long> groups) {
            this(credential, compartments, groups, null);
        }
    }
}
