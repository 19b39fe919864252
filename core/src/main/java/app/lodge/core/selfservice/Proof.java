package app.lodge.core.selfservice;

/// How the account's owner showed that the link is wanted (ID-23).
public enum Proof {
    /// The code from the owner's own mail.
    RELEASE_CODE(false),
    IDENTITY_CARD(true),
    PASSPORT(true),
    DRIVING_LICENCE(true),
    STAFF_CARD(true),
    /// A parent's or guardian's paper about the owner.
    GUARDIANSHIP(true),
    WRITTEN_AUTHORITY(true);

    private final boolean atTheDesk;

    Proof(boolean atTheDesk) {
        this.atTheDesk = atTheDesk;
    }

    /// Whether it is one that a clerk looks at.
    public boolean atTheDesk() {
        return atTheDesk;
    }
}
