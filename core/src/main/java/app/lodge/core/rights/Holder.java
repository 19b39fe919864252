package app.lodge.core.rights;

/// Whom a rule is for: one person, or everybody in a group (ID-36).
///
/// @param number the person's or the group's
public record Holder(Kind kind, long number) {

    public enum Kind {
        PERSON,
        GROUP
    }

    public static Holder person(long number) {
        return new Holder(Kind.PERSON, number);
    }

    public static Holder group(long number) {
        return new Holder(Kind.GROUP, number);
    }
}
