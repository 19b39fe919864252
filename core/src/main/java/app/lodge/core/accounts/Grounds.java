package app.lodge.core.accounts;

import java.util.regex.Pattern;

/// On what grounds staff move money (ID-27).
///
/// @param reference of a document: at most 40 letters, digits and `. / : -`, or empty; nothing about a
///     person
/// @param approval the second person's approval; 0 for none
public record Grounds(Reason reason, String reference, long approval) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9./:-]{0,40}");

    public static Grounds of(Reason reason) {
        return new Grounds(reason, "", 0);
    }

    /// Whether a reference is one that the books may keep.
    public static boolean readable(String reference) {
        return REFERENCE.matcher(reference).matches();
    }

    boolean referenceReadable() {
        return readable(reference);
    }
}
