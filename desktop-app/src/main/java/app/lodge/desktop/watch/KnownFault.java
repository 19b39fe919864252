package app.lodge.desktop.watch;

import app.lodge.core.texts.Texts;
import app.lodge.desktop.shell.Wording;
import java.util.Arrays;

/// Faults that have words; a device may tell others, which are shown by their code.
enum KnownFault {
    BATTERY_LOW,
    CASSETTE_FULL,
    CERTIFICATE_EXPIRED,
    CLOCK_OFF,
    DOOR_FORCED,
    DOOR_HELD,
    MAINS_FAILED,
    MEMORY_FULL,
    NEARLY_FULL,
    NOTE_JAM,
    NOT_SECURE,
    PAPER_OUT,
    REFUSED_CONFIGURATION,
    TAMPER,
    WRONG_KEY;

    static String words(Texts texts, String code) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .map(known -> Wording.of(texts, "device-fault", known))
                .orElse(code);
    }
}
