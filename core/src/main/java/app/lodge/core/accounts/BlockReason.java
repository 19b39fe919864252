package app.lodge.core.accounts;

/// Why a medium or an account is blocked (ID-41).
public enum BlockReason {
    LOST,
    STOLEN,
    UNEXPLAINED_MOVEMENTS,
    DEFECT,
    OTHER
}
