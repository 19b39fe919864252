package app.lodge.core.encodingplans;

/// A key of an application by its purpose. The site's key tree grows it for application, number,
/// version and chip; the plan never holds it.
///
/// @param number 0 to 13
/// @param version 0 for the site's present one, else 1 to 255
public record PlannedKey(int number, KeyPurpose purpose, int version) {

    /// What a key is there for.
    public enum KeyPurpose {
        MASTER,
        READ,
        WRITE,
        /// Raises a purse: in the back office only.
        CREDIT,
        /// Lowers a purse.
        DEBIT,
        OTHER
    }
}
