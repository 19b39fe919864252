package app.lodge.personalization.cards;

/// How a file's content travels between card and reader inside a session.
public enum CommMode {
    PLAIN(0),
    /// Readable, with a MAC.
    MAC(1),
    /// Enciphered, with a MAC (EV2) or checksum (EV1).
    FULL(3);

    private final int code;

    CommMode(int code) {
        this.code = code;
    }

    /// As the file settings have it.
    int code() {
        return code;
    }
}
