package app.lodge.bridge.conformance;

import java.util.Arrays;
import java.util.List;

/// What a device does otherwise than the protocol says.
final class Fault extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Words words;

    /// @param key of the sentence; its arguments are texts and whole numbers
    Fault(String key, Object... arguments) {
        super(key + Arrays.toString(arguments));
        words = new Words(key, List.of(arguments));
    }

    Words words() {
        return words;
    }

    /// A sentence by its key.
    public record Words(String key, List<Object> arguments) {
        public Words {
            arguments = List.copyOf(arguments);
        }
    }
}
