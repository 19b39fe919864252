package app.lodge.core.devices;

import java.util.List;

/// What leads from one version of a cabinet's PINs to a newer one (LOCK-29).
///
/// @param base as in a {@link ListDelta}
/// @param remove numbers of compartments
public record PinDelta(long version, long base, List<Entry> add, List<Integer> remove) {

    public PinDelta {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
    }

    /// @param digest salted, Argon2id in PHC string form
    public record Entry(int compartment, String digest) {

        /// Without the digest.
        @Override
        public String toString() {
            return "Entry[compartment=" + compartment + "]";
        }
    }
}
