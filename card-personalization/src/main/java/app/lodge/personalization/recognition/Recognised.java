package app.lodge.personalization.recognition;

import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.Chip;
import app.lodge.personalization.originality.Origin;
import java.util.Optional;

/// What lies on a reader.
///
/// @param uid empty if the reader does not tell, or the card makes up another one each time
/// @param chip the maker's name for it, `MIFARE DESFire EV2`; for one that we do not know its ATR in
///     hex
/// @param capacity bytes for data, 0 if not known
/// @param origin what the maker's signature says, where there is one
public record Recognised(
        Optional<Uid> uid,
        String chip,
        Strength strength,
        int capacity,
        Contents contents,
        Origin origin) {

    /// Of a chip that no maker's signature tells of.
    public Recognised(
            Optional<Uid> uid, String chip, Strength strength, int capacity, Contents contents) {
        this(uid, chip, strength, capacity, contents, Origin.UNTOLD);
    }

    /// What goes before a family in the maker's name.
    static final String MAKE = "MIFARE ";

    /// Whether it is a chip that we have a name for.
    public boolean named() {
        return !chip.matches("([0-9A-F]{2})+|PC/SC [0-9A-F]{4}");
    }

    /// Whether Lodge writes its ID to such media.
    public boolean encodable() {
        return chip.startsWith(MAKE) && Chip.encodable(chip.substring(MAKE.length()));
    }
}
