package app.lodge.core.privacy;

/// Why a person is erased. A code, never a free text: the journal keeps it.
public enum ErasureGround {
    ASKED_BY_PERSON,
    TERM_OVER,
    ENROLLED_BY_MISTAKE,
    ORDERED_BY_AUTHORITY,
    /// Done again to books that came from a backup; nobody chooses it.
    ERASED_BEFORE
}
