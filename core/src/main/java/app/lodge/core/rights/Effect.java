package app.lodge.core.rights;

/// What a rule says while it holds.
public enum Effect {
    GRANT,
    REFUSAL
}
