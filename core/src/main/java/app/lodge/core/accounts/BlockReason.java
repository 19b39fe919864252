package app.lodge.core.accounts;

import java.util.Arrays;
import java.util.List;

/// Why a medium or an account is blocked (ID-41).
public enum BlockReason {
    LOST,
    STOLEN,
    UNEXPLAINED_MOVEMENTS,
    DEFECT,
    /// A top-up's money was taken back; set by Lodge, never chosen (ID-29).
    RETURNED_DEBIT,
    OTHER;

    /// Those that somebody may give for a block.
    public static List<BlockReason> choices() {
        return Arrays.stream(values()).filter(reason -> reason != RETURNED_DEBIT).toList();
    }
}
