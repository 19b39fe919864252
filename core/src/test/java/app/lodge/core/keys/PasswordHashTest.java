package app.lodge.core.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ID-55")
class PasswordHashTest {

    private final PasswordHash hashes = new PasswordHash(new KdfCost(64, 1, 1));

    /// From the reference implementation's own test (phc-winner-argon2, `src/test.c`, version 0x13).
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
            })
    void verifiesHashesOfTheReferenceImplementation(String phc) {
        assertThat(hashes.verify("password".toCharArray(), phc)).isTrue();
        assertThat(hashes.verify("passwore".toCharArray(), phc)).isFalse();
    }

    @Test
    void verifiesItsOwnAndSaltsEachAnew() {
        char[] password = "Käse & Brötchen €".toCharArray();
        String first = hashes.hash(password);

        assertThat(first).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(hashes.verify(password, first)).isTrue();
        assertThat(hashes.verify("Kase".toCharArray(), first)).isFalse();
        assertThat(hashes.hash(password)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEg",
                "$argon2id$v=19$m=9999999,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEg"
            })
    void refusesWhatIsNoStoredHash(String stored) {
        assertThatThrownBy(() -> hashes.verify("x".toCharArray(), stored))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
