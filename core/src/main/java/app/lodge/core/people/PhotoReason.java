package app.lodge.core.people;

/// Why a photograph was rejected. A code and never free text: it must not name anybody.
public enum PhotoReason {
    /// Shows somebody else.
    OTHER_PERSON,
    /// The face is covered, turned away, or not alone.
    FACE_NOT_CLEAR,
    /// Blurred, too dark, too bright, too small.
    POOR_PICTURE,
    /// Cut too close, too wide or askew.
    BADLY_CUT,
    /// The person does not look like this any more.
    OUTDATED,
    OTHER
}
