package app.lodge.personalization.virtual;

/// Secure messaging as the card does it.
sealed interface Messaging permits SecureD40, SecureEv1, SecureEv2 {

    /// Checks and opens a command.
    ///
    /// @param header bytes that stay plain
    /// @param plainLength length of the content once opened; only FULL in D40 and EV1 needs it
    /// @return the content without header
    byte[] open(int ins, byte[] header, byte[] body, Protection protection, int plainLength);

    byte[] seal(byte[] answer, Protection protection);

    /// @return bytes on the wire of a command's content of this length
    int wireLength(Protection protection, int plainLength);

    /// Deciphers ChangeKey's cryptogram, which carries checksums of its own.
    byte[] openKey(byte[] header, byte[] body);
}
