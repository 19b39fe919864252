package app.lodge.core.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// AN10922's published examples, AN10957's short one (which shows the two-block padding), and the
/// lengths around the block borders.
@Tag("CHAIN-12")
class DiversificationTest {

    private static final String KEY = "00112233445566778899AABBCCDDEEFF";

    @ParameterizedTest
    @CsvSource({
        KEY + ", 04782E21801D803042F54E585020416275, A8DD63A3B89D54B37CA802473FDA9175",
        "f3f9377698707b688eaf84abe39e3791, 04deadbeeffeed, 0BB408BAFF98B6EE9F2E1585777F6A51",
        KEY + ", 00, 281049D52ECBC8F60961993D34DE3D54",
        KEY + ", 00010203040506, E8B7F67C78C34AF1446E331EF7E6D3FF",
        KEY + ", 000102030405060708090A0B0C0D0E, 5A3C7F6F0687F24F82DEE7EDA0970D08",
        KEY + ", 000102030405060708090A0B0C0D0E0F, FEED9FBD36CDB16819A72D30BCF9240B",
        KEY
                + ", 000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E,"
                + " 21C28CD89BB3147F66C7DBD4851CAB20"
    })
    void derivesCardKeysAsPublished(String key, String input, String cardKey) {
        assertThat(Hex.of(Diversification.aes128(Hex.of(key), Hex.of(input)))).isEqualTo(cardKey);
    }

    @Test
    void neverFallsIntoTheOneBlockTrap() {
        byte[] key = Hex.of("f3f9377698707b688eaf84abe39e3791");
        byte[] ordinary = BlockCipher.aes(key).cmac(Hex.of("0104deadbeeffeed"));

        assertThat(Hex.of(ordinary)).isEqualTo("721E2C01E81AF85D815633969CEA2607");
        assertThat(Diversification.aes128(key, Hex.of("04deadbeeffeed"))).isNotEqualTo(ordinary);
    }

    @Test
    void refusesInputsThatDoNotFit() {
        assertThatThrownBy(() -> Diversification.aes128(new byte[16], new byte[32]))
                .hasMessageContaining("1 to 31 bytes");
        assertThatThrownBy(() -> Diversification.aes128(new byte[16], new byte[0]))
                .hasMessageContaining("1 to 31 bytes");
    }

    @ParameterizedTest
    @CsvSource({KEY + ", 53E107B36E", "00000000000000000000000000000000, 763CBCDE81"})
    void showsCheckValuesAsAnsiX924Does(String key, String checkValue) {
        assertThat(Hex.of(Diversification.checkValue(Hex.of(key)))).isEqualTo(checkValue);
    }
}
