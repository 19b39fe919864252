package app.lodge.core.keys;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/// Shamir's secret sharing, byte by byte over {@link Gf256}: any `threshold` shares give the secret,
/// fewer say nothing about it. The same arithmetic as draft-mcgrew-tss-03 and SLIP-0039.
final class SecretSharing {

    /// Most shares that there can be: one for each element of the field but 0.
    static final int MOST = 255;

    private SecretSharing() {}

    /// @param threshold 2 to `count`
    /// @param count 2 to 255
    /// @return by number, from 1; the caller wipes them
    static SortedMap<Integer, byte[]> split(
            byte[] secret, int threshold, int count, SecureRandom random) {
        if (threshold < 2 || count < threshold || count > MOST) {
            throw new IllegalArgumentException(
                    "No such sharing: any %d of %d".formatted(threshold, count));
        }
        var coefficients = new byte[threshold][secret.length];
        coefficients[0] = secret.clone();
        for (int power = 1; power < threshold; power++) {
            random.nextBytes(coefficients[power]);
        }
        var shares = new TreeMap<Integer, byte[]>();
        for (int number = 1; number <= count; number++) {
            shares.put(number, at(number, coefficients));
        }
        for (byte[] each : coefficients) {
            Arrays.fill(each, (byte) 0);
        }
        return shares;
    }

    /// Horner's rule, the highest power first.
    private static byte[] at(int number, byte[][] coefficients) {
        var value = new byte[coefficients[0].length];
        for (int power = coefficients.length - 1; power >= 0; power--) {
            for (int i = 0; i < value.length; i++) {
                value[i] =
                        (byte)
                                (Gf256.multiply(value[i] & 0xFF, number)
                                        ^ coefficients[power][i] & 0xFF);
            }
        }
        return value;
    }

    /// Lagrange's interpolation at 0. With fewer shares than the threshold, or a false one, the result
    /// is another secret: compare a check value.
    ///
    /// @param shares by number, 1 to 255, all of one length; the caller wipes them and the result
    static byte[] join(SortedMap<Integer, byte[]> shares) {
        var secret = new byte[shares.firstEntry().getValue().length];
        shares.forEach((number, share) -> {
            int weight = 1;
            for (int other : shares.keySet()) {
                if (other != number) {
                    weight =
                            Gf256.multiply(
                                    weight, Gf256.multiply(other, Gf256.inverse(other ^ number)));
                }
            }
            for (int i = 0; i < secret.length; i++) {
                secret[i] ^= (byte) Gf256.multiply(share[i] & 0xFF, weight);
            }
        });
        return secret;
    }
}
