package app.lodge.core.keys;

import app.lodge.core.media.Uid;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// How a site's keys grow from each other: HKDF-SHA-256 (RFC 5869) with the site id as salt.
///
/// Card keys grow from the site master key in two steps. The purpose key has
/// `lodge/g1/app/4C4447/key1/v1` as info; the card key is AN10922 AES-128 of it over
/// `UID || AID as sent || key number || site id`.
record KeyDerivation(String siteId) {

    /// Bytes of a MIFARE Classic key, and of a password with its acknowledgement.
    private static final int WEAK_KEY = 6;

    private static final int CARD_KEY = 16;
    private static final int HEX_DIGITS = 64;

    /// @param length bytes
    byte[] derive(byte[] key, String info, int length) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(key)
                                    .addSalt(siteId.getBytes(StandardCharsets.US_ASCII))
                                    .thenExpand(
                                            ("lodge/" + info).getBytes(StandardCharsets.US_ASCII),
                                            length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HKDF-SHA256", e);
        }
    }

    /// The first bytes of what AN10922 makes of a purpose key, the chip's number and the key's place.
    byte[] plainKey(VaultContents contents, PlainKey key, Uid uid) {
        String purpose =
                switch (key) {
                    case PlainKey.ClassicSector sector -> "classic/" + sector.side();
                    case PlainKey.UltralightPassword _ -> "ultralight-password";
                    case PlainKey.UltralightC _ -> "ultralight-c";
                    case PlainKey.Plus _ -> "plus";
                };
        int place =
                switch (key) {
                    case PlainKey.ClassicSector sector -> sector.sector();
                    case PlainKey.Plus plus -> plus.number();
                    case PlainKey.UltralightPassword _, PlainKey.UltralightC _ -> 0;
                };
        int length =
                switch (key) {
                    case PlainKey.ClassicSector _, PlainKey.UltralightPassword _ -> WEAK_KEY;
                    case PlainKey.UltralightC _, PlainKey.Plus _ -> CARD_KEY;
                };
        byte[] whole =
                derive(
                        contents.siteMaster,
                        "g%d/media/%s/v%d".formatted(contents.generation, purpose, key.version()),
                        CARD_KEY);
        byte[] input =
                Bytes.join(
                        uid.bytes(),
                        Bytes.littleEndian(place, 2),
                        siteId.getBytes(StandardCharsets.US_ASCII));
        byte[] diversified = Diversification.aes128(whole, input);
        Arrays.fill(whole, (byte) 0);
        byte[] cut = Arrays.copyOf(diversified, length);
        Arrays.fill(diversified, (byte) 0);
        return cut;
    }

    byte[] purposeKey(VaultContents contents, String aid, int keyNumber, int version) {
        return derive(
                contents.siteMaster,
                "g%d/app/%s/key%d/v%d".formatted(contents.generation, aid, keyNumber, version),
                CARD_KEY);
    }

    /// @param aid six hex digits, the application as written; `000000` for the card itself
    byte[] cardKey(VaultContents contents, String aid, int keyNumber, int version, Uid uid) {
        byte[] purpose = purposeKey(contents, aid, keyNumber, version);
        byte[] written = HexFormat.of().parseHex(aid);
        byte[] input =
                Bytes.join(
                        uid.bytes(),
                        Bytes.of(written[2], written[1], written[0], keyNumber),
                        siteId.getBytes(StandardCharsets.US_ASCII));
        try {
            return Diversification.aes128(purpose, input);
        } finally {
            Arrays.fill(purpose, (byte) 0);
        }
    }

    /// 64 hex digits for programs that want a password as text; the caller wipes them.
    char[] hex(byte[] key, String label) {
        byte[] derived = derive(key, label, HEX_DIGITS / 2);
        char[] digits = new char[HEX_DIGITS];
        var hex = HexFormat.of();
        for (int i = 0; i < derived.length; i++) {
            digits[2 * i] = hex.toHighHexDigit(derived[i]);
            digits[2 * i + 1] = hex.toLowHexDigit(derived[i]);
        }
        Arrays.fill(derived, (byte) 0);
        return digits;
    }
}
