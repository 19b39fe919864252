package app.lodge.core.keys;

import java.util.HexFormat;

/// Hex with spaces, as documents print it.
final class Hex {

    private Hex() {}

    static byte[] of(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    static String of(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
