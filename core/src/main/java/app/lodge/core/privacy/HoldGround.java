package app.lodge.core.privacy;

/// Why a person must not be erased for now.
public enum HoldGround {
    COURT,
    DISPUTE,
    AUDIT,
    INVESTIGATION
}
