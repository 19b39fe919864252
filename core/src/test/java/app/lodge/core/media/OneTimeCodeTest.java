package app.lodge.core.media;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Codes of apps: RFC 6238, appendix B, the column SHA256.
@Tag("ID-07")
class OneTimeCodeTest {

    private static final byte[] SECRET = "12345678901234567890123456789012".getBytes(US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59,          46119246",
        "1111111109,  68084774",
        "1111111111,  67062674",
        "1234567890,  91819424",
        "2000000000,  90698825",
        "20000000000, 77737706",
    })
    void theCodesOfTheStandardComeOut(long second, int code) {
        assertThat(OneTimeCode.at(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void aCodeHoldsForHalfAMinute() {
        assertThat(OneTimeCode.step(Instant.ofEpochSecond(59))).isEqualTo(1);
        assertThat(OneTimeCode.step(Instant.ofEpochSecond(60))).isEqualTo(2);
    }

    @Test
    void anAppsCodeIsNineBytesOfFiguresAsNoChipsNumberIs() {
        var code = new AppCode(1_234_567_890L, 46_119_246);
        assertThat(code.credential()).isEqualTo(new Uid("123456789046119246"));
        assertThat(AppCode.of(code.credential())).contains(code);
        assertThat(code.shown()).isEqualTo("1234567890 4611 9246");
        assertThat(AppCode.typed(code.shown())).contains(code);
        assertThat(code.medium()).isEqualTo(new Uid("1234567890FFFFFFFF"));
        assertThat(AppCode.of(code.medium())).as("nobody shows that").isEmpty();
        assertThat(AppCode.standing(code.medium())).isTrue();
        for (var chip : new String[] {"04A1B2C3", "04112233445566", "0811223344556677"}) {
            assertThat(AppCode.of(new Uid(chip))).isEmpty();
            assertThat(AppCode.standing(new Uid(chip))).isFalse();
        }
        assertThat(code.toString()).doesNotContain("46119246");
    }
}
