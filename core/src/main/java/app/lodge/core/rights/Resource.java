package app.lodge.core.rights;

import org.jspecify.annotations.Nullable;

/// Something that one may use, or not (ID-35).
///
/// @param name 1 to 80 characters, unique at the site
/// @param device number of the device that guards it; null for none, as for software and data
public record Resource(ResourceId id, Kind kind, String name, @Nullable Long device) {

    public enum Kind {
        DOOR,
        BARRIER,
        DEVICE,
        ROOM,
        SOFTWARE,
        DATA
    }
}
