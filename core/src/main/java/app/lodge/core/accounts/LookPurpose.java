package app.lodge.core.accounts;

/// Why somebody looks at a person's movements (ID-55, ID-56).
public enum LookPurpose {
    ASKED_BY_HOLDER,
    COMPLAINT,
    AUDIT,
    INVESTIGATION,
    /// The holder stands at the counter: the newest ten, for whoever may take money. Not journalled.
    COUNTER
}
