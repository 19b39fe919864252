package app.lodge.core.devices;

import java.util.List;

/// One setting of a kind of device, declared once: screens, validation and documents come from it.
///
/// @param key as on the wire, such as `offline.limit`
/// @param unit `minor`, `s`, `count` or empty
/// @param minimum and `maximum`: for numbers, inclusive
/// @param choices for CHOICE
public record ConfigField(
        String key,
        Type type,
        String defaultValue,
        String unit,
        long minimum,
        long maximum,
        List<String> choices) {

    public enum Type {
        TEXT,
        NUMBER,
        CHOICE,
        SWITCH
    }
}
