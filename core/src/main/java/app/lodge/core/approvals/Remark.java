package app.lodge.core.approvals;

/// What the second person has to say. A code and never free text: it stays in the books for good and
/// must not name anybody.
public enum Remark {
    NONE,
    DOCUMENT_SEEN,
    DOCUMENT_MISSING,
    AMOUNT_WRONG,
    NOT_ENTITLED,
    SEE_ME,
    OTHER
}
