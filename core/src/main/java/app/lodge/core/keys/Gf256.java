package app.lodge.core.keys;

/// The field of 256 elements with AES's polynomial x⁸ + x⁴ + x³ + x + 1 (FIPS 197 §4.2), as secret
/// sharing needs it. No tables and no branches on values: nothing in its timing says what they were.
final class Gf256 {

    private static final int POLYNOMIAL = 0x1B;

    private Gf256() {}

    /// @param left 0 to 255
    /// @param right 0 to 255
    static int multiply(int left, int right) {
        int product = 0;
        int shifted = left;
        for (int bit = 0; bit < 8; bit++) {
            product ^= shifted & -(right >>> bit & 1);
            shifted = (shifted << 1 ^ POLYNOMIAL & -(shifted >>> 7)) & 0xFF;
        }
        return product;
    }

    /// The 254th power: the inverse of all but 0, which it maps to 0.
    static int inverse(int value) {
        int result = 1;
        int power = value;
        for (int bit = 1; bit < 8; bit++) {
            power = multiply(power, power);
            result = multiply(result, power);
        }
        return result;
    }
}
