package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.desktop.shell.wedge.WedgeKeys;
import app.lodge.desktop.shell.wedge.WedgeKeys.Verdict;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys of a reader are told from those of a person, and no key is lost.
@Tag("ID-47")
class WedgeKeysTest {

    private final WedgeKeys keys = new WedgeKeys();
    private final StringBuilder fields = new StringBuilder();
    private final StringBuilder numbers = new StringBuilder();
    private long now = Long.MIN_VALUE + 7;

    private void type(String text, long gapMillis) {
        for (char key : text.toCharArray()) {
            now += TimeUnit.MILLISECONDS.toNanos(gapMillis);
            fields.append(keys.late(now));
            switch (keys.typed(key, now)) {
                case Verdict.Held _ -> {
                    // waits
                }
                case Verdict.Number(var number) -> numbers.append(number).append(' ');
                case Verdict.Typed(var before) -> fields.append(before).append(key);
            }
        }
    }

    private void pause() {
        now += TimeUnit.SECONDS.toNanos(1);
        fields.append(keys.late(now));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0004711234",
                "04A1B2C3D4E5F6",
                "04:a1:b2:c3:d4:e5:f6",
                "123,04711",
                "00012345678901234567"
            })
    void aNumberFromAReaderReachesNoField(String number) {
        for (long gap : new long[] {0, 2, 8, 20}) {
            type(number + "\r", gap);
        }
        pause();
        assertThat(fields).isEmpty();
        assertThat(numbers.toString()).isEqualTo((number + ' ').repeat(4));
    }

    @Test
    void tabEndsANumberToo() {
        type("0004711234\t", 5);
        assertThat(numbers.toString()).isEqualTo("0004711234 ");
    }

    @ParameterizedTest
    @ValueSource(longs = {40, 60, 120, 400})
    void whatAHandTypesArrivesWhole(long gap) {
        type("0004711234\r", gap);
        pause();
        assertThat(numbers).isEmpty();
        assertThat(fields.toString()).isEqualTo("0004711234\r");
    }

    @Test
    void quickShortFiguresAndWordsAreNoNumber() {
        type("1234567\rface\rHannah Lindqvist 12\r", 5);
        assertThat(numbers).isEmpty();
        assertThat(fields.toString()).isEqualTo("1234567\rface\rHannah Lindqvist 12\r");
    }

    @Test
    void aNumberWithALateEnterIsAPersons() {
        type("0004711234", 5);
        pause();
        type("\r", 1);
        assertThat(fields.toString()).isEqualTo("0004711234\r");
    }

    @Test
    void noKeyIsLostNorOutOfOrder() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            fields.setLength(0);
            numbers.setLength(0);
            var typed = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                // no Enter: nothing can be a reader's
                char key = "0123456789abcdefxyz ,:".charAt(random.nextInt(22));
                typed.append(key);
                type(String.valueOf(key), random.nextInt(60));
            }
            pause();
            assertThat(fields.toString()).as("seed %d", seed).isEqualTo(typed.toString());
            assertThat(numbers).isEmpty();
        }
    }
}
