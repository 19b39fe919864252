package app.lodge.core.keys;

/// Names a key that a medium takes in plain, so that the vault must give it out; never the key itself.
/// Each is one medium's own: whoever learns it has that one medium and no other (CHAIN-11).
public sealed interface PlainKey {

    /// @return version of the site's card keys, 1 to 255
    int version();

    /// A sector of a MIFARE Classic card: six bytes. Its cipher is broken, so the key is as good as
    /// public to whoever holds the card.
    ///
    /// @param sector 0 to 39
    record ClassicSector(int sector, Side side, int version) implements PlainKey {
        public ClassicSector {
            checked(version);
            if (sector < 0 || sector > 39) {
                throw new IllegalArgumentException("Sector %d".formatted(sector));
            }
        }
    }

    /// Which of a sector's two keys.
    enum Side {
        A,
        B
    }

    /// Password (four bytes) and its acknowledgement (two) of Ultralight EV1 and NTAG21x.
    record UltralightPassword(int version) implements PlainKey {
        public UltralightPassword {
            checked(version);
        }
    }

    /// Two-key triple DES of Ultralight C: sixteen bytes.
    record UltralightC(int version) implements PlainKey {
        public UltralightC {
            checked(version);
        }
    }

    /// An AES key of MIFARE Plus, sixteen bytes, taken in plain while the card is personalised.
    ///
    /// @param number as the card has it, `9000` the card's master key, `4000` sector 0's key A
    record Plus(int number, int version) implements PlainKey {
        public Plus {
            checked(version);
            if (number < 0 || number > 0xFFFF) {
                throw new IllegalArgumentException("Key %04X".formatted(number));
            }
        }
    }

    private static void checked(int version) {
        if (version < 1 || version > 255) {
            throw new IllegalArgumentException(
                    "Key version %d must be 1 to 255".formatted(version));
        }
    }
}
