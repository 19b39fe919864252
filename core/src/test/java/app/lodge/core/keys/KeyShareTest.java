package app.lodge.core.keys;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.keys.KeyShare.Label;
import app.lodge.core.keys.KeyShare.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A share on paper: copied by hand, and every slip is found in its group.
@Tag("CHAIN-07")
class KeyShareTest {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Random random = new Random(7);
    private final byte[] secret = new byte[32];
    private final Label label =
            new Label("site-0123456789ab", "c0de", 2, 3, 3, 2, 2, 3, 1, "53E107B36E");
    private final String text = text();

    private String text() {
        random.nextBytes(secret);
        return new String(new KeyShare(label, secret.clone()).text());
    }

    private static Reading read(String typed) {
        return KeyShare.read(typed.toCharArray());
    }

    @Test
    void isReadAsItWasWrittenHoweverItIsSpaced() {
        for (var typed :
                List.of(
                        text,
                        text.toLowerCase(Locale.ROOT),
                        text.replace(" ", ""),
                        text.replace(' ', '-'),
                        text.replace("1", "l").replace("0", "O"),
                        text.replaceAll("(.{48})", "$1\n"))) {
            assertThat(read(typed)).isInstanceOf(Reading.Read.class);
            var share = ((Reading.Read) read(typed)).share();
            assertThat(share.label()).isEqualTo(label);
            assertThat(share.bytes()).isEqualTo(secret);
        }
    }

    @Test
    void everyWrongLetterIsFoundInItsGroup() {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == ' ') {
                continue;
            }
            for (char other : LETTERS.toCharArray()) {
                if (other != text.charAt(at)) {
                    var typed = text.substring(0, at) + other + text.substring(at + 1);
                    assertThat(read(typed)).isEqualTo(new Reading.Mistyped(List.of(at / 6 + 1)));
                }
            }
        }
    }

    @Test
    void exchangedNeighboursAndExchangedGroupsAreFound() {
        for (int at = 0; at + 1 < text.length(); at++) {
            char one = text.charAt(at);
            char two = text.charAt(at + 1);
            if (one != two && one != ' ' && two != ' ') {
                var typed = text.substring(0, at) + two + one + text.substring(at + 2);
                assertThat(read(typed)).isEqualTo(new Reading.Mistyped(List.of(at / 6 + 1)));
            }
        }
        var groups = text.split(" ");
        for (int at = 0; at + 1 < groups.length; at++) {
            if (!groups[at].equals(groups[at + 1])) {
                var swapped = groups.clone();
                swapped[at] = groups[at + 1];
                swapped[at + 1] = groups[at];
                assertThat(read(String.join(" ", swapped))).isNotInstanceOf(Reading.Read.class);
            }
        }
    }

    @Test
    void missingAndForeignGroupsAreNoShare() {
        var groups = Arrays.asList(text.split(" "));
        var shorter = String.join(" ", groups.subList(0, groups.size() - 1));
        assertThat(read(shorter)).isEqualTo(new Reading.NoShare(groups.size() - 1));
        assertThat(read("")).isEqualTo(new Reading.NoShare(0));
        assertThat(read("hello")).isInstanceOf(Reading.class).isNotInstanceOf(Reading.Read.class);
        for (int round = 0; round < 2000; round++) {
            var noise = new char[random.nextInt(200)];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (char) (random.nextInt(96) + 32);
            }
            assertThat(KeyShare.read(noise)).isNotInstanceOf(Reading.Read.class);
        }
    }

    @Test
    void saysNothingSecretOfItself() {
        try (var share = new KeyShare(label, secret.clone())) {
            assertThat(share.toString())
                    .contains("53E107B36E")
                    .doesNotContain(text.split(" ")[12])
                    .endsWith("***]");
        }
    }
}
