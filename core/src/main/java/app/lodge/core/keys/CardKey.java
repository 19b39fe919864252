package app.lodge.core.keys;

/// Names a key that a card may hold; never the key itself.
public sealed interface CardKey {

    /// The card's key slot, 0 to 13; 0 is the master key of its application or of the card.
    int keyNumber();

    /// Sixteen zero bytes as a DES key: the master key of a card from the factory.
    record FactoryDes(int keyNumber) implements CardKey {}

    /// Sixteen zero bytes as an AES key: every key of a new application.
    record FactoryAes(int keyNumber) implements CardKey {}

    /// Application whose one key is the same on all cards of a site: it tells the site's machines the
    /// number of a card that shows strangers another one each time (AN10922 §3.1.3 wants the number to
    /// be known first). Nothing else stands behind it.
    String FINDER = "F51BCF";

    /// The site's key for this slot of this one card; of this site, for {@link #FINDER}.
    ///
    /// @param aid application in six upper-case hex digits, most significant byte first; `000000`
    ///     for the card itself
    /// @param version version of the site's card keys, 1 to 255; stands on the card too
    record Site(String aid, int keyNumber, int version) implements CardKey {
        public Site {
            if (!aid.matches("[0-9A-F]{6}") || keyNumber < 0 || keyNumber > 13) {
                throw new IllegalArgumentException(
                        "No such key slot: application '%s', key %d".formatted(aid, keyNumber));
            }
            if (version < 1 || version > 255) {
                throw new IllegalArgumentException(
                        "Key version %d must be 1 to 255".formatted(version));
            }
        }
    }
}
