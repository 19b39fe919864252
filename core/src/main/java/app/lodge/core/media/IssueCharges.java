package app.lodge.core.media;

import app.lodge.core.books.Tx;
import java.util.List;

/// Who charges for a medium when it is issued, in the very transaction that makes it active: whatever
/// issues it, however often it is asked (ID-63).
@FunctionalInterface
public interface IssueCharges {

    /// @param before the live media that this one takes the place of, the newest first
    void issued(Tx tx, Medium issued, List<Medium> before);

    /// Media that cost nothing.
    static IssueCharges none() {
        return (_, _, _) -> {};
    }
}
