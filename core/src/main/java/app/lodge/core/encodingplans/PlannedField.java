package app.lodge.core.encodingplans;

/// A field of a file, block or area: what it holds, where, and how.
///
/// @param offset bytes from the place's beginning
/// @param length bytes
/// @param form how the value becomes bytes
/// @param padding what fills a text or bytes that are shorter than the field
public record PlannedField(
        String name, int offset, int length, Content content, Form form, Padding padding) {

    /// Where a field's value comes from.
    public sealed interface Content {

        /// As printed on the card, `0001234-02`.
        record CardNumber() implements Content {}

        record PersonNumber() implements Content {}

        record IssueNumber() implements Content {}

        /// Version of the site's keys on the card.
        record KeyVersion() implements Content {}

        /// The site's id.
        record SiteCode() implements Content {}

        /// The chip's own number.
        record ChipNumber() implements Content {}

        /// Year, month and day as the number 20261231; 0 without an end.
        record ValidUntil() implements Content {}

        /// @param hex pairs of upper-case hex digits
        record Constant(String hex) implements Content {}

        /// A text that is the same on every card.
        record Words(String text) implements Content {}

        /// An NFC Forum message with one address, which telephones open (NDEF URI record, Type 2 Tag
        /// §2.3): `{number}` in it becomes the card's number.
        record WebAddress(String address) implements Content {}

        /// Check bytes over all bytes of the place before them, under a key of the card's own.
        record CheckBytes() implements Content {}
    }

    /// How a value becomes bytes.
    public enum Form {
        /// Most significant byte first.
        NUMBER,
        /// Least significant byte first.
        NUMBER_REVERSED,
        /// Two decimal digits a byte.
        BCD,
        TEXT,
        BYTES
    }

    /// What fills the rest of a field.
    public enum Padding {
        ZEROS_BEHIND,
        SPACES_BEHIND,
        /// The digit 0 in front of a text, zero bytes in front of bytes.
        ZEROS_AHEAD
    }

    public int end() {
        return offset + length;
    }
}
