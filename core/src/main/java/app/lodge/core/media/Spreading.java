package app.lodge.core.media;

import java.util.List;

/// Knows which devices hold a medium's present state; the field network tells it (ID-42).
@FunctionalInterface
public interface Spreading {

    Media.Spread of(Medium medium);

    /// For a site without devices.
    static Spreading nowhere() {
        return _ -> new Media.Spread(List.of(), List.of());
    }
}
