package app.lodge.core.sepa;

import java.math.BigInteger;

/// The check of ISO 7064 MOD 97-10: the first four characters go to the end, letters become two digits.
final class CheckDigits {

    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private CheckDigits() {}

    /// @param text upper-case letters and digits, at least five
    static boolean fit(String text) {
        var digits = new StringBuilder();
        (text.substring(4) + text.substring(0, 4))
                .chars()
                .forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }
}
