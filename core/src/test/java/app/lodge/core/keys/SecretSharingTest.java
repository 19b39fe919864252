package app.lodge.core.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Shamir's sharing: published values, and what must hold of any secret.
@Tag("CHAIN-07")
class SecretSharingTest {

    private final Random random = new Random(4);

    @Test
    void theFieldIsThatOfFips197() {
        assertThat(Gf256.multiply(0x57, 0x83)).isEqualTo(0xC1); // FIPS 197 §4.2
        assertThat(Gf256.multiply(0x57, 0x13)).isEqualTo(0xFE); // FIPS 197 §4.2.1
        assertThat(Gf256.inverse(0x53)).isEqualTo(0xCA); // the S-box's example
        assertThat(Gf256.inverse(0)).isZero();
        for (int value = 1; value < 256; value++) {
            assertThat(Gf256.multiply(value, Gf256.inverse(value))).isEqualTo(1);
            assertThat(Gf256.multiply(value, 0)).isZero();
        }
    }

    @Test
    void theSharesOfTheInternetDraftGiveItsSecret() {
        // draft-mcgrew-tss-03, test case: two of two shares of "test" and a zero byte
        var shares = new TreeMap<Integer, byte[]>();
        shares.put(1, HexFormat.of().parseHex("B9FA07E185"));
        shares.put(2, HexFormat.of().parseHex("F5409B4511"));
        assertThat(SecretSharing.join(shares))
                .isEqualTo("test\0".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void anyTwoOfThreeGiveTheSecretAndAnyKOfNDoLikewise() {
        for (int round = 0; round < 40; round++) {
            int count = 2 + random.nextInt(6);
            int threshold = 2 + random.nextInt(count - 1);
            byte[] secret = new byte[32];
            random.nextBytes(secret);
            var shares = SecretSharing.split(secret, threshold, count, new SecureRandom());
            for (int subset = 0; subset < 1 << count; subset++) {
                var some = new TreeMap<Integer, byte[]>();
                for (int number = 1; number <= count; number++) {
                    if ((subset >>> number - 1 & 1) == 1) {
                        some.put(number, shares.get(number));
                    }
                }
                if (some.size() >= threshold) {
                    assertThat(SecretSharing.join(some)).isEqualTo(secret);
                } else if (!some.isEmpty()) {
                    assertThat(SecretSharing.join(some)).isNotEqualTo(secret);
                }
            }
        }
    }

    /// With one share of two given, every secret is as likely as every other: some second share leads
    /// to each of the 256 values.
    @Test
    void oneShareOfTwoSaysNothing() {
        var given = SecretSharing.split(new byte[] {42}, 2, 2, new SecureRandom()).get(1);
        var reached = new boolean[256];
        for (int other = 0; other < 256; other++) {
            var shares = new TreeMap<Integer, byte[]>();
            shares.put(1, given);
            shares.put(2, new byte[] {(byte) other});
            reached[SecretSharing.join(shares)[0] & 0xFF] = true;
        }
        assertThat(reached).doesNotContain(false);
    }

    @Test
    void thereIsNoSharingOfOneOrOfMoreThanThereAre() {
        var random = new SecureRandom();
        assertThatThrownBy(() -> SecretSharing.split(new byte[1], 1, 3, random))
                .hasMessageContaining("any 1 of 3");
        assertThatThrownBy(() -> SecretSharing.split(new byte[1], 4, 3, random))
                .hasMessageContaining("any 4 of 3");
    }
}
