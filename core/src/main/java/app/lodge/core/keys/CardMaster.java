package app.lodge.core.keys;

import app.lodge.core.media.Uid;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// One generation of the site's master key for cards: versions from `firstVersion` up to the next
/// generation's grow from it. Computes; hands out only what a card session takes, inside this package.
///
/// A card key is AN10922 AES-128 of the purpose key over `UID || AID as sent || key number || site id`.
/// The site id is the generation's own: restored on a fresh machine, it still opens the old site's cards.
///
/// @param generation 1 to 65 535
/// @param firstVersion of card keys, 1 to 255
record CardMaster(
        int generation, int firstVersion, Derivation derivation, String siteId, MasterPlace place) {

    private static final int BLOCK = 16;

    /// Bytes of a MIFARE Classic key, and of a password with its acknowledgement.
    private static final int WEAK_KEY = 6;

    /// How purpose keys grow from the master key.
    enum Derivation {
        /// HKDF-SHA-256 (RFC 5869), the site id as salt; generation 1 of every site.
        HKDF(1),
        /// KDF in counter mode with CMAC-AES-256 (SP 800-108r1 §4.1, one block): what a token can do
        /// without giving the master key away. Every generation that a ceremony made.
        CMAC(2);

        final int code;

        Derivation(int code) {
            this.code = code;
        }

        static Derivation of(int code) {
            return switch (code) {
                case 1 -> HKDF;
                case 2 -> CMAC;
                default ->
                        throw new IllegalArgumentException("Card keys cannot grow in way " + code);
            };
        }
    }

    /// Whether custodians made it.
    boolean made() {
        return derivation == Derivation.CMAC;
    }

    /// 16 bytes; the caller wipes it.
    byte[] purposeKey(String aid, int keyNumber, int version) {
        return grown("g%d/app/%s/key%d/v%d".formatted(generation, aid, keyNumber, version));
    }

    private byte[] grown(String info) {
        return switch (derivation) {
            case HKDF -> hkdf(info);
            case CMAC ->
                    place.cmac(
                            Bytes.join(
                                    Bytes.of(1),
                                    ("lodge/" + info).getBytes(StandardCharsets.US_ASCII),
                                    Bytes.of(0),
                                    siteId.getBytes(StandardCharsets.US_ASCII),
                                    Bytes.of(0, BLOCK * 8)));
        };
    }

    private byte[] hkdf(String info) {
        byte[] key = place.key();
        try {
            return new KeyDerivation(siteId).derive(key, info, BLOCK);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// The first bytes of what AN10922 makes of a purpose key, the chip's number and the key's place, for
    /// chips whose keys have no application. The caller wipes it.
    byte[] plainKey(PlainKey key, Uid uid) {
        String purpose =
                switch (key) {
                    case PlainKey.ClassicSector sector -> "classic/" + sector.side();
                    case PlainKey.UltralightPassword _ -> "ultralight-password";
                    case PlainKey.UltralightC _ -> "ultralight-c";
                    case PlainKey.Plus _ -> "plus";
                };
        int where =
                switch (key) {
                    case PlainKey.ClassicSector sector -> sector.sector();
                    case PlainKey.Plus plus -> plus.number();
                    case PlainKey.UltralightPassword _, PlainKey.UltralightC _ -> 0;
                };
        int length =
                switch (key) {
                    case PlainKey.ClassicSector _, PlainKey.UltralightPassword _ -> WEAK_KEY;
                    case PlainKey.UltralightC _, PlainKey.Plus _ -> BLOCK;
                };
        byte[] whole = grown("g%d/media/%s/v%d".formatted(generation, purpose, key.version()));
        byte[] input =
                Bytes.join(
                        uid.bytes(),
                        Bytes.littleEndian(where, 2),
                        siteId.getBytes(StandardCharsets.US_ASCII));
        byte[] diversified = Diversification.aes128(whole, input);
        Arrays.fill(whole, (byte) 0);
        byte[] cut = Arrays.copyOf(diversified, length);
        Arrays.fill(diversified, (byte) 0);
        return cut;
    }

    /// @param aid six hex digits, the application as written; `000000` for the card itself
    /// @return 16 bytes; the caller wipes it
    byte[] cardKey(String aid, int keyNumber, int version, Uid uid) {
        byte[] purpose = purposeKey(aid, keyNumber, version);
        try {
            return diversified(siteId, purpose, aid, keyNumber, uid);
        } finally {
            Arrays.fill(purpose, (byte) 0);
        }
    }

    /// One card's key of a purpose key.
    static byte[] diversified(String siteId, byte[] purpose, String aid, int keyNumber, Uid uid) {
        byte[] written = HexFormat.of().parseHex(aid);
        byte[] input =
                Bytes.join(
                        uid.bytes(),
                        Bytes.of(written[2], written[1], written[0], keyNumber),
                        siteId.getBytes(StandardCharsets.US_ASCII));
        return Diversification.aes128(purpose, input);
    }

    /// First 5 bytes of CMAC over a zero block, in hex: safe to show.
    String checkValue() {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(Bytes.slice(place.cmac(new byte[BLOCK]), 0, 5));
    }
}
