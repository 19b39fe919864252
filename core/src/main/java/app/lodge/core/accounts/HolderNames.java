package app.lodge.core.accounts;

import app.lodge.core.people.PersonId;

/// Whom an account belongs to, for whoever needs to recognise it.
@FunctionalInterface
public interface HolderNames {

    /// @return empty where nobody is known by that number any more
    String fullName(PersonId person);

    /// The first letter of each word, and a dot for each letter after it: `A•• M•••••`.
    static String masked(String fullName) {
        var masked = new StringBuilder();
        var first = true;
        for (var point : fullName.codePoints().toArray()) {
            if (Character.isWhitespace(point) || point == '-') {
                masked.appendCodePoint(point);
                first = true;
            } else if (first) {
                masked.appendCodePoint(point);
                first = false;
            } else {
                masked.append('•');
            }
        }
        return masked.toString();
    }
}
