package app.lodge.core.operators;

import app.lodge.core.books.Problem;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// PINs of operators' cards: 4 to 8 digits, kept as Argon2id, sealed by the vault.
final class CardPins {

    private static final String PURPOSE = "operator-pin";
    private static final int SHORTEST = 4;
    private static final int LONGEST = 8;

    private final KeyVault vault;
    private final PasswordHash hashes;

    CardPins(KeyVault vault, PasswordHash hashes) {
        this.vault = vault;
        this.hashes = hashes;
    }

    /// What is wrong with a PIN as it was typed.
    static List<Problem> problems(String field, char[] pin) {
        boolean digits = pin.length >= SHORTEST && pin.length <= LONGEST;
        for (char each : pin) {
            digits &= each >= '0' && each <= '9';
        }
        return digits
                ? List.of()
                : List.of(
                        Problem.of(
                                field, pin.length, "operator-cards.pin-form", SHORTEST, LONGEST));
    }

    byte[] sealed(char[] pin) {
        return vault.sealAs(PURPOSE, hashes.hash(pin).getBytes(StandardCharsets.US_ASCII));
    }

    boolean right(char[] pin, byte[] sealedPin) {
        var hash = new String(vault.openAs(PURPOSE, sealedPin), StandardCharsets.US_ASCII);
        return pin.length <= LONGEST && hashes.verify(pin, hash);
    }
}
