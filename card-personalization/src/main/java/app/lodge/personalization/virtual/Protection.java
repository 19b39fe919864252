package app.lodge.personalization.virtual;

/// How one direction of a command is protected inside a session; each messaging has its own way.
enum Protection {
    /// A file in plain mode.
    PLAIN,
    /// A command about the card or application: MAC in EV2, only chained in EV1, bare in D40.
    MANAGED,
    /// A file in MAC mode.
    MAC,
    /// Enciphered.
    FULL;

    static Protection ofFile(int mode) {
        return switch (mode) {
            case CardFile.MAC -> MAC;
            case CardFile.FULL -> FULL;
            default -> PLAIN;
        };
    }

    /// What goes the other way when this carries the content.
    Protection counterpart() {
        return this == PLAIN ? PLAIN : MANAGED;
    }
}
