package app.lodge.core.people;

import java.util.Set;

/// Which photographs need nobody's approval (ID-11).
///
/// @param atOnce what comes this way is approved as it is kept; everything else is proposed
public record PhotoRules(Set<PhotoSource> atOnce) {

    /// At the desk somebody has the person, or that one picture, before their eyes.
    public static final PhotoRules STANDARD = new PhotoRules(Set.of(PhotoSource.DESK));

    public PhotoRules {
        atOnce = Set.copyOf(atOnce);
    }

    PhotoState first(PhotoSource source) {
        return atOnce.contains(source) ? PhotoState.APPROVED : PhotoState.PROPOSED;
    }
}
