package app.lodge.core.privacy;

/// Why somebody wants to see everything about a person.
public enum Purpose {
    ASKED_BY_PERSON,
    COMPLAINT,
    AUDIT,
    INVESTIGATION
}
