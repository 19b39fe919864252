package app.lodge.core.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// How a site's keys grow from each other: HKDF-SHA-256 (RFC 5869) with the site id as salt.
///
/// How card keys grow stands in {@link CardMaster}.
record KeyDerivation(String siteId) {

    private static final int HEX_DIGITS = 64;

    /// The caller wipes it.
    ///
    /// @param length bytes
    byte[] derive(HeldKey key, String info, int length) {
        return key.with(held -> derive(held, info, length));
    }

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

    /// 64 hex digits for programs that want a password as text; the caller wipes them.
    char[] hex(HeldKey key, String label) {
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
