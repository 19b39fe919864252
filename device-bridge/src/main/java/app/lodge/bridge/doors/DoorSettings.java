package app.lodge.bridge.doors;

import app.lodge.bridge.osdp.LineAddress;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A door as it is desired to be, read from its configuration.
///
/// @param line null if it is not told yet, or makes no sense
/// @param contact input that is active while the door stands open; {@link #NONE} for none
/// @param exit input of the button at the way out; {@link #NONE} for none
record DoorSettings(
        @Nullable LineAddress line,
        int address,
        boolean secureOnly,
        boolean reversed,
        int strike,
        int strikeSeconds,
        int contact,
        int exit,
        int heldSeconds,
        boolean listWhenAway) {

    static final int NONE = 99;

    static DoorSettings of(Map<String, String> config) {
        return new DoorSettings(
                Optional.ofNullable(config.get("line")).flatMap(LineAddress::parse).orElse(null),
                number(config, "reader.address", 0),
                !"if-able".equals(config.get("reader.secure")),
                "uid-reversed".equals(config.get("card.format")),
                number(config, "strike.output", 0),
                number(config, "strike.seconds", 4),
                number(config, "contact.input", NONE),
                number(config, "exit.input", NONE),
                number(config, "held.seconds", 30),
                !"refuse".equals(config.get("offline.rule")));
    }

    private static int number(Map<String, String> config, String key, int preset) {
        var value = config.get(key);
        return value == null ? preset : Integer.parseInt(value);
    }
}
