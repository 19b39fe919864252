package app.lodge.core.points;

import app.lodge.core.texts.Texts;

/// A sort of payment point: till, canteen, vending machine … (ID-14).
///
/// @param code what files and commands call it, for ever: 2 to 24 lower-case letters, digits and hyphens
/// @param name as the site calls it; empty for a shipped one that the bundles name in each language
/// @param retired whether no further point can become one; those that are, stay
public record PointType(String code, String name, boolean retired) {

    /// What every payment point is until somebody says better.
    public static final String OTHER = "other";

    /// As it is called in a language.
    public String called(Texts texts) {
        return name.isEmpty() ? texts.get("point-type." + code) : name;
    }
}
