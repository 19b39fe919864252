package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The PINs that a cabinet holds, as digests only (LOCK-29).
///
/// @param digests by number of the compartment
record HeldPins(long version, Map<Integer, String> digests) {

    static final HeldPins NONE = new HeldPins(0, Map.of());

    HeldPins {
        digests = Map.copyOf(digests);
    }

    /// Whether the delta leads from what is held here.
    boolean fits(Down.PinDelta delta) {
        return delta.base() <= version;
    }

    HeldPins with(Down.PinDelta delta) {
        if (delta.version() <= version && delta.base() != 0) {
            return this;
        }
        var next = new HashMap<Integer, String>(delta.base() == 0 ? Map.of() : digests);
        delta.withdrawn().forEach(next::remove);
        delta.pins().forEach(pin -> next.put(pin.compartment(), pin.digest()));
        return new HeldPins(delta.version(), next);
    }

    Optional<String> of(int compartment) {
        return Optional.ofNullable(digests.get(compartment));
    }
}
