package app.lodge.core.devices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the dual reader of a locker terminal reads; each is switched on or off in its configuration
/// (LOCK-28).
public enum ReaderMedium {
    ULTRALIGHT("Ultralight"),
    CLASSIC("Classic"),
    PLUS("Plus"),
    DESFIRE("DESFire"),
    /// EM4100 and what speaks like it, at 125 kHz.
    EM125("EM4");

    private final String chip;

    ReaderMedium(String chip) {
        this.chip = chip;
    }

    /// As devices write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The key of the setting that switches it.
    public String setting() {
        return "reader." + word();
    }

    /// Whether a terminal with this configuration takes it. One that was configured before there was
    /// this setting takes all.
    public boolean takenBy(Map<String, String> config) {
        return !"false".equals(config.get(setting()));
    }

    /// @return empty for a kind that no terminal reads
    public static Optional<ReaderMedium> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /// The kind of a medium in the books.
    ///
    /// @param chip such as `DESFire EV3`
    /// @return empty if the books know only its number
    public static Optional<ReaderMedium> ofChip(String chip) {
        return Arrays.stream(values()).filter(one -> chip.contains(one.chip)).findFirst();
    }
}
