package app.lodge.core.stock;

/// Where blanks lie (CHAIN-05, CHAIN-52).
///
/// @param id 0 before it is in the books
/// @param name at most 80 characters, no other place's
/// @param workstation whose desk it is; empty for none, or for every desk without a place of its own
/// @param delegated a branch may issue from the numbered stock that lies there; off at first
/// @param lowAt at fewer blanks and prepared ones the desk is told; 0 for never
public record Place(
        long id, String name, Kind kind, String workstation, boolean delegated, int lowAt) {

    public enum Kind {
        SAFE,
        DESK,
        BRANCH
    }

    public Place {
        name = name.strip();
        workstation = workstation.strip();
    }
}
